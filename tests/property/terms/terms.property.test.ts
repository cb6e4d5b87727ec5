import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsentId, EventId } from '../../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import { capRial } from '../../../core/domain/pricing/cap.ts'
import type { JobContext } from '../../../core/domain/job/context.ts'
import { decide } from '../../../core/domain/job/decide.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import { evolve } from '../../../core/domain/job/evolve.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { defaultQueueSettings } from '../../../core/domain/queue/types.ts'
import { filter, oil } from '../../support/consents.ts'
import { at, bays, desk, electrician, garage, mechanic } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { booked } from '../../support/jobEvents.ts'
import { job1, place, sha256Hex } from '../../support/jobSpec.ts'
import { commandFrom } from './commandFrom.ts'
import { brokenTerms } from './invariants.ts'

const slot = at('10:00')

function apply(job: Job, events: readonly JobEvent[], nowUtcMs: UtcMs, eventNo: number): Job {
  return events.reduce<Job>((now, event, index) => {
    const eventId = testId<EventId>(50_000 + eventNo * 20 + index)
    return evolve(now, { eventId, jobId: job1, atUtcMs: nowUtcMs, actorId: desk.personId, event }) ?? now
  }, job)
}

/** Kinds of visit to begin with: an offer with VAT inside, one with VAT added, a price without an offer, none at all. */
function opened(kind: number): Job {
  const acceptedRial = kind === 3 ? null : rial(33_000_001)
  const offers = [
    { offerId: 'KX-1', revision: 2, amountRial: rial(33_000_001), vat: { kind: 'inside' } },
    { offerId: 'KX-1', revision: 2, amountRial: rial(33_000_001), vat: { kind: 'added', ratePermyriad: 900 } },
  ] as const
  const past: readonly JobEvent[] = [
    booked(slot, { acceptedRial }),
    { type: 'workRequested', materials: kind === 3 ? [] : [oil, filter], offer: offers[kind] ?? null },
  ]
  const first = evolve(null, {
    eventId: testId<EventId>(1),
    jobId: job1,
    atUtcMs: at('08:00'),
    actorId: desk.personId,
    event: past[0] ?? booked(slot),
  })
  if (first === null) throw new Error('a stream begins with its opening')
  return apply(first, past.slice(1), at('08:00'), 0)
}

function context(job: Job, nowUtcMs: UtcMs, step: number): JobContext {
  const mechanics = [mechanic, electrician].map(({ personId, skills }) => ({ mechanicId: personId, skills }))
  return {
    nowUtcMs,
    clock: 'ok',
    actorId: desk.personId,
    job,
    nextJobNo: 7,
    openJobs: [job],
    garage: { ...garage, vatRates: [] },
    queue: {
      nowUtcMs,
      settings: defaultQueueSettings,
      waiting: [],
      expected: [],
      running: [],
      mechanics,
      bays: bays.map(({ bayId, kind }) => ({ bayId, kind })),
    },
    place,
    newConsentId: testId<ConsentId>(90_000 + step),
    readyUtcMs: null,
    isPhotoKept: () => true,
    sha256Hex,
  }
}

const sequences = fc.record({
  kind: fc.nat(3),
  numbers: fc.array(fc.noBias(fc.nat(2 ** 31 - 1)), { minLength: 1, maxLength: 26, size: 'max' }),
  // Most sequences begin with a car in work, where everything is possible.
  begun: fc.boolean(),
})

type Sequence = { readonly kind: number; readonly numbers: readonly number[]; readonly begun: boolean }

/** Plays the commands and hands every state and decision on the way to `look`. */
function play({ kind, numbers, begun }: Sequence, look: (job: Job, carriedOut: string | null) => void): void {
  let job = opened(kind)
  const lead = begun ? [0, 0] : []
  for (const [step, number] of [...lead, ...numbers].entries()) {
    const nowUtcMs = addMinutes(slot, step)
    const command = commandFrom(job, number, nowUtcMs)
    const decision = decide(command, context(job, nowUtcMs, step))
    if (decision.ok) job = apply(job, decision.value, nowUtcMs, step)
    look(job, decision.ok ? command.type : null)
  }
}

/** T4 as the customer was told it: after an answer nobody can be asked for more than the total that came of it. */
function isPromiseBroken(job: Job): boolean {
  const answer = job.consents.findLast((consent) => consent.answer !== null)?.answer ?? null
  return answer !== null && capRial(job) > answer.capAfterRial
}

function openRequests({ consents }: Job): number {
  return consents.filter(({ items }) => items.some((item) => item.state === 'pending')).length
}

describe('for any sequence of commands', () => {
  test('billed <= cap, paid <= billed, and whatever is used, begun or billed has a yes', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
    const carriedOut = new Map<string, number>()
    console.log(`100,000 sequences of commands, seed ${seed}`)
    fc.assert(
      fc.property(sequences, (sequence) => {
        play(sequence, (job, command) => {
          const broken = [...brokenTerms(job)]
          if (openRequests(job) > 1) broken.push('two open requests')
          if (isPromiseBroken(job)) broken.push('more can be asked than the last total that the customer answered to')
          if (broken.length > 0 || job.alarms.length > 0) throw new Error([...broken, ...job.alarms.map(({ code }) => code)].join('; '))
          if (command !== null) carriedOut.set(command, (carriedOut.get(command) ?? 0) + 1)
        })
      }),
      { numRuns: 100_000, seed },
    )
    // The sequences reach what they are to test: every kind of command was carried out, the deepest ones often.
    const deep = ['answerConsent', 'withdrawConsent', 'startItem', 'setBill', 'takePayment', 'refundPayment', 'leaveOut', 'handOver']
    expect(deep.filter((command) => (carriedOut.get(command) ?? 0) <= 100)).toEqual([])
  }, 600_000)

  test('folding what was recorded in any other order breaks nothing either, and tells what it left out', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
    console.log(`shuffled histories, seed ${seed}`)
    let alarms = 0
    fc.assert(
      fc.property(sequences, fc.infiniteStream(fc.nat(1000)), (sequence, order) => {
        const events: JobEvent[] = []
        let before = opened(sequence.kind)
        for (const [step, number] of [0, 0, ...sequence.numbers].entries()) {
          const nowUtcMs = addMinutes(slot, step)
          const decision = decide(commandFrom(before, number, nowUtcMs), context(before, nowUtcMs, step))
          if (!decision.ok) continue
          events.push(...decision.value)
          before = apply(before, decision.value, nowUtcMs, step)
        }
        const shuffled = events.map((event) => ({ event, at: order.next().value ?? 0 })).toSorted((a, b) => a.at - b.at)
        let job = opened(sequence.kind)
        for (const [index, { event }] of shuffled.entries()) {
          job = apply(job, [event], slot, 1000 + index)
          expect(brokenTerms(job)).toEqual([])
        }
        alarms += job.alarms.length
      }),
      { numRuns: 5_000, seed },
    )
    expect(alarms).toBeGreaterThan(0)
  }, 120_000)
})

describe('the statement of the terms', () => {
  const good = opened(2)
  const line = { basis: { kind: 'material', lineNo: 1 } as const, quantity: oil.quantity, amountRial: rial(14_000_000) }
  const bill = { lines: [line], discount: null, vatPermyriad: 0, setAtUtcMs: slot, by: desk.personId }
  const payment = {
    method: 'cash',
    amountRial: rial(14_000_001),
    reference: '',
    paymentId: testId<EventId>(3),
    atUtcMs: slot,
    by: desk.personId,
    refunds: [],
  } as const

  test('holds of a job as it is opened', () => {
    expect(brokenTerms({ ...good, bill })).toEqual([])
  })

  test.each<readonly [string, Job]>([
    ['a bill above the cap', { ...good, bill: { ...bill, lines: [{ ...line, amountRial: rial(33_000_002) }] } }],
    ['a payment above the bill', { ...good, bill, payments: [payment] }],
    ['a line without a basis', { ...good, bill: { ...bill, lines: [{ ...line, basis: { kind: 'material', lineNo: 3 } }] } }],
    ['a billed line that was left out', { ...good, bill, leftOut: [{ basis: line.basis, reason: 'x', atUtcMs: slot, by: desk.personId }] }],
    ['a discount above the bill', { ...good, bill: { ...bill, discount: { amountRial: rial(14_000_001), reason: 'x' } } }],
  ])('catches %s', (_, job) => {
    expect(brokenTerms(job)).not.toEqual([])
  })

  test('hashes as everybody does', () => {
    expect(sha256Hex('پیشخوان')).toBe(createHash('sha256').update(Buffer.from('پیشخوان', 'utf8')).digest('hex'))
  })
})
