import { useState } from 'react'
import { parseDate } from '../../../../core/persian/dateText.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SectionHead } from '../SectionHead.tsx'
import { DayEditor } from './DayEditor.tsx'
import type { DayProblem, ExceptionDraft } from './dayDraft.ts'

type ExceptionsProps = {
  readonly value: readonly ExceptionDraft[]
  readonly onChange: (value: readonly ExceptionDraft[]) => void
  readonly problemOf: (index: number) => DayProblem | null
  readonly isReadOnly: boolean
}

export function Exceptions({ value, onChange, problemOf, isReadOnly }: ExceptionsProps) {
  const text = useText()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const date = parseDate(typed)
  const isTaken = date.ok && value.some((exception) => exception.date === date.value)
  const add = (): void => {
    setAsked(true)
    if (!date.ok || isTaken) return
    onChange([...value, { date: date.value, day: [{ from: '09:00', to: '13:00' }] }])
    setTyped('')
    setAsked(false)
  }
  return (
    <section className="settings-part">
      <SectionHead title={text('settings.hours.exceptions')} say={text('settings.hours.exceptionsSay')} />
      {value.length === 0 && <p className="nothing">{text('settings.hours.noExceptions')}</p>}
      {value.map(({ date: on, day }, index) => (
        <div key={on} className="exception">
          <DayEditor
            name={format.fullDate(on)}
            value={day}
            onChange={(changed) => onChange(value.with(index, { date: on, day: changed }))}
            problem={problemOf(index)}
            isReadOnly={isReadOnly}
          />
          {!isReadOnly && (
            <IconButton
              icon="cross"
              size="sm"
              label={text('settings.hours.remove', { date: format.dayMonth(on) })}
              onPress={() => onChange(value.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div className="add-row">
          <DateField
            label={text('settings.hours.holidayDate')}
            value={typed}
            onChange={setTyped}
            error={wasAsked ? (date.ok ? (isTaken ? text('settings.hours.dateTaken') : null) : text(`fields.date.${date.error}`)) : null}
          />
          <Button look="plain" icon="add" onPress={add}>
            {text('settings.hours.addException')}
          </Button>
        </div>
      )}
    </section>
  )
}
