import type { JobEvent } from '../job/events.ts'
import type { Booking } from './types.ts'

/** A good booking opens a job that is expected at its slot, with the materials and the offer that it names. */
export function decideBooking({ ref, materials, offer, ...visit }: Booking, fileName: string, jobNo: number): readonly JobEvent[] {
  const opened: JobEvent = { type: 'jobOpened', jobNo, origin: { kind: 'booking', bookingRef: ref, fileName }, ...visit }
  return materials.length === 0 && offer === null ? [opened] : [opened, { type: 'workRequested', materials, offer }]
}
