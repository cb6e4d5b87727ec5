import type { UtcMs } from '../../../core/basics/instant.ts'
import { ok, type Result } from '../../../core/basics/result.ts'
import type { BookingPreview } from '../../../core/contract/views.ts'
import type { BookingFileProblem, BookingRow } from '../../../core/domain/booking/types.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { GarageContext } from '../context.ts'
import { checkFile, type BookingText } from './checkFile.ts'

/** What taking this file would do, row by row. Writes nothing. */
export function previewBookings(
  context: GarageContext,
  garage: Garage,
  file: BookingText,
  nowUtcMs: UtcMs,
): Result<BookingPreview, BookingFileProblem> {
  const checked = checkFile(context, garage, file, nowUtcMs)
  if (!checked.ok) return checked
  const rows = checked.value.map(({ row }) => row)
  return ok({ ...countRows(rows), rows })
}

export function countRows(rows: readonly BookingRow[]): Readonly<Record<BookingRow['state'], number>> {
  const count = (state: BookingRow['state']): number => rows.filter((row) => row.state === state).length
  return { good: count('good'), bad: count('bad'), alreadyTaken: count('alreadyTaken') }
}
