import type { JobId } from '../../core/basics/ids.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { Ordered } from '../../core/sync/order.ts'
import { jobIdOfStream, jobStream, parseJobEvent } from '../../core/wire/jobEvents.ts'
import type { ReadableDb } from '../connection.ts'
import { nextStream } from '../log/read.ts'
import { readOrdered, type StreamEvent } from '../log/stream.ts'

/** One job folded from its stream in canonical order; null when the log has none. */
export function foldJob(db: ReadableDb, jobId: JobId): Job | null {
  return foldJobEvents(jobId, readOrdered(db, jobStream(jobId)))
}

/** @param onUnread called for each event that cannot be read */
export function foldJobEvents(
  jobId: JobId,
  ordered: readonly Ordered<StreamEvent>[],
  onUnread: (event: StreamEvent) => void = () => {},
): Job | null {
  let job: Job | null = null
  for (const { event: stored, apart } of ordered) {
    if (stored.isBarred) continue
    const event = parseJobEvent(stored)
    if (event === null) onUnread(stored)
    else job = evolve(job, { eventId: stored.id, jobId, atUtcMs: stored.wallAtUtcMs, actorId: stored.actor, apart, event })
  }
  return job
}

/**
 * Every job of the log, one at a time, in the order of their streams. Stream by stream rather than one long cursor: the
 * caller may write between two jobs, which SQLite's binding forbids while a cursor is open.
 */
export function* foldAllJobs(db: ReadableDb): Generator<Job> {
  for (let stream = nextStream(db, 'job:'); stream !== null && stream < 'job;'; stream = nextStream(db, stream)) {
    const jobId = jobIdOfStream(stream)
    const job = jobId === null ? null : foldJob(db, jobId)
    if (job !== null) yield job
  }
}
