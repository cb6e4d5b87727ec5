import { addMinutes, utcMs, type UtcMs } from '../../../core/basics/instant.ts'
import { classify } from '../../../core/domain/queue/arrival.ts'
import {
  defaultQueueSettings,
  type BayKind,
  type DurationEstimate,
  type ExpectedJob,
  type Needs,
  type PauseReason,
  type QueueBay,
  type QueueInput,
  type QueueMechanic,
  type RunningJob,
  type Skill,
  type WaitingJob,
} from '../../../core/domain/queue/types.ts'
import { bayId, jobId, personId } from '../../simulation/ids.ts'

const midnight = utcMs(Date.UTC(2026, 0, 3))

/** '09:30' of the test's day. */
export function at(clock: string): UtcMs {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return addMinutes(midnight, hours * 60 + minutes)
}

export const settings = defaultQueueSettings

export function lasting(meanMin: number): DurationEstimate {
  return { meanMin, variation: 0.35 }
}

const anything: Needs = { skills: [], bayKinds: [] }

type Wish = { readonly min?: number; readonly needs?: Partial<Needs> }

export function booked(id: string, slot: string, arrived: string, wish: Wish = {}): WaitingJob {
  return waitingJob(id, at(slot), at(arrived), wish)
}

export function walkIn(id: string, arrived: string, wish: Wish = {}): WaitingJob {
  return waitingJob(id, null, at(arrived), wish)
}

function waitingJob(id: string, slotStartUtcMs: UtcMs | null, arrivedAtUtcMs: UtcMs, { min = 60, needs = {} }: Wish): WaitingJob {
  const { arrivalClass } = classify(slotStartUtcMs, arrivedAtUtcMs, settings)
  return { jobId: jobId(id), arrivalClass, slotStartUtcMs, arrivedAtUtcMs, needs: { ...anything, ...needs }, estimate: lasting(min) }
}

export function expected(id: string, slot: string, { min = 60, needs = {} }: Wish = {}): ExpectedJob {
  return { jobId: jobId(id), slotStartUtcMs: at(slot), needs: { ...anything, ...needs }, estimate: lasting(min) }
}

export function running(
  id: string,
  by: string,
  where: string,
  workedMin: number,
  min: number,
  pausedFor: PauseReason | null = null,
): RunningJob {
  return { jobId: jobId(id), mechanicId: personId(by), bayId: bayId(where), workedMin, estimate: lasting(min), pausedFor }
}

export function mechanic(id: string, ...skills: Skill[]): QueueMechanic {
  return { mechanicId: personId(id), skills }
}

export function bay(id: string, kind: BayKind = 'lift'): QueueBay {
  return { bayId: bayId(id), kind }
}

/** One mechanic with one bay, nothing to do, unless said otherwise. */
export function garage(now: string, given: Partial<Omit<QueueInput, 'nowUtcMs'>> = {}): QueueInput {
  return { nowUtcMs: at(now), settings, waiting: [], expected: [], running: [], mechanics: [mechanic('ali')], bays: [bay('b1')], ...given }
}
