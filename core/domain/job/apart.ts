import type { EventId } from '../../basics/ids.ts'
import type { Conflict, ConflictKind } from './conflict.ts'
import type { RecordedJobEvent } from './events.ts'
import type { Job } from './types.ts'

/** Whether the writer of the event had not seen the earlier one. */
export function isApart({ apart = [] }: RecordedJobEvent, eventId: EventId | null): boolean {
  return eventId !== null && apart.includes(eventId)
}

export function withConflict(job: Job, kind: ConflictKind, about: readonly EventId[], { atUtcMs }: RecordedJobEvent): Job {
  return { ...job, conflicts: [...job.conflicts, { kind, about, atUtcMs, settled: null }] }
}

/** A step that does not fit: told when its writer had not seen everything, else it is a repetition and changes nothing. */
export function notApplied(job: Job, recorded: RecordedJobEvent): Job {
  return (recorded.apart ?? []).length > 0 ? withConflict(job, 'factNotApplied', [recorded.eventId], recorded) : job
}

export function openConflicts({ conflicts }: Pick<Job, 'conflicts'>): readonly Conflict[] {
  return conflicts.filter(({ settled }) => settled === null)
}

export function isAbout({ about }: Conflict, eventIds: readonly EventId[]): boolean {
  return about.length === eventIds.length && about.every((eventId) => eventIds.includes(eventId))
}
