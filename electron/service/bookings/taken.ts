import type { TakenBooking } from '../../../core/domain/booking/types.ts'
import type { JobId } from '../../../core/basics/ids.ts'
import { jobStream, parseJobEvent } from '../../../core/wire/jobEvents.ts'
import type { ReadableDb } from '../../../db/connection.ts'
import { readOrdered } from '../../../db/log/stream.ts'
import { jobIdByBookingRef } from '../../../db/queries/jobs.ts'

/** Those of these references that were taken before. */
export function takenBookings(db: ReadableDb, refs: Iterable<string>): ReadonlyMap<string, TakenBooking> {
  const taken = new Map<string, TakenBooking>()
  for (const ref of refs) {
    const jobId = ref === '' || taken.has(ref) ? null : jobIdByBookingRef(db, ref)
    if (jobId !== null) taken.set(ref, takenBooking(db, jobId))
  }
  return taken
}

/**
 * From what was recorded when it was taken: the opening, and beside it, in the same transaction, the work requested. What
 * came later is the desk's word, not the file's.
 */
function takenBooking(db: ReadableDb, jobId: JobId): TakenBooking {
  const events = readOrdered(db, jobStream(jobId)).flatMap(({ event: stored }) => {
    const event = stored.isBarred ? null : parseJobEvent(stored)
    return event === null ? [] : [{ event, atUtcMs: stored.wallAtUtcMs }]
  })
  const openedAt = events.findIndex(({ event }) => event.type === 'jobOpened' || event.type === 'bookingMade')
  const opened = events[openedAt]
  if (opened?.event.type === 'bookingMade') {
    const { jobNo, slotStartUtcMs, customer, vehicle, services, materials, acceptedRial, offer, note } = opened.event
    return { jobId, jobNo, content: { slotStartUtcMs, customer, vehicle, services, materials, acceptedRial, offer, note } }
  }
  if (opened?.event.type !== 'jobOpened') throw new Error('a stream begins with its opening')
  const next = events[openedAt + 1]
  const beside = next?.atUtcMs === opened.atUtcMs ? next.event : null
  const { materials, offer } = beside?.type === 'workRequested' ? beside : { materials: [], offer: null }
  const { jobNo, slotStartUtcMs, customer, vehicle, services, acceptedRial, note } = opened.event
  return { jobId, jobNo, content: { slotStartUtcMs, customer, vehicle, services, materials, acceptedRial, offer, note } }
}
