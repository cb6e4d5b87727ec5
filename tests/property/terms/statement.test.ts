import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { Consent } from '../../../core/domain/consent/types.ts'
import type { JobCommand } from '../../../core/domain/job/commands.ts'
import { decide } from '../../../core/domain/job/decide.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import type { PartUse } from '../../../core/domain/materials/types.ts'
import type { Bill, BillLine, LeftOut, Payment } from '../../../core/domain/pricing/types.ts'
import { customer, item, labour, oil, part, quantity, shownText, signature } from '../../support/consents.ts'
import { bays, desk, mechanic } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { job1, sha256Hex } from '../../support/jobSpec.ts'
import { brokenPromises, brokenTerms, promises, type Promised, type Term, terms } from './invariants.ts'
import { apply, context, opened, slot } from './visit.ts'

/** A visit in which everything happened that the terms speak of: asked, accepted, begun, used, billed, paid, given back. */
const good = [
  () => ({ type: 'checkIn', jobId: job1 }) as const,
  () =>
    ({ type: 'startWork', jobId: job1, bayId: bays[0]?.bayId ?? testId(1), mechanicId: mechanic.personId, overrideReason: null }) as const,
  () => ({ type: 'askConsent', jobId: job1, items: [item(), labour], replaces: null }) as const,
  (job: Job) => ({ type: 'showConsent', jobId: job1, consentId: requestOf(job).consentId, channel: 'counter', text: shownText }) as const,
  (job: Job) =>
    ({
      type: 'answerConsent',
      jobId: job1,
      consentId: requestOf(job).consentId,
      snapshotHash: requestOf(job).snapshotHash,
      text: shownText,
      answers: [
        { itemNo: 1, decision: 'accepted', condition: '' },
        { itemNo: 2, decision: 'accepted', condition: '' },
      ],
      decidedBy: customer,
      evidence: { channel: 'counter', signature },
    }) as const,
  (job: Job) => ({ type: 'startItem', jobId: job1, consentId: requestOf(job).consentId, itemNo: 2 }) as const,
  () =>
    ({
      type: 'logPart',
      jobId: job1,
      basis: { kind: 'material', lineNo: 1 },
      part: part('روغن موتور', 'بهران', '10W-40'),
      quantity: quantity(4, 'litre'),
      source: 'hand',
    }) as const,
  (job: Job) =>
    ({
      type: 'setBill',
      jobId: job1,
      lines: [
        { basis: { kind: 'material', lineNo: 1 }, quantity: quantity(4, 'litre'), amountRial: rial(12_000_000) },
        { basis: itemOf(job, 1), quantity: quantity(2), amountRial: rial(28_000_000) },
      ],
      discount: { amountRial: rial(1_000_000), reason: 'مشتری همیشگی' },
      replacesSetAtUtcMs: null,
    }) as const,
  () => ({ type: 'takePayment', jobId: job1, payment: { method: 'cash', amountRial: rial(39_000_000), reference: '' } }) as const,
  (job: Job) =>
    ({
      type: 'refundPayment',
      jobId: job1,
      paymentId: first(job.payments).paymentId,
      amountRial: rial(1_000_000),
      method: 'cash',
      reason: 'برگشت',
    }) as const,
].reduce<Job>((job, commandOf, step) => played(job, commandOf(job), step), opened(2))

function played(job: Job, command: JobCommand, step: number): Job {
  const nowUtcMs = addMinutes(slot, step)
  const decision = decide(command, context(job, nowUtcMs, step))
  if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
  return apply(job, decision.value, nowUtcMs, step)
}

function first<Value>(values: readonly Value[]): Value {
  const [value] = values
  if (value === undefined) throw new Error('there is one')
  return value
}

function requestOf({ consents }: Job): Consent {
  return first(consents)
}

function itemOf(job: Job, itemNo: number) {
  return { kind: 'consent', consentId: requestOf(job).consentId, itemNo } as const
}

function billWith(changes: Partial<Bill>): Job {
  if (good.bill === null) throw new Error('the visit has a bill')
  return { ...good, bill: { ...good.bill, ...changes } }
}

/** The oil's line changed, or the item's. */
function lineWith(changes: Partial<BillLine>, index = 0): Job {
  return billWith({ lines: (good.bill?.lines ?? []).map((line, at) => (at === index ? { ...line, ...changes } : line)) })
}

function paymentWith(changes: Partial<Payment>): Job {
  return { ...good, payments: good.payments.map((payment) => ({ ...payment, ...changes })) }
}

function useWith(changes: Partial<PartUse>): Job {
  return { ...good, uses: good.uses.map((use) => ({ ...use, ...changes })) }
}

function requestWith(change: (consent: Consent) => Partial<Consent>): Job {
  return { ...good, consents: good.consents.map((consent) => ({ ...consent, ...change(consent) })) }
}

function leftOut(basis: LeftOut['basis']): Job {
  return { ...good, leftOut: [{ basis, reason: 'موجود نبود', atUtcMs: slot, by: desk.personId }] }
}

const refund = { ...first(first(good.payments).refunds), amountRial: rial(39_000_001) }
const second: BillLine = { basis: { kind: 'material', lineNo: 2 }, quantity: quantity(1), amountRial: rial(1_663_130) }

/** For each term jobs that break it; others may break with it. */
const broken: Readonly<Record<Term, readonly Job[]>> = {
  'a snapshot is not what was hashed': [requestWith(({ snapshot }) => ({ snapshot: { ...snapshot, capBeforeRial: rial(1) } }))],
  'an item counts as accepted and nobody said yes': [
    requestWith(() => ({ answer: null })),
    requestWith(({ answer }) => ({ answer: answer && { ...answer, answers: answer.answers.slice(0, 1) } })),
  ],
  'work on an item without a yes': [
    requestWith(({ items }) => ({ items: items.map((each) => ({ ...each, state: 'withdrawn', startedAtUtcMs: slot })) })),
  ],
  'work on what was left out': [leftOut(itemOf(good, 2))],
  'billed above the cap': [lineWith({ amountRial: rial(33_000_001 + 31_000_001) })],
  'requested lines billed above the accepted price': [lineWith({ amountRial: rial(33_000_002) })],
  'a discount above the bill': [billWith({ discount: { amountRial: rial(40_000_001), reason: 'x' } })],
  'refunded above paid': [paymentWith({ refunds: [refund] })],
  'paid above the bill': [paymentWith({ amountRial: rial(40_000_001) }), { ...good, bill: null }],
  'a billed line without a basis': [
    lineWith({ basis: { kind: 'material', lineNo: 3 } }),
    leftOut({ kind: 'material', lineNo: 1 }),
    requestWith(({ items }) => ({ items: items.map((each) => ({ ...each, state: 'refused' })) })),
  ],
  'a line billed twice': [billWith({ lines: [second, second] })],
  'a line billed above what was agreed for it': [
    // The oil's share of 33,000,001 by the list is 12,254,642.8 rial: rounded up at most.
    lineWith({ amountRial: rial(12_254_644) }),
    lineWith({ quantity: quantity(3.5, 'litre') }),
    lineWith({ amountRial: rial(28_000_001) }, 1),
    lineWith({ quantity: quantity(1) }, 1),
  ],
  'more billed than agreed': [lineWith({ quantity: quantity(4.5, 'litre') }), lineWith({ quantity: quantity(3) }, 1)],
  'billed in another unit than agreed': [lineWith({ quantity: quantity(4) }), lineWith({ quantity: quantity(2, 'pair') }, 1)],
  'a part used without a basis': [
    useWith({ basis: { kind: 'material', lineNo: 3 } }),
    useWith({ basis: itemOf(good, 2) }),
    leftOut({ kind: 'material', lineNo: 1 }),
  ],
  'a part that is not what was asked for': [
    useWith({ part: part('روغن موتور', 'بی‌نام', '10W-40') }),
    useWith({ basis: itemOf(good, 1), quantity: quantity(1) }),
  ],
  'more taken back than used': [useWith({ takenBackMilli: 4_001 })],
  'more used than agreed': [useWith({ quantity: quantity(4.001, 'litre') }), { ...good, uses: [...good.uses, ...good.uses] }],
  'used in another unit than agreed': [useWith({ quantity: quantity(4) })],
}

describe('the statement of the terms', () => {
  test('holds of a visit in which all of it happened, down to the last rial', () => {
    expect([...brokenTerms(good), ...brokenPromises(good)]).toEqual([])
    expect(brokenTerms(lineWith({ amountRial: rial(12_254_643) }))).toEqual([])
    expect(oil.quantity).toEqual(quantity(4, 'litre'))
  })

  test.each(terms.flatMap((term) => broken[term].map((job, index) => [term, index + 1, job] as const)))(
    'catches %s (%i)',
    (term, _, job) => {
      expect(brokenTerms(job)).toContain(term)
    },
  )

  test.each<readonly [Promised, Job]>([
    [
      'two open requests',
      {
        ...good,
        consents: [...good.consents, ...good.consents].map((consent) => ({
          ...consent,
          items: consent.items.map((each) => ({ ...each, state: 'pending' })),
        })),
      },
    ],
    [
      'more can be asked than the last total that the customer answered to',
      requestWith(({ answer }) => ({ answer: answer && { ...answer, capAfterRial: rial(answer.capAfterRial - 1) } })),
    ],
  ])('catches %s', (promised, job) => {
    expect(brokenPromises(job)).toEqual([promised])
    expect(promises).toHaveLength(2)
  })

  test('hashes as everybody does', () => {
    expect(sha256Hex('پیشخوان')).toBe(createHash('sha256').update(Buffer.from('پیشخوان', 'utf8')).digest('hex'))
  })
})
