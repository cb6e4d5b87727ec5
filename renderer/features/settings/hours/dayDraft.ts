import { err, ok, type Result } from '../../../../core/basics/result.ts'
import { formatTimeOfDay, parseTimeOfDay, type TimeProblem } from '../../../../core/persian/dateText.ts'
import { foldDigits } from '../../../../core/persian/digits.ts'
import type { IsoDate } from '../../../../core/persian/jalali.ts'
import { type DayHours, dayHoursProblem, type WorkingHours } from '../../../../core/persian/workingCalendar.ts'

/** Opening times as they are typed; a day without any is closed. */
export type DayDraft = readonly { readonly from: string; readonly to: string }[]
/** One day with hours of its own, as it is typed. */
export type ExceptionDraft = { readonly date: IsoDate; readonly day: DayDraft }
export type DayProblem = 'unread' | 'emptyInterval' | 'overlap' | 'outsideDay'

/** A garage opens rarely more often in a day than this. */
export const mostIntervals = 3

export function draftOfDay({ intervals }: DayHours): DayDraft {
  return intervals.map(({ fromMinute, toMinute }) => ({ from: formatTimeOfDay(fromMinute), to: formatTimeOfDay(toMinute) }))
}

export function draftOfWeek(weekly: WorkingHours['weekly']): readonly DayDraft[] {
  return weekly.map(draftOfDay)
}

export function readDay(draft: DayDraft): Result<DayHours, DayProblem> {
  const intervals = []
  for (const { from, to } of draft) {
    const fromMinute = parseTimeOfDay(from)
    const toMinute = parseClosing(to)
    if (!fromMinute.ok || !toMinute.ok) return err('unread')
    intervals.push({ fromMinute: fromMinute.value, toMinute: toMinute.value })
  }
  const sorted = { intervals: intervals.toSorted((a, b) => a.fromMinute - b.fromMinute) }
  const problem = dayHoursProblem(sorted)
  return problem === null ? ok(sorted) : err(problem)
}

/** Midnight at the end of the day is written 24 or 24:00. */
export function parseClosing(typed: string): Result<number, TimeProblem> {
  return /^24(:?00)?$/.test(foldDigits(typed).trim()) ? ok(1440) : parseTimeOfDay(typed)
}

/** All seven days, or which of them are wrong and how. */
export function readWeek(drafts: readonly DayDraft[]): Result<WorkingHours['weekly'], ReadonlyMap<number, DayProblem>> {
  const days: DayHours[] = []
  const problems = new Map<number, DayProblem>()
  drafts.forEach((draft, weekday) => {
    const day = readDay(draft)
    if (day.ok) days.push(day.value)
    else problems.set(weekday, day.error)
  })
  const [a, b, c, d, e, f, g] = days
  return a && b && c && d && e && f && g ? ok([a, b, c, d, e, f, g]) : err(problems)
}
