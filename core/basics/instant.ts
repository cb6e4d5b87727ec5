import type { Brand } from './ids.ts'

/** Whole milliseconds since 1970-01-01T00:00Z. Every stored instant is one; local time exists only on screens and in calendars. */
export type UtcMs = Brand<number, 'UtcMs'>

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

/** The largest instant a Date can hold (ECMA-262, 21.4.1.1), for range checks at the edges. */
const lastInstant = 8_640_000_000_000_000

export function utcMs(ms: number): UtcMs {
  if (!isUtcMs(ms)) throw new RangeError(`not an instant: ${ms}`)
  return ms
}

export function isUtcMs(ms: number): ms is UtcMs {
  return Number.isSafeInteger(ms) && Math.abs(ms) <= lastInstant
}

export function addMinutes(instant: UtcMs, minutes: number): UtcMs {
  return utcMs(instant + Math.round(minutes * minuteMs))
}

/** Minutes from `from` to `to`, as a fraction; negative when `to` is earlier. */
export function minutesBetween(from: UtcMs, to: UtcMs): number {
  return (to - from) / minuteMs
}
