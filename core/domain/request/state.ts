import type { Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import { withVat } from '../pricing/vat.ts'
import type { MadeOffer, Offered, PriceRequest, RequestStatus } from './types.ts'

export function requestStatus(request: PriceRequest, nowUtcMs: UtcMs): RequestStatus {
  if (request.acceptance !== null) return 'accepted'
  if (request.takenBack !== null) return 'takenBack'
  if (request.declined !== null) return 'declined'
  const offer = standingOffer(request)
  if (offer !== null) return nowUtcMs > offer.validUntilUtcMs ? 'expired' : 'offered'
  return nowUtcMs > request.answerByUtcMs ? 'missed' : 'new'
}

/** The newest offer, unless it was withdrawn: the one that the customer may accept, while it is valid. */
export function standingOffer({ offers }: Pick<PriceRequest, 'offers'>): Offered | null {
  const newest = offers.at(-1)
  return newest === undefined || newest.withdrawn !== null ? null : newest
}

export function newestRevision({ offers }: Pick<PriceRequest, 'offers'>): number | null {
  return offers.length === 0 ? null : Math.max(...offers.map(({ revision }) => revision))
}

/** An acceptance that a newer offer or a withdrawal crossed, and that nobody at the desk has seen yet. */
export function openCrossing({ acceptance }: PriceRequest): PriceRequest['acceptance'] {
  return acceptance !== null && acceptance.crossedBy !== null && !acceptance.noted ? acceptance : null
}

/** What the customer pays by an offer: VAT is in the sum of its lines, or comes on top of it. */
export function offerToPayRial({ amountRial, vat }: Pick<MadeOffer, 'amountRial' | 'vat'>): Rial {
  return vat.kind === 'inside' ? amountRial : withVat(amountRial, vat.ratePermyriad)
}

/** Two desks may have made the same revision apart: what was offered in it tells them apart. */
export function isMeant(offer: Offered, by: { readonly revision: number; readonly amountHash: Sha256Hex }): boolean {
  return offer.revision === by.revision && offer.amountHash === by.amountHash
}
