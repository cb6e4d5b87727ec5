import type { RequestId, ServiceId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { RequestedMaterial } from '../materials/types.ts'
import type { OfferVat } from '../pricing/types.ts'

export type RequestCommand =
  | {
      readonly type: 'makeOffer'
      readonly requestId: RequestId
      /** Services of the garage's list, each at the price of this offer. */
      readonly services: readonly { readonly serviceId: ServiceId; readonly priceRial: Rial }[]
      readonly materials: readonly Omit<RequestedMaterial, 'lineNo'>[]
      readonly vat: OfferVat
      readonly validUntilUtcMs: UtcMs
      readonly note: string
      /** The newest revision that the desk saw while it wrote this one; null for the first offer. */
      readonly afterRevision: number | null
    }
  | { readonly type: 'withdrawOffer'; readonly requestId: RequestId; readonly revision: number; readonly reason: string }
  | { readonly type: 'declineRequest'; readonly requestId: RequestId; readonly reason: string }
  | { readonly type: 'noteCrossing'; readonly requestId: RequestId; readonly note: string }

export type RequestCommandType = RequestCommand['type']
