import type { EventId, JobId, RequestId, ServiceId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { RequestedService } from '../job/types.ts'
import type { Customer, Vehicle } from '../job/visit.ts'
import type { MaterialSpec, Quantity, RequestedMaterial } from '../materials/types.ts'
import type { OfferVat } from '../pricing/types.ts'

/** A service that a customer asks the price of: of the garage's list, or in his own words where the list has none (`serviceId` null). */
export type WantedService = { readonly serviceId: ServiceId | null; readonly title: string }
export type WantedMaterial = { readonly spec: MaterialSpec; readonly quantity: Quantity }

/** What the customer wrote in the app. */
export type Wanted = {
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly services: readonly WantedService[]
  readonly materials: readonly WantedMaterial[]
  readonly note: string
}

/** One offer as it was made. A change is a new revision; an older one is never edited. */
export type MadeOffer = {
  readonly revision: number
  readonly services: readonly RequestedService[]
  readonly materials: readonly RequestedMaterial[]
  /** The sum of the lines; with VAT `added` the customer pays that on top. */
  readonly amountRial: Rial
  readonly vat: OfferVat
  readonly validUntilUtcMs: UtcMs
  readonly note: string
}

/** An offer with what became of it. `amountHash` names exactly what was offered: an acceptance binds to it (sync.md, "Conflicts"). */
export type Offered = MadeOffer & {
  readonly amountHash: Sha256Hex
  readonly eventId: EventId
  readonly atUtcMs: UtcMs
  readonly withdrawn: { readonly reason: string; readonly atUtcMs: UtcMs; readonly eventId: EventId } | null
}

/** The customer's yes. It binds to the revision that he saw, whatever the garage offered meanwhile. */
export type Acceptance = {
  readonly revision: number
  readonly amountHash: Sha256Hex
  readonly jobId: JobId
  readonly eventId: EventId
  readonly atUtcMs: UtcMs
  /** The newest thing that crossed it on its way (another offer, a withdrawal, a refusal): told to the desk, honoured at the price that he saw. */
  readonly crossedBy: EventId | null
  /** Somebody at the desk has seen that. */
  readonly noted: boolean
}

/** A price request (استعلام) with everything that became of it. Its offers carry its id. */
export type PriceRequest = {
  readonly requestId: RequestId
  readonly wanted: Wanted
  readonly askedAtUtcMs: UtcMs
  /** The platform shows the request to other garages, or closes it, when nobody has answered by then. */
  readonly answerByUtcMs: UtcMs
  /** Oldest first. */
  readonly offers: readonly Offered[]
  readonly acceptance: Acceptance | null
  readonly takenBack: { readonly reason: string; readonly atUtcMs: UtcMs } | null
  readonly declined: { readonly reason: string; readonly atUtcMs: UtcMs; readonly eventId: EventId } | null
}

/**
 * Where a request stands: it waits for an offer (or its time to answer has passed: `missed`); an offer waits for the customer (or
 * is no longer valid: `expired`); the rest is over.
 */
export type RequestStatus = 'new' | 'missed' | 'offered' | 'expired' | 'accepted' | 'takenBack' | 'declined'
