import type { UtcMs } from '../../core/basics/instant.ts'
import type { Database } from '../database/pool.ts'

export type CustomerOptions = {
  readonly database: Database
  /** The platform's own clock: it alone decides what has expired on this side. */
  readonly now: () => UtcMs
}

export const languages = ['fa', 'en'] as const
export type Language = (typeof languages)[number]
