import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventId, JobId } from '../../core/basics/ids.ts'
import type { JobEvent, RecordedJobEvent } from '../../core/domain/job/events.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import { closeDatabase, openDatabase, type WritableDb } from '../../db/connection.ts'
import { appendEvents } from '../../db/log/append.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { projectJob } from '../../db/projections/project.ts'
import { author } from './author.ts'
import { testId } from './ids.ts'
import { temporaryFolder } from './temporary.ts'

/** A database in a file of its own, closed and removed when the test ends. */
export function temporaryDatabase(file = join(temporaryFolder(), 'garage.sqlite')): WritableDb {
  const opened = openDatabase(file)
  if (!opened.ok) throw new Error(opened.error.code)
  onTestFinished(() => closeDatabase(opened.value))
  return opened.value
}

let written = 0

/** Appends and projects in one transaction, as the service does. */
export function write(db: WritableDb, jobId: JobId, wallAtUtcMs: UtcMs, ...events: readonly JobEvent[]): void {
  db.transaction(() => {
    const before = foldJob(db, jobId)
    const recorded = events.map((event): RecordedJobEvent => {
      written += 1
      return { eventId: testId<EventId>(1_000_000 + written), jobId, atUtcMs: wallAtUtcMs, actorId: author.actor, event }
    })
    const stream = jobStream(jobId)
    appendEvents(
      db,
      { ...author, wallAtUtcMs },
      recorded.map(({ eventId, event }) => ({
        id: eventId,
        stream,
        type: event.type,
        v: eventVersion(event.type),
        payload: payloadOf(event),
      })),
    )
    const job = recorded.reduce(evolve, before)
    if (job !== null) projectJob(db, job, before)
  }).immediate()
}
