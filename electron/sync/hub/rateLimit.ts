/** Calls of one address in one window: more than a PC that catches up makes, far fewer than would keep this one busy. */
const mostCalls = 600
const windowMs = 10_000

/** Counts calls by address; true while there are not too many. */
export function rateLimit(monotonicMs: () => number, most = mostCalls): (address: string) => boolean {
  let windowBegan = monotonicMs()
  const calls = new Map<string, number>()
  return (address) => {
    if (monotonicMs() - windowBegan > windowMs) {
      windowBegan = monotonicMs()
      calls.clear()
    }
    const count = (calls.get(address) ?? 0) + 1
    calls.set(address, count)
    return count <= most
  }
}
