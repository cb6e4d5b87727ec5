/** The first wait after a failure, and the longest, in ms (sync.md, "Exchange"). */
export const firstWaitMs = 1_000
export const longestWaitMs = 300_000

/**
 * How long to wait before the next try, in ms: full jitter (Brooker, "Exponential Backoff And Jitter", 2015), so that a
 * thousand garages that lost one platform do not come back in one second. What the platform asks for with Retry-After is the least.
 * @param failures failed tries in a row, 1 or more
 * @param random in [0, 1)
 * @param retryAfterMs null when the answer named none
 */
export function waitMs(failures: number, random: number, retryAfterMs: number | null): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 20))
  return Math.max(Math.round(random * most), Math.min(retryAfterMs ?? 0, longestWaitMs * 12))
}
