import type { Entry } from './floor.ts'

/**
 * The rule by which one job goes before another at an instant, in falling weight. `sameInstant` is the job id's tie-break: it means
 * nothing to people but keeps the order total.
 */
export type PrecedenceRule = 'resumes' | 'onTimeFirst' | 'earlierSlot' | 'earlyWaits' | 'earlierDue' | 'earlierArrival' | 'sameInstant'

type Instants = { readonly slotAt: number; readonly dueAt: number; readonly arrivedAt: number; readonly jobId: string }

/**
 * Rank of rule 3 and rule 5: 0 slot come, 1 the others, 2 before the early window. An early customer stops being one when his window
 * opens: had he come only then, he would stand in rank 1, and coming earlier must not put him later.
 */
export function rankAt(slotAt: number, earlyMs: number, at: number): 0 | 1 | 2 {
  if (slotAt <= at) return 0
  return slotAt === Infinity || slotAt - earlyMs <= at ? 1 : 2
}

/** Why `first` goes before `second` at this instant, or null when it does not. */
export function precedence(first: Entry, second: Entry, earlyMs: number, at: number): PrecedenceRule | null {
  const rank = rankAt(first.slotAt, earlyMs, at)
  const secondRank = rankAt(second.slotAt, earlyMs, at)
  if (rank !== secondRank) {
    if (rank > secondRank) return null
    if (rank === 1) return 'earlyWaits'
    return first.pausedFor === null ? 'onTimeFirst' : 'resumes'
  }
  // Within one rank a slot is its own due time, so that one comparison serves all three.
  if (byDue(first, second) > 0) return null
  if (first.dueAt < second.dueAt) {
    if (first.pausedFor !== null) return 'resumes'
    return rank === 1 ? 'earlierDue' : 'earlierSlot'
  }
  return first.arrivedAt < second.arrivedAt ? 'earlierArrival' : 'sameInstant'
}

export function byDue(a: Instants, b: Instants): number {
  return compareNumber(a.dueAt, b.dueAt) || compareNumber(a.arrivedAt, b.arrivedAt) || compareText(a.jobId, b.jobId)
}

export function bySlotAndArrival(a: Instants, b: Instants): number {
  return compareNumber(a.slotAt, b.slotAt) || compareNumber(a.arrivedAt, b.arrivedAt) || compareText(a.jobId, b.jobId)
}

export function bySlotAndId(a: Instants, b: Instants): number {
  return compareNumber(a.slotAt, b.slotAt) || compareText(a.jobId, b.jobId)
}

/** A difference would be NaN for two infinities. */
function compareNumber(a: number, b: number): number {
  if (a < b) return -1
  return a > b ? 1 : 0
}

/** By code units: the same on every device, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a < b) return -1
  return a > b ? 1 : 0
}
