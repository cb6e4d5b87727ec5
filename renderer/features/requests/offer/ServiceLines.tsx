import type { Garage } from '../../../../core/domain/garage/types.ts'
import { type Format, useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { readAmount } from '../../../ui/typedAmount.ts'
import { TypedField } from '../../consent/ask/TypedField.tsx'
import { useProblemText } from '../../consent/ask/problemText.ts'
import type { ServiceDraft } from './offerDraft.ts'
import type { OfferProblems } from './readOffer.ts'

type ServiceLinesProps = {
  readonly value: readonly ServiceDraft[]
  readonly onChange: (services: readonly ServiceDraft[]) => void
  readonly listed: Garage['services']
  readonly problems: OfferProblems['services']
}

/** Services of the garage's list, each at the price of this offer; where that differs, the list's own stands below. */
export function ServiceLines({ value, onChange, listed, problems }: ServiceLinesProps) {
  const text = useText()
  const format = useFormat()
  const say = useProblemText({ unit: 'time' })
  const unit = text(`common.${format.moneyUnit}`)
  return (
    <ul className="offer-lines" aria-label={text('requests.offer.services')}>
      {value.map((service, index) => {
        const { serviceId, title, price } = service
        const listRial = listed.find((other) => other.serviceId === serviceId)?.priceRial ?? null
        const wrong = problems[serviceId]
        const read = readAmount(price, format.moneyUnit)
        const live = !read.ok && read.error !== 'empty' ? read.error : wrong?.price
        const differs = listRial !== null && read.ok && read.value !== listRial
        return (
          <li key={serviceId}>
            <span className="what">
              <b>{title}</b>
              {wrong?.unlisted === true && <small className="wrong">{text('requests.offer.unlisted')}</small>}
              {differs && <small>{text('requests.offer.listPrice', { price: `${format.money(listRial)} ${unit}` })}</small>}
            </span>
            <TypedField
              label={text('requests.offer.priceOf', { title })}
              labelHidden
              className="price"
              inputMode="decimal"
              value={price}
              written={amountWritten(price, format)}
              onChange={(typed) => onChange(value.with(index, { ...service, price: typed }))}
              suffix={<em>{unit}</em>}
              error={live === undefined ? null : say.amount(live)}
            />
            <IconButton
              icon="cross"
              size="sm"
              label={text('requests.offer.remove', { title })}
              onPress={() => onChange(value.toSpliced(index, 1))}
            />
          </li>
        )
      })}
    </ul>
  )
}

export function amountWritten(typed: string, format: Format): string | null {
  const read = readAmount(typed, format.moneyUnit)
  return read.ok ? format.money(read.value) : null
}
