import { describe, expect, test } from 'vitest'
import type { EventId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { jobStream, parseJobEvent, payloadOf } from '../../../core/wire/jobEvents.ts'
import { unreadOf } from '../../../core/wire/unread.ts'
import { eventVersion } from '../../../core/wire/versions.ts'
import { answered, asked, inWork, shown, usedAll } from '../../support/consentPast.ts'
import { customer, dot, item, labour } from '../../support/consents.ts'
import { at } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { job1, newConsentId } from '../../support/jobSpec.ts'

const mobile = parseMobile('09124862175')
if (!mobile.ok) throw new Error('a mobile')
const request = asked([item(), labour])
const answer = answered(request, ['accepted', 'refused'])
const material = { kind: 'material', lineNo: 1 } as const

const events: readonly JobEvent[] = [
  ...inWork.map(([, event]) => event),
  ...usedAll().map(([, event]) => event),
  { type: 'partTakenBack', useId: testId<EventId>(5), milli: 300, reason: '' },
  { type: 'vehicleNoted', vin: 'NAAP03EE1AJ123456', odometerKm: 132_400 },
  { type: 'findingReported', title: 'بوش طبق', note: '', grade: 'soon', photos: [] },
  { type: 'findingDropped', findingId: testId<EventId>(6), reason: 'سالم بود' },
  request,
  shown(),
  answer,
  { type: 'consentPostponed', consentId: newConsentId, callAgainAtUtcMs: at('12:00'), note: '' },
  { type: 'consentWithdrawn', consentId: newConsentId, itemNos: [1], by: customer, reason: '' },
  { type: 'consentVoided', consentId: newConsentId, itemNos: [1], cause: 'edited', reason: '' },
  { type: 'itemStarted', consentId: newConsentId, itemNo: 2 },
  { type: 'lineLeftOut', basis: material, reason: 'موجود نبود' },
  { type: 'lineTakenIn', basis: { kind: 'consent', consentId: newConsentId, itemNo: 2 } },
  {
    type: 'billSet',
    lines: [{ basis: material, quantity: { milli: 3500, unit: 'litre' }, amountRial: rial(12_250_000) }],
    discount: { amountRial: rial(1), reason: 'گرد کردن' },
    vatPermyriad: 1000,
  },
  { type: 'paymentTaken', method: 'transfer', amountRial: rial(12_249_999), reference: '۷۷۱' },
  { type: 'paymentRefunded', paymentId: testId<EventId>(7), amountRial: rial(1), method: 'cash', reason: 'اضافه بود' },
  { type: 'debtRecorded', amountRial: rial(1), dueDate: null, note: '' },
  ...evidences(),
]

/** The same answer by each other channel: the records of link and app are ready before their screens are. */
function evidences(): readonly JobEvent[] {
  if (answer.type !== 'consentAnswered' || !mobile.ok) return []
  return [
    { ...answer, evidence: { channel: 'app', receiptId: 'KX-R-1' } },
    { ...answer, evidence: { channel: 'link', linkId: 'l-1', openedAtUtcMs: at('10:13'), signature: null } },
    { ...answer, evidence: { channel: 'call', number: mobile.value, calledAtUtcMs: at('10:13'), readBack: true, note: '' } },
    { ...answer, evidence: { channel: 'counter', signature: dot } },
  ]
}

const stored = (event: JobEvent, payload = payloadOf(event)) => ({
  stream: jobStream(job1),
  type: event.type,
  v: eventVersion(event.type),
  payload: canonicalJson(payload),
})

describe('an event of consent, materials or money', () => {
  test.each(events.map((event) => [event.type, event] as const))('%s is read as it was written', (_, event) => {
    expect(parseJobEvent(stored(event))).toEqual(event)
  })

  test.each<readonly [string, JobEvent, object]>([
    ['with a field too many', request, { extra: 1 }],
    ['with a hash that is none', request, { snapshotHash: 'A'.repeat(64) }],
    ['with half a rial', { type: 'debtRecorded', amountRial: rial(1), dueDate: null, note: '' }, { amountRial: 0.5 }],
    ['with an id that is none', { type: 'itemStarted', consentId: newConsentId, itemNo: 1 }, { consentId: 'x' }],
    ['with half a filter', usedAll()[1]?.[1] ?? request, { quantity: { milli: 500, unit: 'piece' } }],
    ['with a reason longer than anyone types', { type: 'lineLeftOut', basis: material, reason: '' }, { reason: 'x'.repeat(501) }],
  ])('%s is damage, not data', (_, event, change) => {
    const damaged = stored(event, { ...Object(payloadOf(event)), ...change })
    expect([parseJobEvent(damaged), unreadOf(damaged)]).toEqual([null, 'invalid'])
  })

  test('of a newer version is left for the newer program', () => {
    expect(parseJobEvent({ ...stored(request), v: eventVersion(request.type) + 1 })).toBeNull()
    expect(parseJobEvent({ ...stored(request), type: 'consentForwarded' })).toBeNull()
  })
})
