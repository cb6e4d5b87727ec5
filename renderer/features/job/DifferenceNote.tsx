import type { ClosingRow, Difference } from '../../../core/domain/pricing/closing.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Under its row: what differs, by how much money, and what holds until it is put right. */
export function DifferenceNote({ row, difference }: { row: ClosingRow; difference: Difference }) {
  const text = useText()
  const format = useFormat()
  if (difference.code === 'consentUnanswered') return null
  const words = (): string => {
    if (difference.code === 'untouched') return text(row.hasPart ? 'job.closing.untouchedPart' : 'job.closing.untouchedWork')
    const { used, billed, agreedForUsedRial } = difference
    const key = billed.milli > used.milli ? 'job.closing.overBilled' : 'job.closing.underBilled'
    return text(key, {
      used: format.quantity(used),
      billed: format.quantity(billed),
      amount: format.money(Math.abs((row.billedRial ?? 0) - agreedForUsedRial)),
      unit: text(`common.${format.moneyUnit}`),
    })
  }
  return (
    <tr className="diff-note">
      <td colSpan={6}>
        <p>
          <Icon name="warning" size="m" />
          {words()}
        </p>
      </td>
    </tr>
  )
}
