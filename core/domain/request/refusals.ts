import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { RequestStatus } from './types.ts'

/** Why a command on a price request was not carried out. Nothing was written. */
export type RequestRefusal =
  | { readonly code: 'unknownRequest' }
  | { readonly code: 'requestOver'; readonly status: RequestStatus }
  /** Somebody made another revision since this one was begun. */
  | { readonly code: 'offerRevised'; readonly newest: number }
  | { readonly code: 'offerEmpty' }
  | { readonly code: 'offerAboveMost'; readonly mostRial: Rial }
  | { readonly code: 'validityPassed'; readonly untilUtcMs: UtcMs }
  | { readonly code: 'validityTooLong'; readonly mostUntilUtcMs: UtcMs }
  | { readonly code: 'noOpenOffer' }
  | { readonly code: 'nothingCrossed' }
  | { readonly code: 'reasonMissing' }
  | { readonly code: 'unknownService' }
