import type { JobEvent } from '../job/events.ts'
import type { Booking } from './types.ts'

/** A good booking opens a job that is expected at its slot. */
export function decideBooking({ ref, ...content }: Booking, fileName: string, jobNo: number): Extract<JobEvent, { type: 'jobOpened' }> {
  return { type: 'jobOpened', jobNo, origin: { kind: 'booking', bookingRef: ref, fileName }, ...content }
}
