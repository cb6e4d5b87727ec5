import { assertNever } from '../../../../core/basics/assertNever.ts'
import { minuteMs, type UtcMs, utcMs } from '../../../../core/basics/instant.ts'
import { err, ok, type Result } from '../../../../core/basics/result.ts'
import { type DateProblem, parseDate, parseTimeOfDay, type TimeProblem } from '../../../../core/persian/dateText.ts'
import type { IsoDate } from '../../../../core/persian/jalali.ts'
import { utcFromZoned } from '../../../../core/persian/timeZone.ts'
import { dayHours, dayOf, nextWorkingDay, type WorkingHours } from '../../../../core/persian/workingCalendar.ts'

/** Until when an offer holds, as the desk chooses it: it is reckoned when the offer is made, not when it was begun. */
export const validities = ['twoHours', 'closing', 'nextDay', 'at'] as const
export type Validity = (typeof validities)[number]

export type ValidityDraft = { readonly validity: Validity; /** As typed. */ readonly date: string; readonly time: string }

export type ValidityProblem =
  | { readonly field: 'validity'; readonly problem: 'closed' | 'noWorkingDay' }
  | { readonly field: 'date'; readonly problem: DateProblem }
  | { readonly field: 'time'; readonly problem: TimeProblem }

const twoHoursMs = 120 * minuteMs

export function validUntil({ validity, date, time }: ValidityDraft, nowUtcMs: UtcMs, hours: WorkingHours): Result<UtcMs, ValidityProblem> {
  switch (validity) {
    case 'twoHours':
      return ok(utcMs(nowUtcMs + twoHoursMs))
    case 'closing': {
      const closing = closingOf(dayOf(nowUtcMs, hours), hours)
      return closing === null || closing <= nowUtcMs ? err({ field: 'validity', problem: 'closed' }) : ok(closing)
    }
    case 'nextDay': {
      const day = nextWorkingDay(dayOf(nowUtcMs, hours), hours)
      const closing = day === null ? null : closingOf(day, hours)
      return closing === null ? err({ field: 'validity', problem: 'noWorkingDay' }) : ok(closing)
    }
    case 'at': {
      const day = parseDate(date)
      if (!day.ok) return err({ field: 'date', problem: day.error })
      const minute = parseTimeOfDay(time)
      return minute.ok ? ok(utcFromZoned(day.value, minute.value, hours.timeZone)) : err({ field: 'time', problem: minute.error })
    }
    default:
      return assertNever(validity)
  }
}

/** What is chosen before the desk chooses: the rest of the day while it leaves the customer time to look, else the next one. */
export function firstValidity(nowUtcMs: UtcMs, hours: WorkingHours): Validity {
  const closing = closingOf(dayOf(nowUtcMs, hours), hours)
  if (closing !== null && closing - nowUtcMs >= twoHoursMs) return 'closing'
  return nextWorkingDay(dayOf(nowUtcMs, hours), hours) === null ? 'twoHours' : 'nextDay'
}

function closingOf(day: IsoDate, hours: WorkingHours): UtcMs | null {
  const last = dayHours(day, hours).intervals.at(-1)
  return last === undefined ? null : utcFromZoned(day, last.toMinute, hours.timeZone)
}
