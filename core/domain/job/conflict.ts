import type { ActorId, BayId, EventId, PersonId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'

/**
 * Two facts that were recorded apart and do not go together (sync.md, "Conflicts"). Both are kept; what the job shows
 * meanwhile is decided by a rule, and a task stands on the desk's screen until a person has looked at it.
 */
export type ConflictKind = (typeof conflictKinds)[number]

export const conflictKinds = [
  /** Two PCs started the job: it is in work; somebody says in which bay and with whom. */
  'doubleStart',
  /** Cancelled while the garage had already begun: the work wins. */
  'cancelAfterStart',
  /** Cancelled while the car already stood in the garage: it stays in the queue. */
  'cancelAfterArrival',
  /** Moved while the car already stood in the garage: the arrival counts. */
  'moveAfterArrival',
  /** Two moves of the slot: the later one in the canonical order holds. */
  'movedTwice',
  /** A yes and the withdrawal of what was asked crossed each other: withdrawn until it is asked again. */
  'grantAndWithdrawal',
  /** Two answers to one request: an item counts as accepted only if both say so. */
  'twoAnswers',
  /** Two requests were open at once: each asks about a total that the other one changes. */
  'askedTwice',
  /** Two bills were made apart: the later one in the canonical order holds. */
  'billedTwice',
  /** A step that no longer fits what happened meanwhile: kept, and counted for nothing. */
  'factNotApplied',
] as const

export type Conflict = {
  readonly kind: ConflictKind
  /** What stands, then what does not; one event alone for a fact that was not applied. */
  readonly about: readonly EventId[]
  readonly atUtcMs: UtcMs
  readonly settled: ConflictSettlement | null
}

export type ConflictSettlement = {
  readonly atUtcMs: UtcMs
  readonly by: ActorId
  readonly note: string
  readonly assigned: Assignment | null
}
export type Assignment = { readonly bayId: BayId; readonly mechanicId: PersonId }
