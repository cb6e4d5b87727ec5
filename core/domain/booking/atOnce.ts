import { addMinutes, type UtcMs } from '../../basics/instant.ts'
import type { RequestedService } from '../job/types.ts'

/** A booked car in its bay, if all goes as quoted. */
export type Booked = { readonly slotStartUtcMs: UtcMs; readonly services: readonly RequestedService[] }

/** Tells how many of these bookings are in the garage together at an instant: `from` counted, the end no longer. */
export function atOnceIn(bookings: readonly Booked[]): (instant: UtcMs) => number {
  const starts = bookings.map(({ slotStartUtcMs }) => slotStartUtcMs).toSorted(ascending)
  const ends = bookings.map(({ slotStartUtcMs, services }) => addMinutes(slotStartUtcMs, quotedMin(services))).toSorted(ascending)
  return (instant) => countUpTo(starts, instant) - countUpTo(ends, instant)
}

function quotedMin(services: readonly RequestedService[]): number {
  return services.reduce((sum, service) => sum + service.quotedMin, 0)
}

function ascending(a: number, b: number): number {
  return a - b
}

/** How many of these ascending instants are not after this one. */
function countUpTo(instants: readonly UtcMs[], last: UtcMs): number {
  let from = 0
  let to = instants.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((instants[middle] ?? Infinity) <= last) from = middle + 1
    else to = middle
  }
  return from
}
