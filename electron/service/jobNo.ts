import { nextJobNo as following } from '../../core/sync/jobNo.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { ownDeviceNo } from '../../db/queries/joined.ts'
import { newestJobNo } from '../../db/queries/jobs.ts'

/** The number of the next job that this PC opens. */
export function nextJobNo(db: ReadableDb): number {
  return following(newestJobNo(db), ownDeviceNo(db))
}

/** The numbers of several jobs that are opened at once. */
export function nextJobNos(db: ReadableDb, count: number): readonly number[] {
  const deviceNo = ownDeviceNo(db)
  const numbers: number[] = []
  for (let last = newestJobNo(db); numbers.length < count; numbers.push(last)) last = following(last, deviceNo)
  return numbers
}
