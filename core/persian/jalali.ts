import type { Brand } from '../basics/ids.ts'

/** A Gregorian calendar day as stored and sent: `YYYY-MM-DD`. Sorts as text. */
export type IsoDate = Brand<string, 'IsoDate'>

/** A day of the Iranian calendar; months and days count from 1. */
export type JalaliDate = { readonly year: number; readonly month: number; readonly day: number }

/** 0 is Saturday, the first day of the week in Iran; 6 is Friday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/**
 * Leap years here are those of the 33-year cycle. In this range, and only here, it gives the same years as the March
 * equinox at Tehran by which the calendar is defined: K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon,
 * and Planets 74 (1996) 223-230; of his table's breaks, 1210 falls in with the cycle and 1635 ends it. (The 2820-year cycle found
 * in many programs does not: it makes 1404 a leap year instead of 1403.)
 */
export const firstJalaliYear = 1178
export const lastJalaliYear = 1633

/** 1 Farvardin of year 1 by the 33-year cycle carried back, in days since 1970-01-01. Fixed by 1400-01-01 = 2021-03-21. */
const jalaliEpochDay = -492_268
const dayMs = 86_400_000

export function isLeapJalaliYear(year: number): boolean {
  return (25 * year + 11) % 33 < 8
}

export function jalaliMonthLength(year: number, month: number): number {
  if (month <= 6) return 31
  if (month <= 11) return 30
  return isLeapJalaliYear(year) ? 30 : 29
}

export function isJalaliDate(date: JalaliDate): boolean {
  const { year, month, day } = date
  if (![year, month, day].every(Number.isInteger)) return false
  if (year < firstJalaliYear || year > lastJalaliYear || month < 1 || month > 12) return false
  return day >= 1 && day <= jalaliMonthLength(year, month)
}

/** Days since 1970-01-01. Throws on a day that does not exist: typed dates go through `parseDate` first. */
export function dayNumberOfJalali(date: JalaliDate): number {
  if (!isJalaliDate(date)) throw new RangeError(`no such Jalali day: ${date.year}/${date.month}/${date.day}`)
  return nowruzDayNumber(date.year) + daysBeforeMonth(date.month) + date.day - 1
}

export function jalaliOfDayNumber(dayNumber: number): JalaliDate {
  // A 33-year cycle has 12053 days; the division may be one year off near Nowruz, never more.
  const near = Math.floor(((dayNumber - jalaliEpochDay) * 33) / 12_053) + 1
  const year = [near + 1, near, near - 1].find((candidate) => nowruzDayNumber(candidate) <= dayNumber) ?? near
  if (year < firstJalaliYear || year > lastJalaliYear) throw new RangeError(`outside the Jalali years known here: day ${dayNumber}`)
  const dayOfYear = dayNumber - nowruzDayNumber(year)
  const month = dayOfYear < 186 ? Math.floor(dayOfYear / 31) + 1 : Math.floor((dayOfYear - 186) / 30) + 7
  return { year, month, day: dayOfYear - daysBeforeMonth(month) + 1 }
}

export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(text)
  // Date.parse lets 30 February through as 2 March in some engines.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** For dates right by construction; throws on anything else. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

export function dayNumberOfIso(date: IsoDate): number {
  return Date.parse(date) / dayMs
}

export function isoOfDayNumber(dayNumber: number): IsoDate {
  return isoDate(new Date(dayNumber * dayMs).toISOString().slice(0, 10))
}

export function jalaliOfIso(date: IsoDate): JalaliDate {
  return jalaliOfDayNumber(dayNumberOfIso(date))
}

export function isoOfJalali(date: JalaliDate): IsoDate {
  return isoOfDayNumber(dayNumberOfJalali(date))
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoOfDayNumber(dayNumberOfIso(date) + days)
}

export function weekdayOf(date: IsoDate): Weekday {
  // 1970-01-01 was a Thursday, the sixth day from Saturday.
  return weekdays[(((dayNumberOfIso(date) + 5) % 7) + 7) % 7] ?? 0
}

function nowruzDayNumber(year: number): number {
  return jalaliEpochDay + 365 * (year - 1) + Math.floor((8 * year + 21) / 33)
}

function daysBeforeMonth(month: number): number {
  return month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
}
