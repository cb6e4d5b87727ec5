import type { JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { statement, type ReadableDb } from '../connection.ts'

/** Jobs that the board may have to show: whatever is in the garage, and whatever is still expected. */
export function openJobIds(db: ReadableDb): readonly JobId[] {
  const sql = `SELECT job_id AS jobId FROM job WHERE phase IN ('expected', 'waiting', 'inWork', 'paused', 'finished')`
  return ids(statement<[], { jobId: JobId }>(db, sql).all())
}

/** Jobs that ended (handed over, cancelled, no-show) from `fromUtcMs` on. */
export function jobIdsClosedSince(db: ReadableDb, fromUtcMs: UtcMs): readonly JobId[] {
  const sql = 'SELECT job_id AS jobId FROM job WHERE closed_at_utc_ms >= ? ORDER BY closed_at_utc_ms'
  return ids(statement<[number], { jobId: JobId }>(db, sql).all(fromUtcMs))
}

/** The greatest number of a job that is known here, 0 for none. */
export function newestJobNo(db: ReadableDb): number {
  return statement<[], { last: number | null }>(db, 'SELECT max(job_no) AS last FROM job').get()?.last ?? 0
}

export function jobIdByBookingRef(db: ReadableDb, bookingRef: string): JobId | null {
  const sql = 'SELECT job_id AS jobId FROM job WHERE booking_ref = ? ORDER BY job_id LIMIT 1'
  return statement<[string], { jobId: JobId }>(db, sql).get(bookingRef)?.jobId ?? null
}

export type PassedOverRow = {
  readonly jobId: JobId
  readonly byJobId: JobId
  readonly byJobNo: number
  readonly reason: string
  readonly atUtcMs: UtcMs
}

/** Who was served before this job by a decision of the desk, oldest first. */
export function passedOverBy(db: ReadableDb, jobId: JobId): readonly PassedOverRow[] {
  const sql = `
SELECT p.job_id AS jobId, p.by_job_id AS byJobId, j.job_no AS byJobNo, p.reason, p.at_utc_ms AS atUtcMs
FROM passed_over p JOIN job j ON j.job_id = p.by_job_id WHERE p.job_id = ? ORDER BY p.at_utc_ms, p.by_job_id`
  return statement<[string], PassedOverRow>(db, sql).all(jobId)
}

function ids(rows: readonly { readonly jobId: JobId }[]): readonly JobId[] {
  return rows.map((row) => row.jobId)
}
