import type { JobId, RequestId, ServiceId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { acceptedRial } from '../pricing/agreed.ts'
import type { Booked } from '../booking/atOnce.ts'
import type { Garage } from '../garage/types.ts'
import type { PlatformJobEvent } from '../job/platformEvents.ts'
import type { Job, RequestedService } from '../job/types.ts'
import type { Customer, Vehicle } from '../job/visit.ts'
import type { PlatformRequestEvent } from '../request/events.ts'
import { isMeant, requestStatus } from '../request/state.ts'
import type { PriceRequest, Wanted } from '../request/types.ts'
import type { CustomerRefusal } from './refusals.ts'
import { neededMin, slotRefusal } from './slots.ts'

/** How long a garage has to answer a price request before the customer is told that nobody did. */
export const answerWithinMin = 120

/** What the platform knows of a garage by its settings. */
export type OpenGarage = Pick<Garage, 'profile' | 'hours' | 'bays' | 'services'>

/** What a decision about a booking rests on. Time and ids come in. */
export type BookingContext = {
  readonly nowUtcMs: UtcMs
  readonly garage: OpenGarage
  /** Every visit that is still expected, without the one that is moved. */
  readonly booked: readonly Booked[]
}
export type NewJob = { readonly jobId: JobId; readonly jobNo: number; readonly bookingRef: string }

type RequestEventOf<Type extends PlatformRequestEvent['type']> = Extract<PlatformRequestEvent, { type: Type }>
type JobEventOf<Type extends PlatformJobEvent['type']> = Extract<PlatformJobEvent, { type: Type }>

/** A price is asked for services of the garage's list, or for what the customer says in his own words. */
export function decideAsk(wanted: Wanted, answerByUtcMs: UtcMs, garage: OpenGarage): Result<RequestEventOf<'priceAsked'>, CustomerRefusal> {
  const services = wanted.services.map((each) => {
    if (each.serviceId === null) return each
    const listed = offered(garage, each.serviceId)
    return listed === undefined ? null : { serviceId: listed.serviceId, title: listed.title }
  })
  const known = services.filter((each) => each !== null)
  if (known.length < services.length) return err({ code: 'unknownService' })
  return ok({ type: 'priceAsked', answerByUtcMs, ...wanted, services: known })
}

export function decideTakeBack(
  request: PriceRequest,
  reason: string,
  nowUtcMs: UtcMs,
): Result<RequestEventOf<'priceRequestTakenBack'>, CustomerRefusal> {
  const status = requestStatus(request, nowUtcMs)
  if (status === 'accepted' || status === 'takenBack' || status === 'declined') return err({ code: 'requestOver', status })
  return ok({ type: 'priceRequestTakenBack', reason: reason.trim() })
}

export type Acceptance = {
  readonly offerId: RequestId
  readonly revision: number
  readonly amountHash: Sha256Hex
  readonly slotStartUtcMs: UtcMs
}

/** The customer's yes: to this offer, in this revision, over exactly this. It makes the booking in the same breath. */
export function decideAccept(
  request: PriceRequest,
  { offerId, revision, amountHash, slotStartUtcMs }: Acceptance,
  job: NewJob,
  context: BookingContext,
): Result<{ readonly accepted: RequestEventOf<'offerAccepted'>; readonly booking: JobEventOf<'bookingMade'> }, CustomerRefusal> {
  const { nowUtcMs } = context
  const status = requestStatus(request, nowUtcMs)
  if (status === 'accepted' || status === 'takenBack' || status === 'declined') return err({ code: 'requestOver', status })
  const offer = request.offers.find((each) => isMeant(each, { revision, amountHash }))
  if (offerId !== request.requestId || offer === undefined) return err({ code: 'offerUnknown' })
  const newest = request.offers.at(-1)
  if (newest !== undefined && newest !== offer) return err({ code: 'offerRevised', newest: newest.revision })
  if (offer.withdrawn !== null) return err({ code: 'offerWithdrawn' })
  if (nowUtcMs > offer.validUntilUtcMs) return err({ code: 'offerExpired', atUtcMs: offer.validUntilUtcMs })
  const refusal = slotRefusal(slotStartUtcMs, { ...context, workMin: neededMin(offer.services) })
  if (refusal !== null) return err(refusal)
  const { services, materials, amountRial, vat } = offer
  const terms = { services, materials, offer: { offerId, revision, amountRial, vat } }
  return ok({
    accepted: { type: 'offerAccepted', revision, amountHash, jobId: job.jobId },
    booking: {
      type: 'bookingMade',
      jobNo: job.jobNo,
      bookingRef: job.bookingRef,
      requestId: request.requestId,
      slotStartUtcMs,
      customer: request.wanted.customer,
      vehicle: request.wanted.vehicle,
      ...terms,
      acceptedRial: acceptedRial({ ...terms, acceptedRial: null }),
      note: request.wanted.note,
    },
  })
}

export type NewBooking = {
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly serviceIds: readonly ServiceId[]
  readonly slotStartUtcMs: UtcMs
  readonly note: string
}

/** A booking at the prices of the garage's list, without an offer. */
export function decideBook(
  { customer, vehicle, serviceIds, slotStartUtcMs, note }: NewBooking,
  job: NewJob,
  context: BookingContext,
): Result<JobEventOf<'bookingMade'>, CustomerRefusal> {
  const ids = [...new Set(serviceIds)]
  const services = ids.flatMap((serviceId): readonly RequestedService[] => {
    const listed = offered(context.garage, serviceId)
    if (listed === undefined) return []
    const { title, quotedMin, priceRial, needs } = listed
    return [{ serviceId, title, quotedMin, priceRial, needs }]
  })
  if (services.length === 0 || services.length < ids.length) return err({ code: 'unknownService' })
  const refusal = slotRefusal(slotStartUtcMs, { ...context, workMin: neededMin(services) })
  if (refusal !== null) return err(refusal)
  return ok({
    type: 'bookingMade',
    jobNo: job.jobNo,
    bookingRef: job.bookingRef,
    requestId: null,
    slotStartUtcMs,
    customer,
    vehicle,
    services,
    materials: [],
    acceptedRial: null,
    offer: null,
    note: note.trim(),
  })
}

export function decideMove(
  job: Job,
  toUtcMs: UtcMs,
  reason: string,
  context: BookingContext,
): Result<JobEventOf<'bookingMoved'>, CustomerRefusal> {
  const begun = begunProblem(job)
  if (begun !== null) return err(begun)
  const refusal = slotRefusal(toUtcMs, { ...context, workMin: neededMin(job.services) })
  if (refusal !== null) return err(refusal)
  return ok({ type: 'bookingMoved', fromUtcMs: job.slotStartUtcMs, toUtcMs, reason: reason.trim() })
}

export function decideCancel(job: Job, reason: string): Result<JobEventOf<'bookingCancelled'>, CustomerRefusal> {
  const begun = begunProblem(job)
  return begun === null ? ok({ type: 'bookingCancelled', reason: reason.trim() }) : err(begun)
}

export function decideRate(job: Job, stars: number, text: string): Result<JobEventOf<'visitRated'>, CustomerRefusal> {
  if (job.phase.kind !== 'handedOver') return err({ code: 'notHandedOver' })
  return job.rating === null ? ok({ type: 'visitRated', stars, text: text.trim() }) : err({ code: 'alreadyRated' })
}

/** As far as the platform knows: what the garage did meanwhile is settled when the two meet (sync.md, "Conflicts"). */
export function begunProblem({ phase }: Job): { readonly code: 'visitBegun' } | { readonly code: 'visitOver' } | null {
  switch (phase.kind) {
    case 'expected':
    case 'noShow':
      return null
    case 'waiting':
    case 'inWork':
    case 'paused':
      return { code: 'visitBegun' }
    default:
      return { code: 'visitOver' }
  }
}

function offered({ services }: OpenGarage, serviceId: ServiceId) {
  return services.find((each) => each.serviceId === serviceId && each.active)
}
