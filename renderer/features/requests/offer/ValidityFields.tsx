import { addDays } from '../../../../core/persian/jalali.ts'
import { dayOf, nextWorkingDay, type WorkingHours } from '../../../../core/persian/workingCalendar.ts'
import type { UtcMs } from '../../../../core/basics/instant.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { whenWords } from '../../job/when.ts'
import { validities, type Validity, type ValidityDraft, type ValidityProblem, validUntil } from './validity.ts'

type ValidityFieldsProps = {
  readonly value: ValidityDraft
  readonly onChange: (change: Partial<ValidityDraft>) => void
  readonly hours: WorkingHours
  readonly nowUtcMs: UtcMs
  readonly problem: ValidityProblem | null
}

/** How long the customer may accept it; below, the moment that this is now. */
export function ValidityFields({ value, onChange, hours, nowUtcMs, problem }: ValidityFieldsProps) {
  const text = useText()
  const format = useFormat()
  const until = validUntil(value, nowUtcMs, hours)
  const today = dayOf(nowUtcMs, hours)
  const next = nextWorkingDay(today, hours)
  const nextLabel =
    next === null || next === addDays(today, 1)
      ? text('requests.offer.valid.tomorrow')
      : text('requests.offer.valid.nextDay', { day: format.dayMonth(next) })
  const choose = (validity: Validity): void => {
    // What was chosen until now is where the hand-written end begins.
    const from = until.ok ? { date: format.shortDate(format.day(until.value)), time: format.time(until.value) } : {}
    onChange(validity === 'at' && value.date === '' && value.time === '' ? { validity, ...from } : { validity })
  }
  return (
    <div className="validity">
      <RadioGroup
        label={text('requests.offer.validity')}
        choices={validities.map((id) => ({
          id,
          label: id === 'nextDay' ? nextLabel : text(`requests.offer.valid.${id}`),
          isDisabled: id !== 'at' && !validUntil({ ...value, validity: id }, nowUtcMs, hours).ok,
        }))}
        value={value.validity}
        onChange={choose}
        {...(until.ok ? { hint: text('requests.offer.until', { time: whenWords(until.value, nowUtcMs, format) }) } : {})}
        error={
          problem?.field === 'validity'
            ? text(problem.problem === 'closed' ? 'requests.offer.closed' : 'requests.offer.noWorkingDay')
            : null
        }
      />
      {value.validity === 'at' && (
        <div className="halves">
          <DateField
            label={text('requests.offer.date')}
            value={value.date}
            onChange={(date) => onChange({ date })}
            error={problem?.field === 'date' ? text(`fields.date.${problem.problem}`) : null}
          />
          <TimeField
            label={text('requests.offer.time')}
            value={value.time}
            onChange={(time) => onChange({ time })}
            error={problem?.field === 'time' ? text(`fields.time.${problem.problem}`) : null}
          />
        </div>
      )}
    </div>
  )
}
