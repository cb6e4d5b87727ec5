import { dayMs, minuteMs, type UtcMs } from '../../../core/basics/instant.ts'

/** How much time is left, in the largest unit that still says enough. Rounded down: nobody is promised a minute too many. */
export type Countdown =
  | { readonly kind: 'over' }
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'days'; readonly days: number }

/** So long before the end the seconds are counted. */
export const secondsShownMs = 2 * minuteMs
/** From here on hours say nothing to a person at a counter. */
const daysShownMs = 2 * dayMs
const secondMs = 1_000

export function countdownTo(untilUtcMs: UtcMs, nowUtcMs: UtcMs): Countdown {
  const leftMs = untilUtcMs - nowUtcMs
  if (leftMs < 0) return { kind: 'over' }
  if (leftMs < secondsShownMs) return { kind: 'seconds', seconds: Math.floor(leftMs / secondMs) }
  if (leftMs < daysShownMs) return { kind: 'minutes', minutes: Math.floor(leftMs / minuteMs) }
  return { kind: 'days', days: Math.floor(leftMs / dayMs) }
}

/** Until one of the countdowns reads differently; null when all are over. Of those in days the next minute is soon enough. */
export function nextTickMs(untils: readonly UtcMs[], nowUtcMs: UtcMs): number | null {
  const ticks = untils.map((until) => until - nowUtcMs).flatMap((leftMs) => (leftMs < 0 ? [] : [tickMs(leftMs)]))
  return ticks.length === 0 ? null : Math.min(...ticks)
}

/** One millisecond past the full minute or second, as what is left is rounded down. */
function tickMs(leftMs: number): number {
  return leftMs < secondsShownMs ? (leftMs % secondMs) + 1 : (leftMs % minuteMs) + 1
}
