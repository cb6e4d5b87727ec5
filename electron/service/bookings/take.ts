import type { ActorId, JobId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { ok, type Result } from '../../../core/basics/result.ts'
import type { TakenBookings } from '../../../core/contract/views.ts'
import { decideBooking } from '../../../core/domain/booking/decide.ts'
import type { BookingFileProblem } from '../../../core/domain/booking/types.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { GarageContext } from '../context.ts'
import { nextJobNos } from '../jobNo.ts'
import { record } from '../record.ts'
import { checkFile, type BookingText } from './checkFile.ts'
import { countRows } from './preview.ts'

export type Taken = { readonly counts: TakenBookings; readonly jobIds: readonly JobId[] }

/** Opens a job for every good row, in the caller's transaction; the others are counted and left. */
export function takeBookings(
  context: GarageContext,
  garage: Garage,
  file: BookingText,
  actorId: ActorId,
  nowUtcMs: UtcMs,
): Result<Taken, BookingFileProblem> {
  const checked = checkFile(context, garage, file, nowUtcMs)
  if (!checked.ok) return checked
  const bookings = checked.value.flatMap(({ booking }) => booking ?? [])
  // In the order of the file, so that the queue settles a tie between two of its rows as the file does.
  const jobIds = bookings.map(() => context.newId<JobId>(nowUtcMs)).toSorted()
  const jobNos = nextJobNos(context.db, jobIds.length)
  for (const [index, jobId] of jobIds.entries()) {
    const booking = bookings[index]
    const jobNo = jobNos[index]
    if (booking === undefined || jobNo === undefined) continue
    record(context, jobId, null, decideBooking(booking, file.fileName, jobNo), actorId, nowUtcMs)
  }
  const { good, bad, alreadyTaken } = countRows(checked.value.map(({ row }) => row))
  return ok({ counts: { taken: good, bad, alreadyTaken }, jobIds })
}
