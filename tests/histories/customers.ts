import type { JobId, LinkId, RequestId } from '../../core/basics/ids.ts'
import { addMinutes, hourMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import type { Random } from '../../core/basics/random.ts'
import { rial } from '../../core/basics/rial.ts'
import { isOpen, itemRial } from '../../core/domain/consent/state.ts'
import type { Consent } from '../../core/domain/consent/types.ts'
import type { PlatformJobEvent } from '../../core/domain/job/platformEvents.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { PlatformRequestEvent } from '../../core/domain/request/events.ts'
import { requestStatus, standingOffer } from '../../core/domain/request/state.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import { nextJobNo } from '../../core/sync/jobNo.ts'
import { jobStream } from '../../core/wire/jobEvents.ts'
import { requestStream } from '../../core/wire/requestEvents.ts'
import { customer as person, signature } from '../support/consents.ts'
import { car, oil } from '../support/garage.ts'
import { withoutActive } from '../support/jobEvents.ts'
import { pick } from './wishes.ts'

/** What a customer's act rests on: the platform's own log, folded, and its clock. */
export type Platform = {
  readonly jobs: readonly Job[]
  readonly requests: readonly PriceRequest[]
  readonly nowUtcMs: UtcMs
  readonly newJob: () => JobId
  readonly newRequest: () => RequestId
}
export type PlatformFact = { readonly stream: string; readonly fact: PlatformJobEvent | PlatformRequestEvent }

/** What customers do on the platform: facts of one transaction. */
export function customerActs(platform: Platform, random: Random): readonly PlatformFact[] {
  const { jobs, requests } = platform
  const roll = random()
  const request = pick(requests, random)
  const job = pick(
    jobs.filter(({ origin }) => origin.kind === 'platform'),
    random,
  )
  const linked = jobs.find(({ consents }) => consents.some(({ link, answer }) => link !== null && answer === null))
  const consent = linked?.consents.find(({ link, answer }) => link !== null && answer === null)
  if (linked !== undefined && consent !== undefined && roll < 0.4) return answerByLink(platform, linked, consent, random)
  if (request !== undefined && roll < 0.65) return actOnRequest(platform, request, random)
  if (job !== undefined && roll < 0.82) return actOnJob(platform, job, random)
  return roll < 0.9 ? [priceAsked(platform)] : [booking(platform, platform.newJob(), null)]
}

function priceAsked({ nowUtcMs, newRequest }: Platform): PlatformFact {
  return ofRequest(newRequest(), {
    type: 'priceAsked',
    answerByUtcMs: utcMs(nowUtcMs + 2 * hourMs),
    customer: { name: 'حسین رضایی', mobile: null },
    vehicle: car('12ب345ایران67'),
    services: [{ serviceId: oil.serviceId, title: oil.title }],
    materials: [],
    note: '',
  })
}

function actOnRequest(platform: Platform, request: PriceRequest, random: Random): readonly PlatformFact[] {
  const { requestId } = request
  const status = requestStatus(request, platform.nowUtcMs)
  const offer = standingOffer(request)
  if (status === 'offered' && offer !== null && random() < 0.85) {
    const jobId = platform.newJob()
    const { revision, amountHash } = offer
    return [ofRequest(requestId, { type: 'offerAccepted', revision, amountHash, jobId }), booking(platform, jobId, request)]
  }
  if ((status === 'new' || status === 'offered') && random() < 0.3)
    return [ofRequest(requestId, { type: 'priceRequestTakenBack', reason: '' })]
  return [priceAsked(platform)]
}

function booking({ nowUtcMs, jobs }: Platform, jobId: JobId, request: PriceRequest | null): PlatformFact {
  const offer = request === null ? null : standingOffer(request)
  const newest = jobs.reduce((most, { jobNo }) => Math.max(most, jobNo), 0)
  return ofJob(jobId, {
    type: 'bookingMade',
    jobNo: nextJobNo(newest, 0),
    bookingRef: `KX-${jobId.slice(0, 18)}`,
    requestId: request?.requestId ?? null,
    slotStartUtcMs: utcMs(nowUtcMs + hourMs),
    customer: { name: 'حسین رضایی', mobile: null },
    vehicle: car('12ب345ایران67'),
    services: offer?.services ?? [withoutActive(oil)],
    materials: offer?.materials ?? [],
    acceptedRial: offer?.amountRial ?? null,
    offer:
      offer === null || request === null
        ? null
        : { offerId: request.requestId, revision: offer.revision, amountRial: offer.amountRial, vat: offer.vat },
    note: '',
  })
}

function actOnJob({ nowUtcMs }: Platform, { jobId, slotStartUtcMs: fromUtcMs }: Job, random: Random): readonly PlatformFact[] {
  const roll = random()
  if (roll < 0.4) {
    const toUtcMs = addMinutes(nowUtcMs, 30 + Math.floor(random() * 4) * 30)
    return [ofJob(jobId, { type: 'bookingMoved', fromUtcMs, toUtcMs, reason: '' })]
  }
  if (roll < 0.75) return [ofJob(jobId, { type: 'bookingCancelled', reason: 'منصرف شدم' })]
  return [ofJob(jobId, { type: 'visitRated', stars: 1 + Math.floor(random() * 5), text: '' })]
}

function answerByLink({ nowUtcMs }: Platform, { jobId }: Job, consent: Consent, random: Random): readonly PlatformFact[] {
  const { consentId, link, shown, snapshot, snapshotHash } = consent
  const words = shown.findLast(({ channel }) => channel === 'link')
  if (link === null || words === undefined) return []
  const { linkId }: { linkId: LinkId } = link
  const opened = link.openedAtUtcMs === null ? [ofJob(jobId, { type: 'linkOpened', consentId, linkId })] : []
  if (!isOpen(consent) || random() < 0.3) return opened
  const answers = snapshot.items.map(
    ({ itemNo }) => ({ itemNo, decision: random() < 0.7 ? 'accepted' : 'refused', condition: '' }) as const,
  )
  const added = snapshot.items.reduce((sum, { price }, index) => (answers[index]?.decision === 'accepted' ? sum + itemRial(price) : sum), 0)
  const answer = ofJob(jobId, {
    type: 'answerReceived',
    consentId,
    snapshotHash,
    textHash: words.textHash,
    answers,
    decidedBy: person,
    evidence: { channel: 'link', linkId, openedAtUtcMs: nowUtcMs, signature },
    shownAtUtcMs: nowUtcMs,
    capAfterRial: rial(snapshot.capBeforeRial + added),
  })
  return [...opened, answer]
}

function ofRequest(requestId: RequestId, fact: PlatformRequestEvent): PlatformFact {
  return { stream: requestStream(requestId), fact }
}

function ofJob(jobId: JobId, fact: PlatformJobEvent): PlatformFact {
  return { stream: jobStream(jobId), fact }
}
