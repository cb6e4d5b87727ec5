import type { RequestId, Sha256Hex } from '../../basics/ids.ts'
import { canonicalJson } from '../../wire/canonical.ts'
import type { MadeOffer } from './types.ts'

/** SHA-256 over the canonical text of everything that is offered: what an acceptance names, so that nothing else can be meant. */
export function amountHash(requestId: RequestId, offer: MadeOffer, sha256Hex: (text: string) => Sha256Hex): Sha256Hex {
  const { revision, services, materials, amountRial, vat, validUntilUtcMs, note } = offer
  return sha256Hex(canonicalJson({ requestId, revision, services, materials, amountRial, vat, validUntilUtcMs, note }))
}
