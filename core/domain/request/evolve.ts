import { assertNever } from '../../basics/assertNever.ts'
import type { EventId } from '../../basics/ids.ts'
import type { RecordedRequestEvent } from './events.ts'
import { isMeant } from './state.ts'
import type { Offered, PriceRequest } from './types.ts'

/** Folds one recorded event into the request. Total: what does not fit is kept by the log and changes nothing. */
export function evolveRequest(request: PriceRequest | null, recorded: RecordedRequestEvent): PriceRequest | null {
  const { event, requestId, atUtcMs, eventId } = recorded
  if (event.type === 'priceAsked') {
    const { type: _, answerByUtcMs, ...wanted } = event
    return (
      request ?? { requestId, wanted, askedAtUtcMs: atUtcMs, answerByUtcMs, offers: [], acceptance: null, takenBack: null, declined: null }
    )
  }
  if (request === null) return null
  switch (event.type) {
    case 'offerMade': {
      const { type: _, ...made } = event
      const offer: Offered = { ...made, eventId, atUtcMs, withdrawn: null }
      const offers = [...request.offers, offer].toSorted((a, b) => a.revision - b.revision)
      return crossed({ ...request, offers }, recorded)
    }
    case 'offerWithdrawn': {
      const withdrawn = { reason: event.reason, atUtcMs, eventId }
      return crossed(
        { ...request, offers: request.offers.map((offer) => (isMeant(offer, event) ? { ...offer, withdrawn } : offer)) },
        recorded,
      )
    }
    case 'offerAccepted': {
      const offer = request.offers.find((each) => isMeant(each, event))
      if (offer === undefined || request.acceptance !== null) return request
      const { revision, amountHash, jobId } = event
      const crossedBy = crossing(request, offer)
      return { ...request, acceptance: { revision, amountHash, jobId, eventId, atUtcMs, crossedBy, noted: false } }
    }
    case 'priceRequestTakenBack':
      return request.acceptance === null ? { ...request, takenBack: { reason: event.reason, atUtcMs } } : request
    case 'priceRequestDeclined': {
      const declined = { reason: event.reason, atUtcMs, eventId }
      return request.acceptance === null ? { ...request, declined } : crossed(request, recorded)
    }
    case 'crossingNoted': {
      const { acceptance } = request
      if (acceptance === null || acceptance.crossedBy === null || !event.about.includes(acceptance.crossedBy)) return request
      return { ...request, acceptance: { ...acceptance, noted: true } }
    }
    default:
      return assertNever(event)
  }
}

/** What the garage had said beside the accepted offer before the acceptance came: another offer after it, its withdrawal, a refusal. */
function crossing({ offers, declined }: PriceRequest, accepted: Offered): EventId | null {
  const newer = offers.findLast((offer) => offer !== accepted && offer.revision >= accepted.revision)
  return declined?.eventId ?? newer?.eventId ?? accepted.withdrawn?.eventId ?? null
}

/** What the garage did after an acceptance that it had not seen: the price that the customer accepted holds, and the desk is told. */
function crossed(request: PriceRequest, { eventId, apart }: RecordedRequestEvent): PriceRequest {
  const { acceptance } = request
  const isTold = acceptance !== null && acceptance.crossedBy !== null && !acceptance.noted
  if (acceptance === null || isTold || !apart.includes(acceptance.eventId)) return request
  return { ...request, acceptance: { ...acceptance, crossedBy: eventId, noted: false } }
}
