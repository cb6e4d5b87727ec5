import type { ActorId, EventId, JobId, RequestId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { MadeOffer, Wanted } from './types.ts'

/** What happened to a price request, in a stream of its own. The customer's side is written by the platform, the garage's by the shop. */
export type RequestEvent = PlatformRequestEvent | ShopRequestEvent

export type PlatformRequestEvent =
  | ({ readonly type: 'priceAsked'; readonly answerByUtcMs: UtcMs } & Wanted)
  | { readonly type: 'priceRequestTakenBack'; readonly reason: string }
  /** The booking that it makes stands in the job's own stream (`bookingMade`). */
  | { readonly type: 'offerAccepted'; readonly revision: number; readonly amountHash: Sha256Hex; readonly jobId: JobId }

export type ShopRequestEvent =
  | ({ readonly type: 'offerMade'; readonly amountHash: Sha256Hex } & MadeOffer)
  | { readonly type: 'offerWithdrawn'; readonly revision: number; readonly amountHash: Sha256Hex; readonly reason: string }
  | { readonly type: 'priceRequestDeclined'; readonly reason: string }
  /** The desk has seen that an acceptance and a change of the offer crossed each other. */
  | { readonly type: 'crossingNoted'; readonly about: readonly EventId[]; readonly note: string }

export type RequestEventType = RequestEvent['type']

export type RecordedRequestEvent = {
  readonly eventId: EventId
  readonly requestId: RequestId
  readonly atUtcMs: UtcMs
  readonly actorId: ActorId
  /** Earlier events of the stream that the writer had not seen (core/sync/order). */
  readonly apart: readonly EventId[]
  readonly event: RequestEvent
}
