import type { UtcMs } from '../../core/basics/instant.ts'
import type { Database } from '../database/pool.ts'
import type { Allowance } from '../http/limits.ts'

export type CustomerLimits = {
  /** Of one address. Hundreds of phones of one mobile network may share it. */
  readonly address: Allowance
  /** Of one link, from wherever it is opened. A page with ten photos takes a dozen. */
  readonly link: Allowance
}

export type CustomerOptions = {
  readonly database: Database
  /** The platform's own clock: it alone decides what has expired on this side. */
  readonly now: () => UtcMs
  readonly limits?: CustomerLimits
  /** As in PlatformOptions; false by default. */
  readonly isBehindProxy?: boolean
}

export const languages = ['fa', 'en'] as const
export type Language = (typeof languages)[number]
