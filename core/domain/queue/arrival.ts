import { assertNever } from '../../basics/assertNever.ts'
import { addMinutes, minuteMs, type UtcMs } from '../../basics/instant.ts'
import type { ArrivalClass, QueueSettings, WaitingJob } from './types.ts'

/** The facts a class rests on, to be kept with it and shown to the customer. */
export type ArrivalFacts = {
  readonly arrivalClass: ArrivalClass
  readonly arrivedAtUtcMs: UtcMs
  readonly slotStartUtcMs: UtcMs | null
  /** a + g; null without a slot. */
  readonly graceEndsAtUtcMs: UtcMs | null
  /** Whole minutes past the end of grace, begun ones counted, so that a late customer never reads 0. */
  readonly minutesPastGrace: number
  /** Whole minutes before the slot; 0 from the slot on. */
  readonly minutesEarly: number
  /** Here before the early window opened (r < a - e). */
  readonly isEarly: boolean
}

/** Rule 1. It sees the slot, the arrival and the garage's minutes only, so no overrun of the garage can change it. */
export function classify(slotStartUtcMs: UtcMs | null, arrivedAtUtcMs: UtcMs, settings: QueueSettings): ArrivalFacts {
  return arrivalFacts(classOf(slotStartUtcMs, arrivedAtUtcMs, settings), slotStartUtcMs, arrivedAtUtcMs, settings)
}

/** The evidence beside a class that was recorded at check-in; the recorded class stands even if the settings changed since. */
export function arrivalFacts(
  arrivalClass: ArrivalClass,
  slotStartUtcMs: UtcMs | null,
  arrivedAtUtcMs: UtcMs,
  settings: QueueSettings,
): ArrivalFacts {
  const graceEndsAtUtcMs = slotStartUtcMs === null ? null : slotReleasedAt(slotStartUtcMs, settings)
  const pastGraceMs = graceEndsAtUtcMs === null ? 0 : arrivedAtUtcMs - graceEndsAtUtcMs
  const earlyMs = slotStartUtcMs === null ? 0 : slotStartUtcMs - arrivedAtUtcMs
  return {
    arrivalClass,
    arrivedAtUtcMs,
    slotStartUtcMs,
    graceEndsAtUtcMs,
    minutesPastGrace: Math.max(0, Math.ceil(pastGraceMs / minuteMs)),
    minutesEarly: Math.max(0, Math.floor(earlyMs / minuteMs)),
    isEarly: slotStartUtcMs !== null && earlyMs > settings.earlyWindowMin * minuteMs,
  }
}

function classOf(slotStartUtcMs: UtcMs | null, arrivedAtUtcMs: UtcMs, settings: QueueSettings): ArrivalClass {
  if (slotStartUtcMs === null) return 'noSlot'
  return arrivedAtUtcMs <= slotReleasedAt(slotStartUtcMs, settings) ? 'onTime' : 'late'
}

/** Rule 2: D = a, r + dL or r + dW. An on-time job without its slot counts from its arrival. */
export function dueAt(job: Pick<WaitingJob, 'arrivalClass' | 'slotStartUtcMs' | 'arrivedAtUtcMs'>, settings: QueueSettings): UtcMs {
  switch (job.arrivalClass) {
    case 'onTime':
      return job.slotStartUtcMs ?? job.arrivedAtUtcMs
    case 'late':
      return addMinutes(job.arrivedAtUtcMs, settings.lateDeferralMin)
    case 'noSlot':
      return addMinutes(job.arrivedAtUtcMs, settings.noSlotDeferralMin)
    default:
      return assertNever(job.arrivalClass)
  }
}

/** Rule 6: past this moment the guard no longer holds the job and the desk is told. */
export function patienceEndsAt(dueAtUtcMs: UtcMs, settings: QueueSettings): UtcMs {
  return addMinutes(dueAtUtcMs, settings.patienceMin)
}

/** Rule 9: up to and including this moment the slot is kept for the customer; whoever comes later is late. */
export function slotReleasedAt(slotStartUtcMs: UtcMs, settings: QueueSettings): UtcMs {
  return addMinutes(slotStartUtcMs, settings.graceMin)
}

/** Rule 9: from this moment on the booking is marked as a no-show. */
export function noShowAt(slotStartUtcMs: UtcMs, settings: QueueSettings): UtcMs {
  return addMinutes(slotStartUtcMs, settings.noShowMin)
}
