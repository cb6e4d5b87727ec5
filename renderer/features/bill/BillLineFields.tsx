import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { type BillLineDraft, isAbove, withQuantity } from './billDraft.ts'

/** One line: on the bill or not, how much of it, and for how much. */
export function BillLineFields({ line, onChange }: { line: BillLineDraft; onChange: (line: BillLineDraft) => void }) {
  const text = useText()
  const format = useFormat()
  const { title, used, agreed, agreedRial, isTaken, quantity, amountRial } = line
  const above = isAbove(line)
  return (
    <tr className={isTaken ? '' : 'off'}>
      <th scope="row">
        <Checkbox
          isSelected={isTaken}
          onChange={(taken) => onChange({ ...line, isTaken: taken })}
          aria-label={text('bill.edit.take', { title })}
        >
          <span>
            {title}
            <small>{text('bill.edit.agreed', { quantity: format.quantity(agreed), amount: format.money(agreedRial) })}</small>
          </span>
        </Checkbox>
      </th>
      <td>{used.milli === 0 ? text('job.closing.nothing') : format.quantity(used)}</td>
      <td>
        <QuantityField
          label={text('bill.edit.quantityOf', { title })}
          labelHidden
          value={quantity}
          unit={agreed.unit}
          onChange={(next) => onChange(withQuantity(line, next))}
          isDisabled={!isTaken}
          error={isTaken && above.quantity ? text('bill.edit.above') : null}
        />
      </td>
      <td>
        <MoneyField
          label={text('bill.edit.amountOf', { title })}
          labelHidden
          value={amountRial}
          onChange={(next) => onChange({ ...line, amountRial: next })}
          isDisabled={!isTaken}
          error={isTaken && above.amount ? text('bill.edit.above') : null}
        />
      </td>
    </tr>
  )
}
