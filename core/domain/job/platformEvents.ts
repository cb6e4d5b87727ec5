import type { ConsentId, LinkId, RequestId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Decider, Evidence, ItemAnswer } from '../consent/types.ts'
import type { RequestedMaterial } from '../materials/types.ts'
import type { Offer } from '../pricing/types.ts'
import type { RequestedService } from './types.ts'
import type { Customer, Vehicle } from './visit.ts'

/** What the customer did on the platform. Written by the platform alone; a shop never writes one. */
export type PlatformJobEvent =
  /** Opens the job: on every PC of the garage it is the same one. */
  | {
      readonly type: 'bookingMade'
      readonly jobNo: number
      readonly bookingRef: string
      /** The price request whose offer was accepted; null for a booking without an offer. */
      readonly requestId: RequestId | null
      readonly slotStartUtcMs: UtcMs
      readonly customer: Customer
      readonly vehicle: Vehicle
      readonly services: readonly RequestedService[]
      readonly materials: readonly RequestedMaterial[]
      readonly acceptedRial: Rial | null
      readonly offer: Offer | null
      readonly note: string
    }
  | { readonly type: 'bookingMoved'; readonly fromUtcMs: UtcMs | null; readonly toUtcMs: UtcMs; readonly reason: string }
  | { readonly type: 'bookingCancelled'; readonly reason: string }
  | { readonly type: 'linkOpened'; readonly consentId: ConsentId; readonly linkId: LinkId }
  /** The customer's own answer: in the app (grade A) or on the link's page (grade B). */
  | {
      readonly type: 'answerReceived'
      readonly consentId: ConsentId
      readonly snapshotHash: Sha256Hex
      readonly textHash: Sha256Hex
      readonly answers: readonly ItemAnswer[]
      readonly decidedBy: Decider
      readonly evidence: Extract<Evidence, { channel: 'app' | 'link' }>
      readonly shownAtUtcMs: UtcMs
      readonly capAfterRial: Rial
    }
  | { readonly type: 'visitRated'; readonly stars: number; readonly text: string }
