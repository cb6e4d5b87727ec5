import { err, ok, type Result } from '../basics/result.ts'
import { foldDigits } from './digits.ts'
import { isIsoDate, isoOfJalali, type IsoDate, type JalaliDate, jalaliMonthLength } from './jalali.ts'

export type DateProblem = 'empty' | 'notADate' | 'shortYear' | 'yearOutOfRange' | 'badMonth' | 'badDay'

/** Years that a garage can mean; no year belongs to both ranges. */
const jalaliYears = { from: 1300, to: 1633 }
const gregorianYears = { from: 1900, to: 2199 }

type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number }

/** Year, month, day in this order, as Iran writes them: `1405/9/1`, `1405-09-01`, `۱۴۰۵.۰۹.۰۱`, `14050901`. */
export function parseJalaliDate(text: string): Result<JalaliDate, DateProblem> {
  const read = readYearMonthDay(text)
  return read.ok ? checkJalali(read.value) : read
}

/** A typed or imported day of either calendar, told apart by its year; the result is what is stored. */
export function parseDate(text: string): Result<IsoDate, DateProblem> {
  const read = readYearMonthDay(text)
  if (!read.ok) return read
  if (read.value.year >= gregorianYears.from) return checkGregorian(read.value)
  const jalali = checkJalali(read.value)
  return jalali.ok ? ok(isoOfJalali(jalali.value)) : jalali
}

/** `1405/09/01`, in Latin digits. */
export function formatJalaliDate(date: JalaliDate): string {
  return `${date.year}/${twoDigits(date.month)}/${twoDigits(date.day)}`
}

export type TimeProblem = 'empty' | 'notATime'

/** Minutes since midnight from `9`, `9:30`, `۰۹:۳۰`, `9.30`, `930` or `0930`. */
export function parseTimeOfDay(text: string): Result<number, TimeProblem> {
  const typed = clean(text)
  if (typed === '') return err('empty')
  const match = /^(\d{1,2})(?:\s*[:.٫]\s*(\d{2}))?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed)
  if (match === null) return err('notATime')
  const [, hour = '', minute = '0'] = match
  if (Number(hour) > 23 || Number(minute) > 59) return err('notATime')
  return ok(Number(hour) * 60 + Number(minute))
}

/** `09:30`, in Latin digits. */
export function formatTimeOfDay(minuteOfDay: number): string {
  return `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`
}

function readYearMonthDay(text: string): Result<YearMonthDay, DateProblem> {
  const typed = clean(text)
  if (typed === '') return err('empty')
  const match = /^(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(typed) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(typed)
  if (match === null) return err(/^\d{2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,2}$/.test(typed) ? 'shortYear' : 'notADate')
  const [, year, , month, day] = match
  return ok({ year: Number(year), month: Number(month), day: Number(day) })
}

function checkJalali(date: YearMonthDay): Result<JalaliDate, DateProblem> {
  if (date.year < jalaliYears.from || date.year > jalaliYears.to) return err('yearOutOfRange')
  if (date.month < 1 || date.month > 12) return err('badMonth')
  if (date.day < 1 || date.day > jalaliMonthLength(date.year, date.month)) return err('badDay')
  return ok(date)
}

function checkGregorian(date: YearMonthDay): Result<IsoDate, DateProblem> {
  if (date.year > gregorianYears.to) return err('yearOutOfRange')
  if (date.month < 1 || date.month > 12) return err('badMonth')
  const iso = `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}`
  return isIsoDate(iso) ? ok(iso) : err('badDay')
}

// Slashes and dashes of other scripts and of word processors; invisible marks that come with copied text.
function clean(text: string): string {
  return foldDigits(text)
    .replace(/[\p{Cf}ـ]/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[／⁄∕]/g, '/')
    .replace(/[：∶]/g, ':')
    .trim()
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
