import { describe, expect, test } from 'vitest'
import type { ConsentId } from '../../../core/basics/ids.ts'
import { addMinutes } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { JobCommand } from '../../../core/domain/job/commands.ts'
import { workSamples } from '../../../core/domain/job/workSamples.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { answered, asked, finished, hashOf, inWork, shown, usedAll, withAnswer } from '../../support/consentPast.ts'
import { customer, dot, item, labour, shownText, signature } from '../../support/consents.ts'
import { at } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { fold, given, job1, newConsentId, sha256Hex, type Past } from '../../support/jobSpec.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'

type Answer = Extract<JobCommand, { type: 'answerConsent' }>
const request = asked([item(), labour])
const waiting: readonly Past[] = [...inWork, [at('10:10'), request], [at('10:12'), shown()]]

const answer = (overrides: Partial<Answer> = {}): Answer => ({
  type: 'answerConsent',
  jobId: job1,
  consentId: newConsentId,
  snapshotHash: hashOf(request),
  text: shownText,
  answers: [
    { itemNo: 1, decision: 'accepted', condition: 'قطعه کهنه را می‌خواهم' },
    { itemNo: 2, decision: 'refused', condition: '' },
  ],
  decidedBy: customer,
  evidence: { channel: 'counter', signature },
  ...overrides,
})

describe('an answer', () => {
  test('is recorded item by item, with what was shown, by whom, and the new total', () => {
    given({ job: waiting })
      .when(at('10:15'), answer())
      .then({
        type: 'consentAnswered',
        consentId: newConsentId,
        snapshotHash: hashOf(request),
        textHash: sha256Hex(canonicalJson(shownText)),
        answers: answer().answers,
        decidedBy: customer,
        evidence: { channel: 'counter', signature },
        shownAtUtcMs: at('10:12'),
        capAfterRial: rial(33_000_000 + 28_000_000),
        clock: 'ok',
      })
  })

  test('of no to everything is kept as carefully as a yes', () => {
    const no = answer({ answers: [1, 2].map((itemNo) => ({ itemNo, decision: 'refused', condition: '' }) as const) })
    const { decision } = given({ job: waiting }).when(at('10:15'), no)
    expect(decision.ok && decision.value[0]).toMatchObject({ type: 'consentAnswered', capAfterRial: 33_000_000 })
  })

  test('given twice, from two windows, counts once', () => {
    const job: readonly Past[] = [...waiting, [at('10:15'), answered(request, ['accepted', 'refused'])]]
    given({ job })
      .when(at('10:16'), answer())
      .refuses({ code: 'consentAlreadyAnswered', atUtcMs: at('10:15') })
  })

  test('to a request that an edit took the place of is refused', () => {
    const newer = testId<ConsentId>(2002)
    const job: readonly Past[] = [...waiting, [at('10:14'), asked([item()], { consentId: newer, consentNo: 2 }, newConsentId)]]
    given({ job }).when(at('10:15'), answer()).refuses({ code: 'consentSuperseded', by: newer })
  })

  test('to something else than what is asked is refused', () => {
    given({ job: waiting })
      .when(at('10:15'), answer({ snapshotHash: hashOf(asked([labour])) }))
      .refuses({ code: 'consentChanged' })
  })

  test('after a day is refused: prices do not hold that long', () => {
    const until = addMinutes(at('10:10'), 1440)
    expect(given({ job: waiting }).when(until, answer()).decision.ok).toBe(true)
    given({ job: waiting }).when(addMinutes(until, 1), answer()).refuses({ code: 'consentExpired', atUtcMs: until })
  })

  test('under a total that has moved since is refused', () => {
    const stale = asked([item()], { capBeforeRial: rial(30_000_000) })
    given({ job: [...inWork, [at('10:10'), stale], [at('10:12'), shown()]] })
      .when(at('10:15'), answer({ snapshotHash: hashOf(stale), answers: answer().answers.slice(0, 1) }))
      .refuses({ code: 'consentTotalMoved', shownRial: rial(30_000_000), nowRial: rial(33_000_000) })
  })

  test('needs that the customer was shown the text, in the same way', () => {
    given({ job: waiting.slice(0, -1) })
      .when(at('10:15'), answer())
      .refuses({ code: 'consentNotShown', channel: 'counter' })
  })

  test('answers every item, and none that was not asked', () => {
    given({ job: waiting })
      .when(at('10:15'), answer({ answers: answer().answers.slice(1) }))
      .refuses({ code: 'answersIncomplete', missing: [1] })
    given({ job: waiting })
      .when(at('10:15'), answer({ answers: [...answer().answers, { itemNo: 3, decision: 'accepted', condition: '' }] }))
      .refuses({ code: 'unknownItem', itemNo: 3 })
  })

  test('names who gave it, and why a delegate may', () => {
    given({ job: waiting })
      .when(at('10:15'), answer({ decidedBy: { ...customer, name: ' ' } }))
      .refuses({ code: 'deciderNameMissing' })
    given({ job: waiting })
      .when(at('10:15'), answer({ decidedBy: { ...customer, relation: 'delegate' } }))
      .refuses({ code: 'delegateBasisMissing' })
  })

  test('with a signature of one dot is refused', () => {
    given({ job: waiting })
      .when(at('10:15'), answer({ evidence: { channel: 'counter', signature: dot } }))
      .refuses({ code: 'signatureTooSmall' })
  })

  test('with a signature on a pad that no hand could sign on is refused', () => {
    const strokes = [Array.from({ length: 24 }, (_, n) => [n * 10, n % 2, n * 16] as const)]
    for (const [width, height] of [
      [1, 184],
      [344, 1],
    ] as const) {
      const tiny = { width, height, strokes }
      given({ job: waiting })
        .when(at('10:15'), answer({ evidence: { channel: 'counter', signature: tiny } }))
        .refuses({ code: 'signatureTooSmall' })
    }
  })

  test('by call counts only when it was read back', () => {
    const number = parseMobile('09124862175')
    if (!number.ok) throw new Error('a mobile')
    const evidence = { channel: 'call', number: number.value, calledAtUtcMs: at('10:13'), readBack: false, note: '' } as const
    const read = shown()
    const job: readonly Past[] = [...waiting, [at('10:12'), read.type === 'consentShown' ? { ...read, channel: 'call' } : read]]
    given({ job }).when(at('10:15'), answer({ evidence })).refuses({ code: 'notReadBack' })
    expect(given({ job }).when(at('10:15'), answer({ evidence: { ...evidence, readBack: true } })).decision.ok).toBe(true)
  })

  test('for a car that was handed over is refused', () => {
    const job: readonly Past[] = [...waiting, finished, [at('11:05'), { type: 'carHandedOver' }]]
    given({ job }).when(at('11:10'), answer()).refuses({ code: 'wrongPhase', phase: 'handedOver' })
  })
})

describe('a yes is taken back', () => {
  const withdraw = {
    type: 'withdrawConsent',
    jobId: job1,
    consentId: newConsentId,
    itemNos: [1],
    by: customer,
    reason: 'گران است',
  } as const
  const yes = withAnswer([item(), labour], ['accepted', 'accepted'])

  test('until the item is started, and the cap goes down again', () => {
    const { decision } = given({ job: yes }).when(at('10:20'), withdraw)
    if (!decision.ok) throw new Error(decision.error.code)
    const events = decision.value.map((event): Past => [at('10:20'), event])
    expect(fold(job1, [...yes, ...events])?.consents[0]?.items.map(({ state }) => state)).toEqual(['withdrawn', 'accepted'])
  })

  test('not once a part was issued for it, but again when the part was taken back', () => {
    const basis = { kind: 'consent', consentId: newConsentId, itemNo: 1 } as const
    const used: Past = [
      at('10:20'),
      {
        type: 'partUsed',
        basis,
        part: { kind: 'دیسک چرخ جلو', brand: 'ایساکو', grade: null, partNo: null, barcode: null, materialId: null },
        quantity: { milli: 2000, unit: 'piece' },
        source: 'hand',
      },
    ]
    given({ job: [...yes, used] })
      .when(at('10:21'), withdraw)
      .refuses({ code: 'itemAlreadyStarted', itemNo: 1 })
    const useId = fold(job1, [...yes, used])?.uses[0]?.useId
    if (useId === undefined) throw new Error('a use')
    const back: Past = [at('10:22'), { type: 'partTakenBack', useId, milli: 2000, reason: '' }]
    expect(given({ job: [...yes, used, back] }).when(at('10:23'), withdraw).decision.ok).toBe(true)
  })

  test('not once its work was started', () => {
    given({ job: [...yes, [at('10:20'), { type: 'itemStarted', consentId: newConsentId, itemNo: 2 }]] })
      .when(at('10:21'), { ...withdraw, itemNos: [2] })
      .refuses({ code: 'itemAlreadyStarted', itemNo: 2 })
  })

  test('not while the bill holds it', () => {
    const line = {
      basis: { kind: 'consent', consentId: newConsentId, itemNo: 2 },
      quantity: { milli: 1000, unit: 'time' },
      amountRial: rial(3_000_000),
    } as const
    given({ job: [...yes, [at('10:20'), { type: 'billSet', lines: [line], discount: null, vatPermyriad: 0 }]] })
      .when(at('10:21'), { ...withdraw, itemNos: [2] })
      .refuses({ code: 'itemBilled', itemNo: 2 })
  })

  test('only where there was one', () => {
    given({ job: withAnswer([item(), labour], ['refused', 'accepted']) })
      .when(at('10:20'), withdraw)
      .refuses({ code: 'itemNotAccepted', itemNo: 1, state: 'refused' })
  })
})

test('work on an item begins only after a yes that still stands', () => {
  const start = { type: 'startItem', jobId: job1, consentId: newConsentId, itemNo: 2 } as const
  given({ job: waiting }).when(at('10:15'), start).refuses({ code: 'itemNotAccepted', itemNo: 2, state: 'pending' })
  given({ job: withAnswer([item(), labour], ['accepted', 'accepted']) })
    .when(at('10:20'), start)
    .then({ type: 'itemStarted', consentId: newConsentId, itemNo: 2 })
})

test('a start of what another device had left out is kept, told and counts for nothing', () => {
  const basis = { kind: 'consent', consentId: newConsentId, itemNo: 2 } as const
  const left: Past = [at('10:20'), { type: 'lineLeftOut', basis, reason: 'موجود نبود' }]
  const job = fold(job1, [
    ...withAnswer([item(), labour], ['accepted', 'accepted']),
    left,
    [at('10:21'), { type: 'itemStarted', consentId: newConsentId, itemNo: 2 }],
  ])
  expect(job?.alarms.map(({ code }) => code)).toEqual(['startedWithoutConsent'])
  expect(job?.consents[0]?.items[1]?.startedAtUtcMs).toBeNull()
})

test('a fact that another device wrote without a yes is kept, told and counts for nothing', () => {
  const job = fold(job1, [...waiting, [at('10:14'), { type: 'itemStarted', consentId: newConsentId, itemNo: 2 }], ...usedAll()])
  expect(job?.alarms.map(({ code }) => code)).toEqual(['startedWithoutConsent'])
  expect(job?.consents[0]?.items[1]?.startedAtUtcMs).toBeNull()
  expect(job?.uses).toHaveLength(2)
})

test('the minutes of accepted work have their share of the worked time: the service does not learn to be slower', () => {
  const learnt = (decision: 'accepted' | 'refused') => {
    const job = fold(job1, [...withAnswer([item({ ...labour, extraMin: 30 })], [decision]), finished])
    return job === null ? [] : workSamples(job).map(({ workedS }) => workedS)
  }
  // An hour of work on a service that was quoted at 30 minutes.
  expect(learnt('accepted')).toEqual([1800])
  expect(learnt('refused')).toEqual([3600])
})
