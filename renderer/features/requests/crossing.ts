import { isMeant } from '../../../core/domain/request/state.ts'
import type { Offered, PriceRequest } from '../../../core/domain/request/types.ts'

/** What the garage did while the customer's yes was on its way. The price that he accepted holds in each case. */
export type Crossing = { readonly accepted: Offered; readonly isNoted: boolean } & (
  | { readonly kind: 'revised'; readonly newer: Offered }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'declined'; readonly reason: string }
)

export function crossingOf({ acceptance, offers, declined }: PriceRequest): Crossing | null {
  if (acceptance === null || acceptance.crossedBy === null) return null
  const accepted = offers.find((each) => isMeant(each, acceptance))
  if (accepted === undefined) return null
  const newer = offers.findLast((each) => each !== accepted && each.revision >= acceptance.revision)
  const about = { accepted, isNoted: acceptance.noted }
  if (newer !== undefined) return { ...about, kind: 'revised', newer }
  if (accepted.withdrawn !== null) return { ...about, kind: 'withdrawn', reason: accepted.withdrawn.reason }
  return { ...about, kind: 'declined', reason: declined?.reason ?? '' }
}
