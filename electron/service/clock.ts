import { utcMs, type UtcMs } from '../../core/basics/instant.ts'
import type { ClockState } from '../../core/domain/job/visit.ts'

/** The only place where the program asks what time it is. */
export type Clock = {
  readonly wallUtcMs: () => UtcMs
  /** Milliseconds that pass whatever is done to the wall clock; its zero means nothing. */
  readonly monotonicMs: () => number
}

export const systemClock: Clock = { wallUtcMs: () => utcMs(Date.now()), monotonicMs: () => performance.now() }

/** A clock that was set to a moment when the program started, for demonstrations. */
export function clockFrom(startUtcMs: UtcMs, clock: Clock = systemClock): Clock {
  const begun = clock.monotonicMs()
  return { wallUtcMs: () => utcMs(startUtcMs + Math.round(clock.monotonicMs() - begun)), monotonicMs: clock.monotonicMs }
}

/** A PC's clock may drift this far from the monotonic one, or stand this far behind the log's last record, before it is said. */
const toleratedMs = 120_000
/** A clock that was moved and has run evenly for this long since is taken for the right one. */
const settledAfterMs = 3_600_000

export type ClockWatch = { readonly state: (nowUtcMs: UtcMs, lastRecordedUtcMs: UtcMs | null) => ClockState }

/** Tells a clock that was set back or forward. It is recorded and shown; it never stops the work. */
export function watchClock(clock: Clock): ClockWatch {
  const aheadOfMonotonic = (): number => clock.wallUtcMs() - clock.monotonicMs()
  let trustedMs = aheadOfMonotonic()
  let moved: { readonly toMs: number; readonly atMonotonicMs: number } | null = null

  const hasJumped = (): boolean => {
    const aheadMs = aheadOfMonotonic()
    if (Math.abs(aheadMs - trustedMs) <= toleratedMs) {
      moved = null
      return false
    }
    if (moved === null || Math.abs(aheadMs - moved.toMs) > toleratedMs) moved = { toMs: aheadMs, atMonotonicMs: clock.monotonicMs() }
    if (clock.monotonicMs() - moved.atMonotonicMs < settledAfterMs) return true
    trustedMs = aheadMs
    moved = null
    return false
  }

  return {
    state: (nowUtcMs, lastRecordedUtcMs) => {
      const jumped = hasJumped()
      if (lastRecordedUtcMs !== null && lastRecordedUtcMs - nowUtcMs > toleratedMs) return 'behind'
      return jumped ? 'jumped' : 'ok'
    },
  }
}
