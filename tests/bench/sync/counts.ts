import { statement, type ReadableDb } from '../../../db/connection.ts'

export function countEvents(db: ReadableDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM event').get()?.n ?? 0
}

/** Jobs that the projection shows. */
export function countJobs(db: ReadableDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM job').get()?.n ?? 0
}
