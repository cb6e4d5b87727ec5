import { utcMs, type UtcMs } from '../core/basics/instant.ts'
import type { Database } from './database/pool.ts'
import type { Limits } from './http/limits.ts'
import type { Metrics } from './http/metrics.ts'
import type { Heads } from './live/heads.ts'

/** What the service is made of. It keeps nothing between two calls: several processes may stand side by side. */
export type PlatformOptions = {
  readonly database: Database
  readonly heads: Heads
  readonly metrics: Metrics
  readonly limits: Limits
  readonly now: () => UtcMs
  /** A consent link is this with the link's secret behind it. */
  readonly linkBase: string
  /** A proxy that ends TLS stands before this service, and what it says of the caller (X-Forwarded-For, X-Forwarded-Proto) is true. */
  readonly isBehindProxy: boolean
  /** The service stops: live lines end, new calls are refused. */
  readonly stopping: AbortSignal
}

export function systemNow(): UtcMs {
  return utcMs(Date.now())
}
