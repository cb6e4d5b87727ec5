import { useState } from 'react'
import { parseDate } from '../../../../core/persian/dateText.ts'
import { jalaliOfIso } from '../../../../core/persian/jalali.ts'
import { solarHolidays } from '../../../../core/persian/solarHolidays.ts'
import type { Holiday } from '../../../../core/persian/workingCalendar.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { useMinute } from '../../../stores/clock.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { SectionHead } from '../SectionHead.tsx'

type HolidaysProps = {
  readonly value: readonly Holiday[]
  readonly onChange: (value: readonly Holiday[]) => void
  readonly isReadOnly: boolean
}

export function Holidays({ value, onChange, isReadOnly }: HolidaysProps) {
  const text = useText()
  const format = useFormat()
  const { year } = jalaliOfIso(format.day(useMinute()))
  const sorted = value.toSorted((a, b) => a.date.localeCompare(b.date))
  const suggest = (): void => {
    const added = solarHolidays(year).filter(({ date }) => !value.some((holiday) => holiday.date === date))
    if (added.length > 0) onChange([...value, ...added])
    showToast({
      look: 'news',
      say: added.length === 0 ? text('settings.hours.suggestedNone') : text('settings.hours.suggested', { count: added.length }),
    })
  }
  return (
    <section className="settings-part">
      <SectionHead title={text('settings.hours.holidays')} say={text('settings.hours.holidaysSay')}>
        {!isReadOnly && (
          <Button look="plain" icon="calendar" onPress={suggest}>
            {text('settings.hours.suggest', { year })}
          </Button>
        )}
      </SectionHead>
      {sorted.length === 0 ? (
        <p className="nothing">{text('settings.hours.noHolidays')}</p>
      ) : (
        <ul className="holidays">
          {sorted.map(({ date, title }) => (
            <li key={date}>
              <time dateTime={date}>{format.fullDate(date)}</time>
              <span>{title}</span>
              {!isReadOnly && (
                <IconButton
                  icon="cross"
                  size="sm"
                  label={text('settings.hours.remove', { date: format.dayMonth(date) })}
                  onPress={() => onChange(value.filter((holiday) => holiday.date !== date))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <NewHoliday taken={value} onAdd={(holiday) => onChange([...value, holiday])} />}
    </section>
  )
}

function NewHoliday({ taken, onAdd }: { taken: readonly Holiday[]; onAdd: (holiday: Holiday) => void }) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [title, setTitle] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const date = parseDate(typed)
  const isTaken = date.ok && taken.some((holiday) => holiday.date === date.value)
  const add = (): void => {
    setAsked(true)
    if (!date.ok || isTaken) return
    onAdd({ date: date.value, title: title.trim() })
    setTyped('')
    setTitle('')
    setAsked(false)
  }
  return (
    <div className="add-row">
      <DateField
        label={text('settings.hours.holidayDate')}
        value={typed}
        onChange={setTyped}
        error={wasAsked ? (date.ok ? (isTaken ? text('settings.hours.dateTaken') : null) : text(`fields.date.${date.error}`)) : null}
      />
      <TextField label={text('settings.hours.holidayTitle')} optional value={title} onChange={setTitle} maxLength={shortMostChars} />
      <Button look="plain" icon="add" onPress={add}>
        {text('settings.hours.addHoliday')}
      </Button>
    </div>
  )
}
