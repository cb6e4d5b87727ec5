import { dayMs, minuteMs, type UtcMs, utcMs } from '../basics/instant.ts'
import { dayNumberOfIso, type IsoDate, isoOfDayNumber } from './jalali.ts'

/** A local wall clock reading: the calendar day, whole minutes since midnight, and the second of that minute. */
export type ZonedParts = { readonly date: IsoDate; readonly minuteOfDay: number; readonly second: number }

/** `Asia/Tehran` and the like, from the tz database. The only thing core takes from Intl: tz rules cannot be computed. */
type ZoneMemo = {
  readonly formatter: Intl.DateTimeFormat
  /** UTC day number to the offset that holds all through it, or null when the offset changes within the day. */
  readonly offsetMsByDay: Map<number, number | null>
}

const zones = new Map<string, ZoneMemo>()
/** About eleven years of days; beyond that the memo starts anew rather than grows. */
const memoDays = 4096

export function isTimeZone(name: string): boolean {
  try {
    zoneMemo(name)
    return true
  } catch {
    return false
  }
}

export function zonedParts(instant: UtcMs, timeZone: string): ZonedParts {
  const localMs = instant + offsetMs(instant, timeZone)
  const dayNumber = Math.floor(localMs / dayMs)
  const msOfDay = localMs - dayNumber * dayMs
  return {
    date: isoOfDayNumber(dayNumber),
    minuteOfDay: Math.floor(msOfDay / minuteMs),
    second: Math.floor((msOfDay % minuteMs) / 1000),
  }
}

/**
 * The instant of a local wall clock reading. A reading that a clock change skipped is carried forward by the length of the
 * gap; of a reading that comes twice the first is meant.
 */
export function utcFromZoned(date: IsoDate, minuteOfDay: number, timeZone: string): UtcMs {
  const localMs = dayNumberOfIso(date) * dayMs + minuteOfDay * minuteMs
  // No zone changes its offset twice within two days, so these are the offsets before and after any change near here.
  const before = localMs - offsetMs(localMs - dayMs, timeZone)
  const after = localMs - offsetMs(localMs + dayMs, timeZone)
  const exists = (instant: number): boolean => instant + offsetMs(instant, timeZone) === localMs
  return utcMs(exists(before) || !exists(after) ? before : after)
}

function offsetMs(instant: number, timeZone: string): number {
  const { formatter, offsetMsByDay } = zoneMemo(timeZone)
  const day = Math.floor(instant / dayMs)
  let offset = offsetMsByDay.get(day)
  if (offset === undefined) {
    const atStart = computeOffsetMs(day * dayMs, formatter)
    offset = atStart === computeOffsetMs((day + 1) * dayMs - 1000, formatter) ? atStart : null
    if (offsetMsByDay.size >= memoDays) offsetMsByDay.clear()
    offsetMsByDay.set(day, offset)
  }
  return offset ?? computeOffsetMs(instant, formatter)
}

function zoneMemo(timeZone: string): ZoneMemo {
  const known = zones.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const memo = { formatter, offsetMsByDay: new Map<number, number | null>() }
  zones.set(timeZone, memo)
  return memo
}

function computeOffsetMs(instant: number, formatter: Intl.DateTimeFormat): number {
  const wholeSeconds = Math.floor(instant / 1000) * 1000
  const read: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(wholeSeconds)) read[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = read
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds
}
