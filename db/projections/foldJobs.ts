import type { JobId } from '../../core/basics/ids.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { jobIdOfStream, jobStream, parseJobEvent } from '../../core/wire/jobEvents.ts'
import type { ReadableDb } from '../connection.ts'
import { nextStream, readStream, type EventRow } from '../log/read.ts'

/** One job folded from its stream; null when the log has none. */
export function foldJob(db: ReadableDb, jobId: JobId): Job | null {
  return readStream(db, jobStream(jobId)).reduce(foldRow, null)
}

/**
 * Every job of the log, one at a time, in the order of their streams. Stream by stream rather than one long cursor: the
 * caller may write between two jobs, which SQLite's binding forbids while a cursor is open.
 */
export function* foldAllJobs(db: ReadableDb): Generator<Job> {
  for (let stream = nextStream(db, ''); stream !== null; stream = nextStream(db, stream)) {
    const job = readStream(db, stream).reduce(foldRow, null)
    if (job !== null) yield job
  }
}

function foldRow(job: Job | null, row: EventRow): Job | null {
  const jobId = jobIdOfStream(row.stream)
  const event = jobId === null ? null : parseJobEvent(row)
  if (jobId === null || event === null) return job
  return evolve(job, { eventId: row.id, jobId, atUtcMs: row.wallAtUtcMs, actorId: row.actor, event })
}
