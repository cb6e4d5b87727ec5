import type { GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { evolve } from '../../../core/domain/job/evolve.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { evolveRequest } from '../../../core/domain/request/evolve.ts'
import type { PriceRequest } from '../../../core/domain/request/types.ts'
import { canonicalOrder } from '../../../core/sync/order.ts'
import { jobIdOfStream, jobStream, parseJobEvent } from '../../../core/wire/jobEvents.ts'
import { parseRequestEvent, requestStream } from '../../../core/wire/requestEvents.ts'
import type { Client, Database } from '../../database/pool.ts'
import { eventColumns, storedEvent, type EventRow, type StoredEvent } from '../../log/events.ts'
import { readStream } from '../../log/read.ts'

/** Streams as the garage's own program folds them: the same reducer in the same order. */

export async function readJob(client: Client | Database, garage: GarageId, jobId: JobId): Promise<Job | null> {
  return foldJob(jobId, await readStream(client, garage, jobStream(jobId)))
}

export async function readRequest(client: Client | Database, garage: GarageId, requestId: RequestId): Promise<PriceRequest | null> {
  const events = await readStream(client, garage, requestStream(requestId))
  return canonicalOrder(events).reduce<PriceRequest | null>((request, { event, apart }) => {
    const read = parseRequestEvent(event)
    if (read === null) return request
    return evolveRequest(request, { eventId: event.id, requestId, atUtcMs: event.wallAtUtcMs, actorId: event.actor, apart, event: read })
  }, null)
}

const slotsSql = `SELECT ${eventColumns} FROM event WHERE garage = $1 AND stream IN (
  SELECT stream FROM event WHERE garage = $1 AND type IN ('jobOpened', 'bookingMade', 'slotMoved', 'bookingMoved')
    AND substring(payload from '"(?:slotStartUtcMs|toUtcMs)":([0-9]{1,15})[,}]')::bigint >= $2)
ORDER BY gseq`

/** The jobs that have, or had, a slot at this instant or later. */
export async function readJobsFrom(client: Client | Database, garage: GarageId, fromUtcMs: UtcMs): Promise<readonly Job[]> {
  const { rows } = await client.query<EventRow>(slotsSql, [garage, fromUtcMs])
  const streams = Map.groupBy(rows.map(storedEvent), ({ stream }) => stream)
  return [...streams].flatMap(([stream, events]) => {
    const jobId = jobIdOfStream(stream)
    const job = jobId === null ? null : foldJob(jobId, events)
    return job ?? []
  })
}

function foldJob(jobId: JobId, events: readonly StoredEvent[]): Job | null {
  return canonicalOrder(events).reduce<Job | null>((job, { event, apart }) => {
    const read = parseJobEvent(event)
    if (read === null) return job
    return evolve(job, { eventId: event.id, jobId, atUtcMs: event.wallAtUtcMs, actorId: event.actor, apart, event: read })
  }, null)
}
