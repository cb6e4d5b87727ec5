import type { EventId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Job, Phase, Step, StepKind, WithdrawnArrival } from './types.ts'

/** The job one step further. The step keeps what taking it back restores. */
export function step(job: Job, kind: StepKind, eventId: EventId, atUtcMs: UtcMs, phase: Phase): Job {
  const taken: Step = { eventId, kind, atUtcMs, phaseBefore: job.phase, slotBeforeUtcMs: job.slotStartUtcMs }
  return { ...job, phase, steps: [...job.steps, taken] }
}

/** The step that holds now, if it is of this kind. */
export function lastStep(job: Job, kind: StepKind): Step | null {
  const last = job.steps.at(-1)
  return last?.kind === kind ? last : null
}

/** The newest step of a kind, wherever it stands. */
export function newestStep({ steps }: Job, kind: StepKind): Step | null {
  return steps.findLast((each) => each.kind === kind) ?? null
}

/** Takes the last step back. An earlier one stays: what was built on it cannot be unmade by half. */
export function withdrawn(job: Job, eventId: EventId): Job {
  const last = job.steps.at(-1)
  if (last?.eventId !== eventId) return job
  return {
    ...job,
    phase: last.phaseBefore,
    slotStartUtcMs: last.slotBeforeUtcMs,
    steps: job.steps.slice(0, -1),
    withdrawnArrivals: last.kind === 'checkIn' ? [...job.withdrawnArrivals, ...arrivalOf(job, eventId)] : job.withdrawnArrivals,
    outOfTurn: last.kind === 'start' ? null : job.outOfTurn,
  }
}

function arrivalOf({ phase }: Job, arrivalId: EventId): readonly WithdrawnArrival[] {
  if (phase.kind !== 'waiting') return []
  const { arrivedAtUtcMs, evidence } = phase.arrival
  return [{ arrivalId, arrivedAtUtcMs, slotStartUtcMs: evidence.slotStartUtcMs, clock: evidence.clock }]
}
