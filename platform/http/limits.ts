/** So many calls at once, and so many a second in the long run. */
export type Allowance = { readonly burst: number; readonly perSecond: number }

export type Limits = {
  /** Of one device. */
  readonly device: Allowance
  /** Of one address, before anybody is known: enrolment and refresh. */
  readonly address: Allowance
  /** Of one address: codes that were wrong. Sixty bits are not guessed at this pace. */
  readonly wrongCodes: Allowance
}

export const usualLimits: Limits = {
  device: { burst: 2_000, perSecond: 200 },
  address: { burst: 400, perSecond: 20 },
  wrongCodes: { burst: 20, perSecond: 0.1 },
}

export type Limiter = {
  /** Takes one; else the whole seconds after which there is one again. */
  readonly take: (key: string, nowUtcMs: number) => number | null
  /** The same without taking. */
  readonly wait: (key: string, nowUtcMs: number) => number | null
}

/** Full ones are forgotten at this many, so that a flood of addresses costs no memory. */
const mostKeys = 20_000

/** A bucket per key (token bucket), in this process's memory: with several processes each allows its share. */
export function limiter({ burst, perSecond }: Allowance): Limiter {
  const buckets = new Map<string, { level: number; atUtcMs: number }>()
  const fill = (key: string, nowUtcMs: number): { level: number; atUtcMs: number } => {
    const bucket = buckets.get(key) ?? { level: burst, atUtcMs: nowUtcMs }
    bucket.level = Math.min(burst, bucket.level + (Math.max(0, nowUtcMs - bucket.atUtcMs) / 1000) * perSecond)
    bucket.atUtcMs = nowUtcMs
    return bucket
  }
  const wait = (level: number): number | null => (level >= 1 ? null : Math.max(1, Math.ceil((1 - level) / perSecond)))
  return {
    take: (key, nowUtcMs) => {
      if (buckets.size >= mostKeys) for (const old of buckets.keys()) if (fill(old, nowUtcMs).level >= burst) buckets.delete(old)
      const bucket = fill(key, nowUtcMs)
      buckets.set(key, bucket)
      const waitS = wait(bucket.level)
      if (waitS === null) bucket.level -= 1
      return waitS
    },
    wait: (key, nowUtcMs) => wait(fill(key, nowUtcMs).level),
  }
}
