import type { JobId, RequestId } from '../../core/basics/ids.ts'
import { statement, type ReadableDb } from '../connection.ts'

/** Price requests that wait, or those that are over; the latest first, so that a limit leaves out what was missed long ago. */
export function priceRequestIds(db: ReadableDb, over: boolean, limit: number): readonly RequestId[] {
  const sql = over
    ? "SELECT request_id AS id FROM price_request WHERE stage <> 'open' ORDER BY changed_at_utc_ms DESC, request_id LIMIT ?"
    : "SELECT request_id AS id FROM price_request WHERE stage = 'open' ORDER BY asked_at_utc_ms DESC, request_id LIMIT ?"
  return ids(statement<[number], { id: RequestId }>(db, sql).all(limit))
}

/** Accepted while the garage changed its offer, and nobody has seen that yet. */
export function crossedRequestIds(db: ReadableDb): readonly RequestId[] {
  const sql = 'SELECT request_id AS id FROM price_request WHERE crossed = 1 ORDER BY asked_at_utc_ms, request_id'
  return ids(statement<[], { id: RequestId }>(db, sql).all())
}

/** How often one plate or one mobile was here: whoever was expected and did not come paid no visit. */
export function visitsOf(db: ReadableDb, plateKey: string, mobile: string): number {
  const sql = `
SELECT count(*) AS visits FROM (
  SELECT plate_key, mobile FROM party WHERE plate_key = @plateKey
  UNION SELECT plate_key, mobile FROM party WHERE mobile = @mobile AND mobile <> ''
) AS known JOIN job ON job.plate_key = known.plate_key AND job.mobile = known.mobile WHERE job.arrival_class IS NOT NULL`
  return statement<[object], { visits: number }>(db, sql).get({ plateKey, mobile })?.visits ?? 0
}

/** Jobs with facts that were recorded apart and wait for a person. */
export function jobIdsInConflict(db: ReadableDb): readonly JobId[] {
  const sql = 'SELECT job_id AS id FROM open_conflict GROUP BY job_id ORDER BY min(at_utc_ms), job_id'
  return ids(statement<[], { id: JobId }>(db, sql).all())
}

export function countOpenConflicts(db: ReadableDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM open_conflict').get()?.n ?? 0
}

/** Bookings that became two jobs of which one at least is not over: taken at two PCs from one file, or from a file and the platform. */
export function bookingsTwice(db: ReadableDb): readonly { readonly bookingRef: string; readonly jobIds: readonly JobId[] }[] {
  const sql = `
SELECT o.booking_ref AS bookingRef, o.job_id AS jobId FROM job o
WHERE o.phase NOT IN ('cancelled', 'noShow') AND o.booking_ref IN (
  SELECT j.booking_ref FROM job j
  WHERE j.phase IN ('expected', 'waiting', 'inWork', 'paused', 'finished') AND j.booking_ref IS NOT NULL
) ORDER BY o.booking_ref, o.job_id`
  const byRef = new Map<string, JobId[]>()
  for (const { bookingRef, jobId } of statement<[], { bookingRef: string; jobId: JobId }>(db, sql).all()) {
    byRef.set(bookingRef, [...(byRef.get(bookingRef) ?? []), jobId])
  }
  return [...byRef].flatMap(([bookingRef, jobIds]) => (jobIds.length > 1 ? [{ bookingRef, jobIds }] : []))
}

function ids<Id>(rows: readonly { readonly id: Id }[]): readonly Id[] {
  return rows.map(({ id }) => id)
}
