import type { ActorId, JobId } from '../../core/basics/ids.ts'
import type { JobCard, PassedOver } from '../../core/contract/views.ts'
import { capRial } from '../../core/domain/job/cap.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { passedOverBy } from '../../db/queries/jobs.ts'

export function jobCard(job: Job): JobCard {
  const { jobId, jobNo, customer, vehicle, services, slotStartUtcMs, acceptedRial, note } = job
  return { jobId, jobNo, customer, vehicle, services, slotStartUtcMs, acceptedRial, note, capRial: capRial(job) }
}

export function passedOver(db: ReadableDb, jobId: JobId): readonly PassedOver[] {
  return passedOverBy(db, jobId).map(({ byJobId, byJobNo, reason, atUtcMs }) => ({ jobId: byJobId, jobNo: byJobNo, reason, atUtcMs }))
}

/** Null for the program itself, and for a person who is no longer in the list. */
export function actorName(garage: Garage, actor: ActorId): string | null {
  return garage.people.find((person) => person.personId === actor)?.name ?? null
}
