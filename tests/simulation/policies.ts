import { addMinutes, type UtcMs } from '../../core/basics/instant.ts'
import { dueAt } from '../../core/domain/queue/arrival.ts'
import type { QueueInput, WaitingJob } from '../../core/domain/queue/types.ts'

export const policyNames = ['fifo', 'appointmentOrder', 'strictClasses', 'dueTimeNoGuard', 'slotFirst'] as const
export type PolicyName = (typeof policyNames)[number]

/**
 * The policies to compare with, each as a relabelling of the input of the one real queue: without slots, without anyone expected and
 * without deferral the queue serves by arrival alone, so that a policy which orders by a key is that queue with the key for an arrival.
 * Choice of mechanic and bay stays the same for all, and what differs is the order only.
 */
export const relabelFor: Readonly<Record<PolicyName, (input: QueueInput) => QueueInput>> = {
  /** First come, first served. */
  fifo: (input) => byKey(input, ({ arrivedAtUtcMs }) => arrivedAtUtcMs),
  /** Whoever has a slot, late or not, by slot; then the others by arrival. */
  appointmentOrder: (input) => byKey(input, ({ slotStartUtcMs, arrivedAtUtcMs }) => slotStartUtcMs ?? behind(arrivedAtUtcMs, 1)),
  /** On time by slot; then late, then no slot, each by arrival. */
  strictClasses: (input) =>
    byKey(input, ({ arrivalClass, slotStartUtcMs, arrivedAtUtcMs }) => {
      if (arrivalClass === 'onTime') return slotStartUtcMs ?? arrivedAtUtcMs
      return behind(arrivedAtUtcMs, arrivalClass === 'late' ? 1 : 2)
    }),
  /** By due time alone: neither the first half of rule 3 nor the guard. */
  dueTimeNoGuard: (input) => byKey(input, (job) => dueAt(job, input.settings)),
  slotFirst: (input) => input,
}

function byKey(input: QueueInput, keyOf: (job: WaitingJob) => UtcMs): QueueInput {
  return {
    ...input,
    settings: { ...input.settings, noSlotDeferralMin: 0 },
    waiting: input.waiting.map((job) => ({ ...job, arrivalClass: 'noSlot', slotStartUtcMs: null, arrivedAtUtcMs: keyOf(job) })),
    expected: [],
  }
}

const weekMin = 7 * 24 * 60

/** Behind everyone of the day who stands fewer weeks behind. */
function behind(instant: UtcMs, weeks: number): UtcMs {
  return addMinutes(instant, weeks * weekMin)
}
