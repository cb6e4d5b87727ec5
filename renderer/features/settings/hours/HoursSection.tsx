import { type FormEvent, useState } from 'react'
import type { Holiday } from '../../../../core/persian/workingCalendar.ts'
import { useText } from '../../../i18n/text.ts'
import { SaveBar } from '../SaveBar.tsx'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { useSave } from '../useSave.ts'
import { type DayDraft, draftOfDay, draftOfWeek, type ExceptionDraft, readDay, readWeek } from './dayDraft.ts'
import { Exceptions } from './Exceptions.tsx'
import { Holidays } from './Holidays.tsx'
import { WeekEditor } from './WeekEditor.tsx'

type HoursDraft = {
  readonly week: readonly DayDraft[]
  readonly holidays: readonly Holiday[]
  readonly exceptions: readonly ExceptionDraft[]
}

/** Week, holidays and exceptional days are saved together: each is read with the others. */
export function HoursSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const { hours } = garage
  const [changed, setChanged] = useState<HoursDraft | null>(null)
  const [wasAsked, setAsked] = useState(false)
  const { save, isSaving, besides } = useSave()
  const draft = changed ?? {
    week: draftOfWeek(hours.weekly),
    holidays: hours.holidays,
    exceptions: hours.exceptions.map(({ date, hours: day }) => ({ date, day: draftOfDay(day) })),
  }
  const week = readWeek(draft.week)
  const exceptions = draft.exceptions.map(({ date, day }) => ({ date, hours: readDay(day) }))
  const set = (part: Partial<HoursDraft>): void => setChanged({ ...draft, ...part })
  const discard = (): void => {
    setChanged(null)
    setAsked(false)
  }
  const submit = async (): Promise<void> => {
    setAsked(true)
    const read = exceptions.flatMap(({ date, hours: day }) => (day.ok ? [{ date, hours: day.value }] : []))
    if (!week.ok || read.length < exceptions.length) return
    const isSaved = await save({
      type: 'saveHours',
      hours: { timeZone: hours.timeZone, weekly: week.value, holidays: draft.holidays, exceptions: read },
    })
    if (isSaved) discard()
  }
  return (
    <form
      className="settings-form wide"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SectionHead title={text('settings.hours.week')} say={text('settings.hours.weekSay')} />
      <WeekEditor
        value={draft.week}
        onChange={(next) => set({ week: next })}
        problems={wasAsked && !week.ok ? week.error : new Map()}
        isReadOnly={isReadOnly}
      />
      <Holidays value={draft.holidays} onChange={(holidays) => set({ holidays })} isReadOnly={isReadOnly} />
      <Exceptions
        value={draft.exceptions}
        onChange={(next) => set({ exceptions: next })}
        problemOf={(index) => {
          const day = exceptions[index]?.hours
          return wasAsked && day?.ok === false ? day.error : null
        }}
        isReadOnly={isReadOnly}
      />
      {!isReadOnly && <SaveBar isChanged={changed !== null} isSaving={isSaving} problem={besides()} onDiscard={discard} />}
    </form>
  )
}
