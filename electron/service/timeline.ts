import type { JobId } from '../../core/basics/ids.ts'
import type { Actor, TimelineEntry } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { jobStream, parseJobEvent } from '../../core/wire/jobEvents.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { readOrdered, type StreamEvent } from '../../db/log/stream.ts'
import { actorName } from './actorName.ts'

/**
 * Everything that was recorded of the job, in the order in which it is folded. What cannot be read is kept in the log, told by
 * the sync badge, and not shown.
 */
export function timeline(db: ReadableDb, garage: Garage, jobId: JobId): readonly TimelineEntry[] {
  return timelineFacts(db, garage, jobId).map(({ entry }) => entry)
}

/** The same with who wrote each. */
export function timelineFacts(
  db: ReadableDb,
  garage: Garage,
  jobId: JobId,
): readonly { readonly entry: TimelineEntry; readonly stored: StreamEvent }[] {
  const facts = readOrdered(db, jobStream(jobId)).flatMap(({ event: stored }) => {
    const event = stored.isBarred ? null : parseJobEvent(stored)
    return event === null ? [] : [{ stored, event }]
  })
  const withdrawn = new Set(facts.flatMap(({ event }) => (event.type === 'stepWithdrawn' ? [event.withdraws] : [])))
  return facts.map(({ stored, event }) => ({
    stored,
    entry: {
      eventId: stored.id,
      atUtcMs: stored.wallAtUtcMs,
      actor: actorOf(garage, stored),
      event,
      ...places(garage, event),
      withdrawn: withdrawn.has(stored.id),
    },
  }))
}

function actorOf(garage: Garage, { actor }: StreamEvent): Actor {
  const isPerson = actor !== 'system' && actor !== 'customer' && actor !== 'platform'
  return { personId: isPerson ? actor : null, name: actorName(garage, actor) }
}

function places(garage: Garage, event: JobEvent): Pick<TimelineEntry, 'bayName' | 'mechanicName'> {
  if (event.type !== 'workStarted' && event.type !== 'workResumed') return { bayName: null, mechanicName: null }
  return { bayName: bayName(garage, event.bayId), mechanicName: actorName(garage, event.mechanicId) }
}

export function bayName(garage: Garage, bayId: string | undefined): string | null {
  return garage.bays.find((bay) => bay.bayId === bayId)?.name ?? null
}
