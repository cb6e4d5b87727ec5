import type { UtcMs } from '../../../core/basics/instant.ts'
import { ok, type Result } from '../../../core/basics/result.ts'
import { checkBookings, readBookings, type BookingsContext, type CheckedBooking } from '../../../core/domain/booking/check.ts'
import type { BookingFileProblem } from '../../../core/domain/booking/types.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { GarageContext } from '../context.ts'
import { readBookingFile } from './readFile.ts'
import { takenBookings } from './taken.ts'

export type BookingText = { readonly fileName: string; readonly text: string }

/** Every row of a file as it would be taken now. */
export function checkFile(
  context: GarageContext,
  garage: Garage,
  { text }: BookingText,
  nowUtcMs: UtcMs,
): Result<readonly CheckedBooking[], BookingFileProblem> {
  const file = readBookingFile(text)
  if (!file.ok) return file
  const reads = readBookings(file.value, garage)
  const taken = takenBookings(
    context.db,
    reads.map((read) => read.ref),
  )
  return ok(checkBookings(reads, { garage, nowUtcMs, taken, ...openVisits(context) }))
}

function openVisits(context: GarageContext): Pick<BookingsContext, 'expected' | 'openVisits'> {
  const jobs = [...context.openJobs().values()]
  return {
    expected: jobs.flatMap(({ phase, slotStartUtcMs, services }) =>
      phase.kind === 'expected' && slotStartUtcMs !== null ? [{ slotStartUtcMs, services }] : [],
    ),
    openVisits: jobs.map(({ jobId, jobNo, vehicle, slotStartUtcMs, openedAtUtcMs }) => ({
      jobId,
      jobNo,
      vehicle,
      atUtcMs: slotStartUtcMs ?? openedAtUtcMs,
    })),
  }
}
