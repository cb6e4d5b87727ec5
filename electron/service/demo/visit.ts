import type { PauseReason } from '../../../core/domain/queue/types.ts'
import type { BookingFile } from '../../../core/wire/bookingFile.ts'

/** How one visit of the demo goes. */
export type Visit = {
  /** Minutes from the slot to the arrival, negative when early; null for a customer who never comes. */
  readonly arrivesMin: number | null
  /** Worked time over quoted time. */
  readonly pace: number
  readonly pause: PlannedPause | null
  /** Minutes from the end of the work until the car is fetched. */
  readonly fetchedMin: number
  /** Served before others, for this reason, as soon as a place for it is free. */
  readonly overrideReason: string | null
  /** Called off by telephone so many minutes before the slot. */
  readonly cancelled: { readonly beforeMin: number; readonly reason: string } | null
  /** Who comes in the place of whom the sample names. */
  readonly guest: Pick<BookingFile['bookings'][number], 'name' | 'plate' | 'model'> | null
  /** Three things are found that nobody asked for, and the customer is asked (findings.ts). */
  readonly hasFindings: boolean
  /** Of every litre line so much is left in the can: what is used is less than what was asked for. */
  readonly sparesMilli: number
  /** What the desk does with the bill before the car is fetched. */
  readonly bill: 'none' | 'partlyPaid' | 'oneTooMany'
}

/** `afterMin` from the start of the work. The bay is kept. */
export type PlannedPause = { readonly reason: PauseReason; readonly note: string; readonly afterMin: number; readonly lastsMin: number }

export const plainVisit: Visit = {
  arrivesMin: -3,
  pace: 1,
  pause: null,
  fetchedMin: 25,
  overrideReason: null,
  cancelled: null,
  guest: null,
  hasFindings: false,
  sparesMilli: 0,
  bill: 'none',
}
