import type { ActorId, EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { JobEvent, RecordedJobEvent } from '../../core/domain/job/events.ts'
import type { RequestEvent } from '../../core/domain/request/events.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { requestStream } from '../../core/wire/requestEvents.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import { foldRequest } from '../../db/projections/foldRequests.ts'
import { projectJob } from '../../db/projections/project.ts'
import { projectRequest } from '../../db/projections/request.ts'
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
    recorded.map(({ eventId, event }) => ({
      id: eventId,
      stream,
      type: event.type,
      v: eventVersion(event.type),
      payload: payloadOf(event),
    })),
  )
  const job = recorded.reduce(evolve, before)
  if (job === null) throw new Error('a stream begins with its opening')
  projectJob(context.db, job, before)
  if (before !== null && before.consents !== job.consents) tidyConsentDrafts(context.db, job)
}

/** Appends a price request's new events and brings its row up to date, in the caller's transaction. */
export function recordRequest(
  context: GarageContext,
  requestId: RequestId,
  events: readonly RequestEvent[],
  actorId: ActorId,
  now: UtcMs,
): void {
  const stream = requestStream(requestId)
  appendSigned(
    context,
    actorId,
    now,
    events.map(({ type, ...payload }) => ({ id: context.newId<EventId>(now), stream, type, v: eventVersion(type), payload })),
  )
  projectRequest(context.db, requestId, foldRequest(context.db, requestId))
}
