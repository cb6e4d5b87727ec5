import type { UtcMs } from '../basics/instant.ts'
import { addDays, type IsoDate, weekdayOf } from './jalali.ts'
import { utcFromZoned, zonedParts } from './timeZone.ts'

/** Minutes since local midnight, 0 to 1440; `toMinute` itself is already closed. */
export type OpenInterval = { readonly fromMinute: number; readonly toMinute: number }

/** In the order of the clock, not overlapping. Closed all day when empty. */
export type DayHours = { readonly intervals: readonly OpenInterval[] }

export type Holiday = { readonly date: IsoDate; readonly title: string }

export type WorkingHours = {
  /** From the tz database, never a fixed offset. */
  readonly timeZone: string
  /** Saturday first. */
  readonly weekly: readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours]
  readonly holidays: readonly Holiday[]
  /** Days with hours of their own; they win over the week and over holidays. */
  readonly exceptions: readonly { readonly date: IsoDate; readonly hours: DayHours }[]
}

const closed: DayHours = { intervals: [] }
const fullDay: DayHours = { intervals: [{ fromMinute: 8 * 60, toMinute: 18 * 60 }] }
const thursday: DayHours = { intervals: [{ fromMinute: 8 * 60, toMinute: 13 * 60 }] }

export const defaultWorkingHours: WorkingHours = {
  timeZone: 'Asia/Tehran',
  weekly: [fullDay, fullDay, fullDay, fullDay, fullDay, thursday, closed],
  holidays: [],
  exceptions: [],
}

export type DayHoursProblem = 'outsideDay' | 'emptyInterval' | 'overlap'

/** What is wrong with hours that somebody set, or null. */
export function dayHoursProblem(hours: DayHours): DayHoursProblem | null {
  let closedSince = 0
  for (const { fromMinute, toMinute } of hours.intervals) {
    if (![fromMinute, toMinute].every((minute) => Number.isInteger(minute) && minute >= 0 && minute <= 1440)) return 'outsideDay'
    if (fromMinute >= toMinute) return 'emptyInterval'
    if (fromMinute < closedSince) return 'overlap'
    closedSince = toMinute
  }
  return null
}

/** The garage's own day on which an instant falls. */
export function dayOf(instant: UtcMs, hours: WorkingHours): IsoDate {
  return zonedParts(instant, hours.timeZone).date
}

/** From the first instant of a local day up to, not including, the first of the next. 23 or 25 hours when clocks change. */
export function dayBounds(date: IsoDate, hours: WorkingHours): { readonly startUtcMs: UtcMs; readonly endUtcMs: UtcMs } {
  return { startUtcMs: utcFromZoned(date, 0, hours.timeZone), endUtcMs: utcFromZoned(addDays(date, 1), 0, hours.timeZone) }
}

export function holidayOn(date: IsoDate, hours: WorkingHours): Holiday | null {
  return hours.holidays.find((holiday) => holiday.date === date) ?? null
}

export function dayHours(date: IsoDate, hours: WorkingHours): DayHours {
  const exception = hours.exceptions.find((day) => day.date === date)
  if (exception !== undefined) return exception.hours
  return holidayOn(date, hours) === null ? hours.weekly[weekdayOf(date)] : closed
}

export function isWorkingDay(date: IsoDate, hours: WorkingHours): boolean {
  return dayHours(date, hours).intervals.length > 0
}

export function isWithinHours(instant: UtcMs, hours: WorkingHours): boolean {
  const { date, minuteOfDay } = zonedParts(instant, hours.timeZone)
  return dayHours(date, hours).intervals.some(({ fromMinute, toMinute }) => minuteOfDay >= fromMinute && minuteOfDay < toMinute)
}

/** The first working day after `date`, or null for a garage that does not open within a year. */
export function nextWorkingDay(date: IsoDate, hours: WorkingHours): IsoDate | null {
  for (let days = 1; days <= 366; days += 1) {
    const candidate = addDays(date, days)
    if (isWorkingDay(candidate, hours)) return candidate
  }
  return null
}

export type SlotProblem = 'past' | 'holiday' | 'closedDay' | 'outsideHours'

/** Why nobody can be booked to come at this instant, or null. A slot that starts now is not past. */
export function slotProblem(slotStartUtcMs: UtcMs, nowUtcMs: UtcMs, hours: WorkingHours): SlotProblem | null {
  if (slotStartUtcMs < nowUtcMs) return 'past'
  const date = dayOf(slotStartUtcMs, hours)
  if (!isWorkingDay(date, hours)) return holidayOn(date, hours) === null ? 'closedDay' : 'holiday'
  return isWithinHours(slotStartUtcMs, hours) ? null : 'outsideHours'
}
