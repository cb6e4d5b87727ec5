import type { PhaseKind } from './types.ts'

/** The visit is over, one way or another: nothing is asked, used or billed any more. */
export function isClosed(phase: PhaseKind): boolean {
  return phase === 'handedOver' || phase === 'cancelled' || phase === 'noShow'
}

/** From the arrival until the hand-over: car and customer can be dealt with. */
export function isHere(phase: PhaseKind): boolean {
  return phase === 'waiting' || isBegun(phase)
}

/** From the start of the work until the hand-over: parts can be logged, accepted items begun. */
export function isBegun(phase: PhaseKind): boolean {
  return phase === 'inWork' || phase === 'paused' || phase === 'finished'
}

/** The work was finished, whether the car still stands here or not. */
export function isWorkOver(phase: PhaseKind): boolean {
  return phase === 'finished' || phase === 'handedOver'
}
