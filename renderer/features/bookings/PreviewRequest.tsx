import type { BookingRow } from '../../../core/contract/views.ts'
import { specText } from '../../i18n/mismatchText.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Money } from '../../ui/Money.tsx'

export function hasRequest({ materials, offer }: BookingRow): boolean {
  return materials.length > 0 || offer !== null
}

/** What was asked for beyond the services, and in which offer: a quiet line under its booking. */
export function PreviewRequest({ row: { materials, offer } }: { row: BookingRow }) {
  const text = useText()
  const format = useFormat()
  return (
    <tr className="request">
      <td colSpan={4}>
        <ul aria-label={text('bookings.field.materials')}>
          {materials.map(({ lineNo, spec, quantity, priceRial }) => (
            <li key={lineNo}>
              <bdi>{specText(spec, text)}</bdi> <b>{format.quantity(quantity)}</b> {priceRial > 0 && <Money rial={priceRial} />}
            </li>
          ))}
        </ul>
      </td>
      <td colSpan={3} className="e">
        {offer !== null && (
          <>
            {text('bookings.offer')} <bdi>{offer.offerId}</bdi>
            {text('common.comma')}
            {text('bookings.revision', { revision: offer.revision })}
            {offer.vat.kind === 'added' && (
              <>
                {text('common.comma')}
                <Money rial={offer.amountRial} /> {text('bookings.vatAdded', { rate: format.percent(offer.vat.ratePermyriad) })}
              </>
            )}
          </>
        )}
      </td>
    </tr>
  )
}
