import { describe, expect, test } from 'vitest'
import { rial } from '../../../core/basics/rial.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import { agreedLines } from '../../../core/domain/pricing/agreed.ts'
import { capRial } from '../../../core/domain/pricing/cap.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { answered, asked, inWork, shown, withAnswer } from '../../support/consentPast.ts'
import { customer, item, labour, quantity, shownText, spec } from '../../support/consents.ts'
import { at, brakes, oil } from '../../support/garage.ts'
import { arrived, booked, withoutActive } from '../../support/jobEvents.ts'
import { fold, given, job1, newConsentId, sha256Hex, type Past } from '../../support/jobSpec.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'

/** A visit without an offer that waits, and whose customer signed a new total of 21,800,000 + 3,000,000. */
const opened: Past = [at('09:00'), booked(null, { origin: { kind: 'walkIn' } })]
const request = asked([labour], { capBeforeRial: oil.priceRial, offer: null, bookingRef: null })
const signedTotal: readonly Past[] = [
  opened,
  [at('09:00'), arrived(null, 'noSlot')],
  [at('09:05'), request],
  [at('09:06'), shown()],
  [at('09:07'), answered(request, ['accepted'])],
]
const folded = (past: readonly Past[]) => {
  const job = fold(job1, past)
  if (job === null) throw new Error('a stream begins with its opening')
  return job
}
const correct = (serviceIds: readonly (typeof oil.serviceId)[]) =>
  ({
    type: 'correctDetails',
    jobId: job1,
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: folded(signedTotal).vehicle,
    serviceIds,
    note: '',
    reason: 'اصلاح',
  }) as const

describe('once a customer has answered to a total', () => {
  test('nothing but his consent raises it: neither a service nor a material is added beside it', () => {
    given({ job: signedTotal })
      .when(at('09:10'), correct([oil.serviceId, brakes.serviceId]))
      .refuses({ code: 'requestIsAgreed' })
    const materials = [{ spec: spec('شمع'), quantity: quantity(4), priceRial: rial(900_000_000) }]
    given({ job: signedTotal }).when(at('09:10'), { type: 'requestMaterials', jobId: job1, materials }).refuses({ code: 'requestIsAgreed' })
  })

  test('a change that another PC recorded is kept, told and counts for nothing', () => {
    const changes: readonly JobEvent[] = [
      { type: 'workRequested', materials: [{ lineNo: 1, spec: spec('شمع'), quantity: quantity(4), priceRial: rial(9) }], offer: null },
      {
        type: 'detailsCorrected',
        customer: { name: 'مریم احمدی', mobile: null },
        vehicle: folded(signedTotal).vehicle,
        services: [withoutActive(oil), withoutActive(brakes)],
        note: '',
        reason: 'x',
      },
    ]
    const job = folded([...signedTotal, ...changes.map((event): Past => [at('09:10'), event])])
    expect(job.alarms.map(({ code }) => code)).toEqual(['requestRefused', 'requestRefused'])
    expect(capRial(job)).toBe(24_800_000)
  })
})

test('a name is corrected without moving a rial of the accepted price from line to line', () => {
  const past: readonly Past[] = [
    [at('08:00'), booked(at('10:00'), { acceptedRial: rial(30_000_001), services: [withoutActive(oil), withoutActive(brakes)] })],
  ]
  const { decision } = given({ job: past }).when(at('08:05'), correct([brakes.serviceId, oil.serviceId]))
  if (!decision.ok) throw new Error(decision.error.code)
  const shares = (job: ReturnType<typeof folded>) => agreedLines(job).map(({ key, agreedRial }) => [key, agreedRial])
  expect(shares(folded([...past, ...decision.value.map((event): Past => [at('08:05'), event])]))).toEqual(shares(folded(past)))
})

describe('work on an accepted item', () => {
  const yes = withAnswer([item(), labour], ['accepted', 'accepted'])
  const started: Past = [at('10:20'), { type: 'itemStarted', consentId: newConsentId, itemNo: 2 }]
  const back = { type: 'takeBackStart', jobId: job1, consentId: newConsentId, itemNo: 2 } as const

  test('with a part begins with the part, never by hand', () => {
    given({ job: yes })
      .when(at('10:20'), { type: 'startItem', jobId: job1, consentId: newConsentId, itemNo: 1 })
      .refuses({ code: 'itemHasPart', itemNo: 1 })
  })

  test('that was begun by a slip of the finger is taken back, while the bill does not ask for it', () => {
    given({ job: [...yes, started] })
      .when(at('10:21'), back)
      .then({ type: 'itemStartTakenBack', consentId: newConsentId, itemNo: 2 })
    given({ job: yes }).when(at('10:21'), back).refuses({ code: 'itemNotStarted', itemNo: 2 })
    const line = {
      basis: { kind: 'consent', consentId: newConsentId, itemNo: 2 },
      quantity: quantity(1, 'time'),
      amountRial: rial(1),
    } as const
    given({ job: [...yes, started, [at('10:21'), { type: 'billSet', lines: [line], discount: null, vatPermyriad: 0 }]] })
      .when(at('10:22'), back)
      .refuses({ code: 'itemBilled', itemNo: 2 })
  })

  test('keeps the start of the visit from being unmade', () => {
    given({ job: [...yes, started] })
      .when(at('10:21'), { type: 'withdrawStep', jobId: job1, step: 'start', reason: 'اشتباه' })
      .refuses({ code: 'itemAlreadyStarted', itemNo: 2 })
  })
})

test('an answer names the words that were before the customer, whatever another window showed since', () => {
  const ask = asked([labour])
  const english = { language: 'en', version: '1', body: 'Tuning, 300,000 toman' } as const
  const other: JobEvent = {
    type: 'consentShown',
    consentId: newConsentId,
    channel: 'counter',
    text: english,
    textHash: sha256Hex(canonicalJson(english)),
  }
  const answer = {
    type: 'answerConsent',
    jobId: job1,
    consentId: newConsentId,
    snapshotHash: ask.type === 'consentAsked' ? ask.snapshotHash : sha256Hex(''),
    text: shownText,
    answers: [{ itemNo: 1, decision: 'refused', condition: '' }],
    decidedBy: customer,
    evidence: { channel: 'call', number: mobileOf(), calledAtUtcMs: at('10:13'), readBack: true, note: '' },
  } as const
  const shownByCall: JobEvent = {
    type: 'consentShown',
    consentId: newConsentId,
    channel: 'call',
    text: shownText,
    textHash: sha256Hex(canonicalJson(shownText)),
  }
  const job: readonly Past[] = [...inWork, [at('10:10'), ask], [at('10:11'), shownByCall], [at('10:12'), other]]
  const { decision } = given({ job }).when(at('10:15'), answer)
  expect(decision.ok && decision.value[0]).toMatchObject({ textHash: sha256Hex(canonicalJson(shownText)), shownAtUtcMs: at('10:11') })
  given({ job })
    .when(at('10:15'), { ...answer, text: english })
    .refuses({ code: 'consentNotShown', channel: 'call' })
  given({ job })
    .when(at('10:10'), { ...answer, evidence: { ...answer.evidence, calledAtUtcMs: at('10:13') } })
    .refuses({ code: 'callTimeWrong' })
})

function mobileOf() {
  const number = parseMobile('09124862175')
  if (!number.ok) throw new Error('a mobile')
  return number.value
}

describe('money and requests that would be left behind', () => {
  test('keep a visit from being taken back until they are given back', () => {
    const line = { basis: { kind: 'service', serviceId: oil.serviceId }, quantity: quantity(1, 'time'), amountRial: oil.priceRial } as const
    const paid: readonly Past[] = [
      opened,
      [at('09:00'), arrived(null, 'noSlot')],
      [at('09:01'), { type: 'billSet', lines: [line], discount: null, vatPermyriad: 0 }],
      [at('09:02'), { type: 'paymentTaken', method: 'cash', amountRial: rial(1_000), reference: '' }],
    ]
    given({ job: paid })
      .when(at('09:03'), { type: 'withdrawStep', jobId: job1, step: 'checkIn', reason: 'اشتباه' })
      .refuses({ code: 'refundFirst', paidRial: rial(1_000) })
  })

  test('an open request ends with its visit', () => {
    given({ job: [...inWork, [at('10:10'), asked([labour])]] })
      .when(at('10:20'), { type: 'cancelJob', jobId: job1, by: 'customer', reason: 'منصرف شد' })
      .then(
        { type: 'consentVoided', consentId: newConsentId, itemNos: [1], cause: 'dropped', reason: 'منصرف شد' },
        { type: 'jobCancelled', by: 'customer', reason: 'منصرف شد' },
      )
  })

  test('what was left out of the old list of materials says nothing of the new one', () => {
    const list = (kind: string): JobEvent => ({
      type: 'workRequested',
      materials: [{ lineNo: 1, spec: spec(kind), quantity: quantity(1), priceRial: rial(1) }],
      offer: null,
    })
    const past: readonly Past[] = [
      opened,
      [at('09:00'), list('روغن موتور')],
      [at('09:01'), { type: 'lineLeftOut', basis: { kind: 'material', lineNo: 1 }, reason: 'روغن خودش آورد' }],
      [at('09:02'), list('شمع')],
    ]
    expect(agreedLines(folded(past)).map(({ title, state }) => [title, state])).toEqual([
      ['تعویض روغن', 'agreed'],
      ['شمع', 'agreed'],
    ])
  })
})

test('a photo that nobody stored here is no evidence', () => {
  const photos = [sha256Hex('nothing')]
  given({ job: inWork, context: { isPhotoKept: () => false } })
    .when(at('10:06'), { type: 'reportFinding', jobId: job1, title: 'نشتی', note: '', grade: 'soon', photos })
    .refuses({ code: 'photoUnknown' })
})
