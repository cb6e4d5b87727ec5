import type { ActorId, EventId, JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { JobEvent, RecordedJobEvent } from '../../core/domain/job/events.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { jobEventVersion, jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { projectJob } from '../../db/projections/project.ts'
import { appendSigned } from './appendSigned.ts'
import { tidyConsentDrafts } from './consentDrafts.ts'
import type { GarageContext } from './context.ts'

/**
 * Appends a job's new events and brings its rows up to date, in the caller's transaction.
 * @param before the job as the log has it, null for a new one
 */
export function record(
  context: GarageContext,
  jobId: JobId,
  before: Job | null,
  events: readonly JobEvent[],
  actorId: ActorId,
  now: UtcMs,
): void {
  const recorded = events.map((event): RecordedJobEvent => ({ eventId: context.newId<EventId>(now), jobId, atUtcMs: now, actorId, event }))
  const stream = jobStream(jobId)
  appendSigned(
    context,
    actorId,
    now,
    recorded.map(({ eventId, event }) => ({ id: eventId, stream, type: event.type, v: jobEventVersion, payload: payloadOf(event) })),
  )
  const job = recorded.reduce(evolve, before)
  if (job === null) throw new Error('a stream begins with its opening')
  projectJob(context.db, job, before)
  if (before !== null && before.consents !== job.consents) tidyConsentDrafts(context.db, job)
}
