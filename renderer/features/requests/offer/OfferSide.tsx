import type { UtcMs } from '../../../../core/basics/instant.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import { vatToday } from '../../../../core/domain/pricing/vat.ts'
import type { Offered } from '../../../../core/domain/request/types.ts'
import { noteMostChars } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Segmented } from '../../../ui/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { OfferSum } from './OfferSum.tsx'
import type { OfferForm } from './useOfferForm.ts'
import { ValidityFields } from './ValidityFields.tsx'

type OfferSideProps = { readonly offer: OfferForm; readonly garage: Garage; readonly newest: Offered | null; readonly nowUtcMs: UtcMs }

/** The sum and the one press that sends it stand fast; what is between them scrolls on a low screen. */
export function OfferSide({ offer, garage, newest, nowUtcMs }: OfferSideProps) {
  const text = useText()
  const format = useFormat()
  const { draft, change, problems, problem } = offer
  const ratePermyriad = vatToday(garage, nowUtcMs)
  return (
    <aside className="consent-side offer-side">
      <OfferSum draft={draft} garage={garage} nowUtcMs={nowUtcMs} before={newest} />
      <div className="offer-terms">
        {ratePermyriad === 0 ? (
          <p className="say">{text('requests.offer.noVat')}</p>
        ) : (
          <div className="fld">
            <span className="label" aria-hidden="true">
              {text('requests.offer.vat')}
            </span>
            <Segmented
              label={text('requests.offer.vat')}
              choices={[
                { id: 'inside', label: text('requests.offer.vatInside') },
                { id: 'added', label: text('requests.offer.vatAdded', { percent: format.percent(ratePermyriad) }) },
              ]}
              value={draft.vat}
              onChange={(vat) => change({ vat })}
            />
          </div>
        )}
        <ValidityFields value={draft} onChange={change} hours={garage.hours} nowUtcMs={nowUtcMs} problem={problems?.validity ?? null} />
        <TextField
          label={text('requests.offer.note')}
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={noteMostChars}
          multiline
          optional
        />
      </div>
      <div className="offer-end">
        {problem !== null && (
          <p className="act-problem" role="alert">
            <Icon name="warning" size="m" />
            {problem}
          </p>
        )}
        <Button type="submit" look="primary" size="lg" kbd="↵" isPending={offer.isSending}>
          {newest === null ? text('requests.offer.send') : text('requests.offer.sendRevision', { no: newest.revision + 1 })}
        </Button>
        {offer.isKept && (
          <p className="say">
            {text('requests.offer.kept')}{' '}
            <button type="button" className="link" onClick={offer.clear}>
              {text('requests.offer.clear')}
            </button>
          </p>
        )}
      </div>
    </aside>
  )
}
