import type { BayId, JobId, PersonId, ServiceId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'

/** The garage's own queue minutes (queue.md, "Words"). All whole minutes, set by the owner. */
export type QueueSettings = {
  /** g: how long after the slot a customer still counts as on time, and how long the slot is held. */
  readonly graceMin: number
  /** e: earlier than this before the slot is an early arrival: may fill a gap, never displaces anyone. */
  readonly earlyWindowMin: number
  /** dL: a late customer's due time is his arrival plus this. */
  readonly lateDeferralMin: number
  /** dW: a no-slot customer's due time is his arrival plus this. */
  readonly noSlotDeferralMin: number
  /** H: how far ahead of a slot the guard begins to hold a bay. */
  readonly holdMin: number
  /** tau: an on-time customer is to be started within this after his slot. */
  readonly promiseMin: number
  /** N: after this the booking is marked as a no-show. */
  readonly noShowMin: number
  /** B: past due time plus this the guard no longer holds a job. */
  readonly patienceMin: number
}

export const defaultQueueSettings: QueueSettings = {
  graceMin: 10,
  earlyWindowMin: 15,
  lateDeferralMin: 60,
  noSlotDeferralMin: 90,
  holdMin: 10,
  promiseMin: 10,
  noShowMin: 30,
  patienceMin: 90,
}

export type ArrivalClass = 'onTime' | 'late' | 'noSlot'

export type BayKind = 'lift' | 'flat' | 'pit' | 'alignment' | 'electrical'
export const bayKinds: readonly BayKind[] = ['lift', 'flat', 'pit', 'alignment', 'electrical']

export type Skill = 'mechanical' | 'electrical' | 'brakes' | 'tyres' | 'diagnosis' | 'body' | 'aircon'
export const skills: readonly Skill[] = ['mechanical', 'electrical', 'brakes', 'tyres', 'diagnosis', 'body', 'aircon']

/** What a job asks of whoever and wherever it is done. An empty list asks nothing. */
export type Needs = {
  /** Every one of these must be among the mechanic's skills. */
  readonly skills: readonly Skill[]
  /** The bay's kind must be one of these; empty: any bay. */
  readonly bayKinds: readonly BayKind[]
}

/** An estimated working time: what a simulation draws from and a schedule adds up. */
export type DurationEstimate = {
  readonly meanMin: number
  /** Standard deviation over mean; 0.35 until the garage's own jobs say otherwise. */
  readonly variation: number
}

export type WaitingJob = {
  readonly jobId: JobId
  readonly arrivalClass: ArrivalClass
  /** Null without a slot. A late customer keeps the slot he missed. */
  readonly slotStartUtcMs: UtcMs | null
  readonly arrivedAtUtcMs: UtcMs
  readonly needs: Needs
  readonly estimate: DurationEstimate
}

/** Booked for today and not here yet. */
export type ExpectedJob = {
  readonly jobId: JobId
  readonly slotStartUtcMs: UtcMs
  readonly needs: Needs
  readonly estimate: DurationEstimate
}

/** In a bay, or paused while it keeps its bay. A paused job that freed its bay is not listed here: it resumes from `paused`. */
export type RunningJob = {
  readonly jobId: JobId
  readonly bayId: BayId
  readonly mechanicId: PersonId
  /** Minutes actually worked until now; pauses do not count. */
  readonly workedMin: number
  readonly estimate: DurationEstimate
  /** Null while work goes on; else why it stands (its bay stays taken until it resumes). */
  readonly pausedFor: PauseReason | null
}

export type PauseReason = 'consent' | 'part' | 'mechanic' | 'other'
export const pauseReasons: readonly PauseReason[] = ['consent', 'part', 'mechanic', 'other']

export type QueueMechanic = { readonly mechanicId: PersonId; readonly skills: readonly Skill[] }
export type QueueBay = { readonly bayId: BayId; readonly kind: BayKind }

/** Everything the order depends on. The same input gives the same order on every device; `nowUtcMs` is an input like the rest. */
export type QueueInput = {
  readonly nowUtcMs: UtcMs
  readonly settings: QueueSettings
  readonly waiting: readonly WaitingJob[]
  readonly expected: readonly ExpectedJob[]
  readonly running: readonly RunningJob[]
  /** Mechanics at work today, busy or free. */
  readonly mechanics: readonly QueueMechanic[]
  readonly bays: readonly QueueBay[]
}

/** One finished job, for learning durations. */
export type DurationSample = {
  readonly serviceId: ServiceId
  readonly vehicleClass: string
  readonly mechanicId: PersonId
  readonly workedMin: number
}
