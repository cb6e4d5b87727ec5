import type { Garage } from '../../../../core/domain/garage/types.ts'
import type { UtcMs } from '../../../../core/basics/instant.ts'
import { vatToday } from '../../../../core/domain/pricing/vat.ts'
import type { Offered } from '../../../../core/domain/request/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { offerToPayRial } from '../../../../core/domain/request/state.ts'
import { offerVatRial } from '../offerChanges.ts'
import type { OfferDraft } from './offerDraft.ts'
import { offerMostRial, sumSoFarRial, vatOf } from './readOffer.ts'

type OfferSumProps = {
  readonly draft: OfferDraft
  readonly garage: Garage
  readonly nowUtcMs: UtcMs
  /** The revision that this one would take the place of. */
  readonly before: Offered | null
}

/** What the customer would pay, as far as it can be read, at every letter that is typed. */
export function OfferSum({ draft, garage, nowUtcMs, before }: OfferSumProps) {
  const text = useText()
  const format = useFormat()
  const unit = text(`common.${format.moneyUnit}`)
  const sumRial = sumSoFarRial(draft)
  if (sumRial === null) {
    return (
      <p className="act-problem" role="alert">
        {text('refusals.offerAboveMost', { most: format.money(offerMostRial), unit })}
      </p>
    )
  }
  const vat = vatOf(draft, garage, nowUtcMs)
  const todayPermyriad = vatToday(garage, nowUtcMs)
  const offer = { amountRial: sumRial, vat }
  const vatRial = offerVatRial(offer, todayPermyriad)
  return (
    <dl className="sums">
      {before !== null && (
        <div>
          <dt>{text('requests.offer.before', { no: before.revision })}</dt>
          <dd>
            <bdi>{format.money(offerToPayRial(before))}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>
          {text('requests.offer.sum')}{' '}
          <small>{text('requests.offer.sumLines', { count: draft.services.length + draft.materials.length })}</small>
        </dt>
        <dd>
          <bdi>{format.money(sumRial)}</bdi>
        </dd>
      </div>
      {todayPermyriad > 0 && (
        <div>
          <dt>
            {text(vat.kind === 'added' ? 'requests.offer.vatOnTop' : 'requests.offer.vatHeld', { percent: format.percent(todayPermyriad) })}
          </dt>
          <dd>
            {vat.kind === 'added' && '+ '}
            <bdi>{format.money(vatRial)}</bdi>
          </dd>
        </div>
      )}
      <div className="total">
        <dt>{text('requests.offer.total')}</dt>
        <dd>
          <bdi>{format.money(offerToPayRial(offer))}</bdi> <small>{unit}</small>
        </dd>
      </div>
    </dl>
  )
}
