import type { ConsentId, EventId } from '../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { NewConsentItem } from '../../core/domain/consent/commands.ts'
import type { ConsentSnapshot, Decision } from '../../core/domain/consent/types.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { customer, filter, item, oil, shownText, signature } from './consents.ts'
import { at, bays, desk, mechanic } from './garage.ts'
import { testId } from './ids.ts'
import { arrived, booked } from './jobEvents.ts'
import { job1, newConsentId, nth, place, sha256Hex, type Past } from './jobSpec.ts'

/** Histories with consents as specifications begin with: a booking at 10:00 with an accepted price of 33,000,000 rial. */

export const slot = at('10:00')
export const accepted = rial(33_000_000)

export const inWork: readonly Past[] = [
  [at('08:00'), booked(slot, { acceptedRial: accepted })],
  [
    at('08:00'),
    {
      type: 'workRequested',
      materials: [oil, filter],
      offer: { offerId: 'KX-7', revision: 1, amountRial: accepted, vat: { kind: 'inside' } },
    },
  ],
  [at('09:55'), arrived(slot, 'onTime')],
  [at('10:00'), { type: 'workStarted', bayId: bays[0]?.bayId ?? testId(1), mechanicId: mechanic.personId }],
]

export function snapshot(items: readonly NewConsentItem[], overrides: Partial<ConsentSnapshot> = {}): ConsentSnapshot {
  const total = items.reduce((sum, { price }) => sum + price.partRial + price.labourRial + price.taxRial, 0)
  const capBeforeRial = overrides.capBeforeRial ?? accepted
  return {
    format: 1,
    consentId: newConsentId,
    consentNo: 1,
    jobId: job1,
    jobNo: 1,
    bookingRef: 'A-1',
    offer: { offerId: 'KX-7', revision: 1, amountRial: accepted, vat: { kind: 'inside' } },
    ...place,
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: { ...bookedVehicle(), vin: null, odometerKm: null },
    items: items.map((each, index) => ({ itemNo: index + 1, ...each })),
    capBeforeRial,
    capIfAllRial: rial(capBeforeRial + total),
    readyBeforeUtcMs: null,
    readyIfAllUtcMs: null,
    askedAtUtcMs: at('10:10'),
    validUntilUtcMs: addMinutes(at('10:10'), 1440),
    askedBy: desk.personId,
    clock: 'ok',
    ...overrides,
  }
}

function bookedVehicle() {
  const opened = booked(slot)
  if (opened.type !== 'jobOpened') throw new Error('a booking opens a job')
  return opened.vehicle
}

export function asked(
  items: readonly NewConsentItem[] = [item()],
  overrides: Partial<ConsentSnapshot> = {},
  supersedes: ConsentId | null = null,
): JobEvent {
  const of = snapshot(items, overrides)
  return { type: 'consentAsked', snapshot: of, snapshotHash: sha256Hex(canonicalJson(of)), supersedes }
}

export function hashOf(event: JobEvent) {
  if (event.type !== 'consentAsked') throw new Error('only a request has a snapshot')
  return event.snapshotHash
}

export const shown = (consentId: ConsentId = newConsentId): JobEvent => ({
  type: 'consentShown',
  consentId,
  channel: 'counter',
  text: shownText,
  textHash: sha256Hex(canonicalJson(shownText)),
})

export function answered(request: JobEvent, decisions: readonly Decision[], consentId: ConsentId = newConsentId): JobEvent {
  if (request.type !== 'consentAsked') throw new Error('only a request is answered')
  const { snapshot: of, snapshotHash } = request
  const added = of.items.reduce(
    (sum, { price }, index) => (decisions[index] === 'accepted' ? sum + price.partRial + price.labourRial + price.taxRial : sum),
    0,
  )
  return {
    type: 'consentAnswered',
    consentId,
    snapshotHash,
    textHash: sha256Hex(canonicalJson(shownText)),
    answers: decisions.map((decision, index) => ({ itemNo: index + 1, decision, condition: '' })),
    decidedBy: customer,
    evidence: { channel: 'counter', signature },
    shownAtUtcMs: at('10:12'),
    capAfterRial: rial(of.capBeforeRial + added),
    clock: 'ok',
  }
}

/** Work goes on, and the request was answered. */
export function withAnswer(items: readonly NewConsentItem[], decisions: readonly Decision[]): readonly Past[] {
  const request = asked(items)
  return [...inWork, [at('10:10'), request], [at('10:12'), shown()], [at('10:15'), answered(request, decisions)]]
}

/** The id of the n-th event of the specified job. */
export const eventNo = (n: number): EventId => nth(job1, n)

export const finished: Past = [at('11:00'), { type: 'workFinished' }]

export function usedAll(from: UtcMs = at('10:30')): readonly Past[] {
  return [oil, filter].map((line) => [
    from,
    {
      type: 'partUsed',
      basis: { kind: 'material', lineNo: line.lineNo },
      part: { ...line.spec, barcode: null, materialId: null },
      quantity: line.quantity,
      source: 'requested',
    },
  ])
}
