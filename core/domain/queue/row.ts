import type { BayId, JobId, PersonId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { ArrivalFacts } from './arrival.ts'
import type { ExpectedStart } from './expectedStart.ts'
import type { PrecedenceRule } from './precedence.ts'

/** A waiting job's place in the order and every fact that explains it. Never a sentence: the words are the reader's. */
export type QueueRow = {
  readonly jobId: JobId
  /** 1 is served next. */
  readonly position: number
  readonly arrival: ArrivalFacts
  readonly dueAtUtcMs: UtcMs
  readonly turn: Turn
  /** Those who are to start before this job and want a mechanic or a bay that it could have, in the order of their starts. */
  readonly ahead: readonly Ahead[]
  readonly patience: Patience
  /** Null when nobody can serve the job, or when expected starts were not asked for. */
  readonly expectedStart: ExpectedStart | null
}

/** `start`: it may start now, and this is who should do it where. Else why it may not. */
export type Turn =
  | { readonly kind: 'start'; readonly mechanicId: PersonId; readonly bayId: BayId }
  | { readonly kind: 'wait'; readonly why: WhyWait }

export type WhyWait =
  /** Nobody at work today has all the skills it needs. */
  | { readonly code: 'noFittingMechanic' }
  /** The garage has no bay of a kind it needs. */
  | { readonly code: 'noFittingBay' }
  | { readonly code: 'mechanicsBusy' }
  | { readonly code: 'baysBusy' }
  /** A place is free but kept for this on-time customer, until he starts or `untilUtcMs` at the latest. */
  | {
      readonly code: 'guard'
      readonly protectsJobId: JobId
      readonly slotStartUtcMs: UtcMs
      readonly isHere: boolean
      readonly untilUtcMs: UtcMs
    }

/**
 * Beside the rules of precedence: `elsewhere`: it stands behind in the order, but takes a mechanic or a bay that this job cannot use.
 * `gap`: it stands behind in the order, but is short enough for a gap that is too short for this job.
 */
export type AheadRule = PrecedenceRule | 'elsewhere' | 'gap'

export type Ahead = { readonly jobId: JobId; readonly rule: AheadRule; readonly isHere: boolean }

/** Rule 6. Once spent the guard no longer holds the job, and the desk is told: offer a new slot, or serve by override. */
export type Patience = { readonly endsAtUtcMs: UtcMs; readonly isSpent: boolean }
