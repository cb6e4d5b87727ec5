import { isApart, withConflict } from './apart.ts'
import type { RecordedJobEvent } from './events.ts'
import { lastStep, newestStep, step, withdrawn } from './step.ts'
import type { CancelledBy, Job } from './types.ts'

/**
 * A cancellation, by the desk or on the platform. What the garage has begun, or a car that stands in it, is not undone by
 * somebody who did not know of it: the work wins, and the desk is told (sync.md, "Conflicts").
 */
export function cancelled(job: Job, recorded: RecordedJobEvent, by: CancelledBy, reason: string, onPlatform: boolean): Job {
  const { phase } = job
  const { eventId, atUtcMs } = recorded
  if (phase.kind === 'cancelled') return job
  const isBegun = phase.kind !== 'expected' && phase.kind !== 'waiting' && phase.kind !== 'noShow'
  const start = newestStep(job, 'start')
  if (isBegun && start !== null && (onPlatform || isApart(recorded, start.eventId))) {
    return withConflict(job, 'cancelAfterStart', [start.eventId, eventId], recorded)
  }
  const arrival = phase.kind === 'waiting' ? newestStep(job, 'checkIn') : null
  if (arrival !== null && isApart(recorded, arrival.eventId)) {
    return withConflict(job, 'cancelAfterArrival', [arrival.eventId, eventId], recorded)
  }
  if (phase.kind === 'finished' || phase.kind === 'handedOver') {
    const newest = job.steps.at(-1)?.eventId ?? null
    return newest !== null && isApart(recorded, newest) ? withConflict(job, 'cancelAfterStart', [newest, eventId], recorded) : job
  }
  return step(job, 'cancel', eventId, atUtcMs, {
    kind: 'cancelled',
    arrival: 'arrival' in phase ? phase.arrival : null,
    by,
    reason,
    cancelledAtUtcMs: atUtcMs,
  })
}

/** The job as it was before a cancellation or a move that the writer of this event had not seen, and which of them that was. */
export function beforeUnseen(job: Job, recorded: RecordedJobEvent): { readonly job: Job; readonly unseen: 'cancel' | 'moveSlot' | null } {
  for (const kind of ['cancel', 'moveSlot'] as const) {
    const last = lastStep(job, kind)
    if (last !== null && isApart(recorded, last.eventId)) return { job: withdrawn(job, last.eventId), unseen: kind }
  }
  return { job, unseen: null }
}
