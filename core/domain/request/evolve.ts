import { assertNever } from '../../basics/assertNever.ts'
import type { RecordedRequestEvent } from './events.ts'
import type { Acceptance, Offered, PriceRequest } from './types.ts'

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
      const withdrawn = { reason: event.reason, atUtcMs }
      const offers = request.offers.map((offer) => (offer.revision === event.revision ? { ...offer, withdrawn } : offer))
      return crossed({ ...request, offers }, recorded)
    }
    case 'offerAccepted': {
      const offer = request.offers.find(({ revision, amountHash }) => revision === event.revision && amountHash === event.amountHash)
      if (offer === undefined || request.acceptance !== null) return request
      const newer = request.offers.find(({ revision }) => revision > offer.revision)
      const crossedBy = newer?.eventId ?? (offer.withdrawn === null ? null : offer.eventId)
      const acceptance: Acceptance = { revision: event.revision, jobId: event.jobId, eventId, atUtcMs, crossedBy, noted: false }
      return { ...request, acceptance }
    }
    case 'priceRequestTakenBack':
      return request.acceptance === null ? { ...request, takenBack: { reason: event.reason, atUtcMs } } : request
    case 'priceRequestDeclined':
      return request.acceptance === null ? { ...request, declined: { reason: event.reason, atUtcMs } } : crossed(request, recorded)
    case 'crossingNoted':
      return request.acceptance === null ? request : { ...request, acceptance: { ...request.acceptance, noted: true } }
    default:
      return assertNever(event)
  }
}

/** What the garage did after an acceptance that it had not seen: the price that the customer accepted holds, and the desk is told. */
function crossed(request: PriceRequest, { eventId, apart }: RecordedRequestEvent): PriceRequest {
  const { acceptance } = request
  if (acceptance === null || acceptance.crossedBy !== null || !apart.includes(acceptance.eventId)) return request
  return { ...request, acceptance: { ...acceptance, crossedBy: eventId } }
}
