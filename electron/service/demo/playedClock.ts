import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Clock } from '../clock.ts'

/** A clock that stands until it is set: a day is played on it in no time. */
export type PlayedClock = Clock & { readonly set: (nowUtcMs: UtcMs) => void }

export function playedClock(startUtcMs: UtcMs): PlayedClock {
  let now = startUtcMs
  return {
    wallUtcMs: () => now,
    // Both move together, so that the days played do not look like a clock that jumped.
    monotonicMs: () => now,
    set: (nowUtcMs) => {
      now = nowUtcMs
    },
  }
}
