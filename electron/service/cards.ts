import type { JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { JobCard, PassedOver } from '../../core/contract/views.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { capRial } from '../../core/domain/pricing/cap.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { passedOverBy } from '../../db/queries/jobs.ts'
import { cardAccount } from './account.ts'

export function jobCard(job: Job, nowUtcMs: UtcMs): JobCard {
  const { jobId, jobNo, customer, vehicle, services, slotStartUtcMs, acceptedRial, note } = job
  const account = cardAccount(job, nowUtcMs)
  return { jobId, jobNo, customer, vehicle, services, slotStartUtcMs, acceptedRial, note, capRial: capRial(job), account }
}

export function passedOver(db: ReadableDb, jobId: JobId): readonly PassedOver[] {
  return passedOverBy(db, jobId).map(({ byJobId, byJobNo, reason, atUtcMs }) => ({ jobId: byJobId, jobNo: byJobNo, reason, atUtcMs }))
}
