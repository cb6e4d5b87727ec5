import { rial } from '../../../core/basics/rial.ts'
import { parseDate } from '../../../core/persian/dateText.ts'
import { noteMostChars } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { SettleDraft } from './settlement.ts'

type DebtFieldsProps = {
  readonly draft: SettleDraft
  readonly onChange: (draft: SettleDraft) => void
  readonly rest: number
  readonly mayOwe: boolean
}

/** What is not paid now: recorded as owed, or the car stays. Too much is said at once. */
export function DebtFields({ draft, onChange, rest, mayOwe }: DebtFieldsProps) {
  const text = useText()
  const format = useFormat()
  const unit = text(`common.${format.moneyUnit}`)
  const due = parseDate(draft.dueDate)
  if (rest === 0) return null
  return (
    <div className="debt-fields">
      <output className={rest < 0 ? 'rest above' : 'rest'}>
        <Emphasis text={text(rest < 0 ? 'bill.pay.above' : 'bill.pay.rest', { amount: format.money(rial(Math.abs(rest))), unit })} />
      </output>
      {rest > 0 && mayOwe && (
        <Checkbox isSelected={draft.owes} onChange={(owes) => onChange({ ...draft, owes })}>
          {text('bill.pay.owe')}
        </Checkbox>
      )}
      {rest > 0 && mayOwe && draft.owes && (
        <div className="grid grid-cols-2 items-start gap-3">
          <DateField
            label={text('bill.pay.due')}
            optional
            value={draft.dueDate}
            onChange={(dueDate) => onChange({ ...draft, dueDate })}
            error={!due.ok && due.error !== 'empty' ? text(`fields.date.${due.error}`) : null}
          />
          <TextField
            label={text('bill.pay.note')}
            optional
            value={draft.note}
            onChange={(note) => onChange({ ...draft, note })}
            maxLength={noteMostChars}
          />
        </div>
      )}
    </div>
  )
}
