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

/** From the event that opened the job: what was corrected later is the desk's word, not the file's. */
function takenBooking(db: ReadableDb, jobId: JobId): TakenBooking {
  const [first] = readStream(db, jobStream(jobId))
  const opened = first === undefined ? null : parseJobEvent(first)
  if (opened?.type !== 'jobOpened') throw new Error('a stream begins with its opening')
  const { jobNo, slotStartUtcMs, customer, vehicle, services, acceptedRial, note } = opened
  return { jobId, jobNo, content: { slotStartUtcMs, customer, vehicle, services, acceptedRial, note } }
}
