import type { TakenBooking } from '../../../core/domain/booking/types.ts'
import type { JobId } from '../../../core/basics/ids.ts'
import { jobStream, parseJobEvent } from '../../../core/wire/jobEvents.ts'
import type { ReadableDb } from '../../../db/connection.ts'
import { readStream } from '../../../db/log/read.ts'
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
  const [first, second] = readStream(db, jobStream(jobId))
  const opened = first === undefined ? null : parseJobEvent(first)
  if (opened?.type !== 'jobOpened') throw new Error('a stream begins with its opening')
  const beside = second !== undefined && second.wallAtUtcMs === first?.wallAtUtcMs ? parseJobEvent(second) : null
  const { materials, offer } = beside?.type === 'workRequested' ? beside : { materials: [], offer: null }
  const { jobNo, slotStartUtcMs, customer, vehicle, services, acceptedRial, note } = opened
  return { jobId, jobNo, content: { slotStartUtcMs, customer, vehicle, services, materials, acceptedRial, offer, note } }
}
