import { describe, expect, test } from 'vitest'
import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import { openConflicts } from '../../../core/domain/job/apart.ts'
import type { ConflictKind } from '../../../core/domain/job/conflict.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { foldApart, nthOf, writtenApart, type Apart } from '../../support/apartSpec.ts'
import { billOf, done } from '../../support/billPast.ts'
import { answered, asked, inWork, shown, slot } from '../../support/consentPast.ts'
import { at, bays, car, mechanic } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { arrived, booked, needsBrakes } from '../../support/jobEvents.ts'
import { newConsentId, type Past } from '../../support/jobSpec.ts'

const expected = inWork.slice(0, 2)
const waiting = inWork.slice(0, 3)
const bayOf = (n: number) => bays[n]?.bayId ?? testId(1)
const start = (time: UtcMs, bay = 0): Past => [time, { type: 'workStarted', bayId: bayOf(bay), mechanicId: mechanic.personId }]
const cancel = (time: UtcMs): Past => [time, { type: 'bookingCancelled', reason: 'منصرف شدم' }]
const move = (time: UtcMs): Past => [time, { type: 'bookingMoved', fromUtcMs: slot, toUtcMs: at('16:00'), reason: '' }]
const arrive = (time: UtcMs): Past => [time, arrived(slot, 'onTime')]

/** The job as it is folded in every order of arrival, and under clocks that put the branches in either order. */
function everyWay(apart: Apart): readonly Job[] {
  const [first = [], second = []] = apart.branches
  return [apart, { ...apart, branches: [second, first] }, { ...apart, branches: [ahead(first), second] }].map((way) => {
    const written = writtenApart(way)
    const job = foldApart(written)
    expect(foldApart(written.toReversed())).toEqual(job)
    return job
  })
}

/** As a PC whose clock is three hours ahead writes it. */
function ahead(branch: readonly Past[]): readonly Past[] {
  return branch.map(([time, event]): Past => [addMinutes(time, 180), event])
}

const kinds = (job: Job): readonly ConflictKind[] => openConflicts(job).map(({ kind }) => kind)

describe('two PCs start one job', () => {
  const apart = { seen: waiting, branches: [[start(at('10:00'), 0)], [start(at('10:01'), 1)]] }

  test('it is in work, and one task stands until a person says where', () => {
    for (const job of everyWay(apart)) {
      expect(job.phase.kind).toBe('inWork')
      expect(kinds(job)).toEqual(['doubleStart'])
    }
    const assigned = { bayId: bayOf(1), mechanicId: mechanic.personId }
    const about = [nthOf(0, 0), nthOf(1, 0)]
    const settle: Past = [at('10:05'), { type: 'conflictSettled', kind: 'doubleStart', about, assigned, note: '' }]
    const job = foldApart(writtenApart({ ...apart, after: [settle] }))
    expect(kinds(job)).toEqual([])
    expect(job.phase).toMatchObject({ kind: 'inWork', work: assigned })
  })
})

describe('the platform cancels', () => {
  test('while the shop has started offline: the work wins, on every clock', () => {
    for (const job of everyWay({ seen: waiting, branches: [[start(at('10:00'))], [cancel(at('09:58'))]] })) {
      expect(job.phase.kind).toBe('inWork')
      expect(kinds(job)).toEqual(['cancelAfterStart'])
    }
  })

  test('while the car was checked in and begun offline: the work wins', () => {
    for (const job of everyWay({ seen: expected, branches: [[arrive(at('09:55')), start(at('10:00'))], [cancel(at('09:50'))]] })) {
      expect(job.phase.kind).toBe('inWork')
      expect(kinds(job)).toHaveLength(1)
    }
  })

  test('while the car stands in the garage: it stays in the queue', () => {
    for (const job of everyWay({ seen: expected, branches: [[arrive(at('09:55'))], [cancel(at('09:50'))]] })) {
      expect(job.phase.kind).toBe('waiting')
      expect(kinds(job)).toEqual(['cancelAfterArrival'])
    }
  })

  test('while the work was finished and the car handed over offline: what was done stands, on every clock', () => {
    const cancelHere: Past = [at('10:30'), { type: 'jobCancelled', by: 'customer', reason: 'نمی‌خواهد' }]
    const ended: readonly Past[] = [
      [at('10:40'), { type: 'workFinished' }],
      [at('10:45'), { type: 'carHandedOver' }],
    ]
    for (const job of everyWay({ seen: inWork, branches: [ended, [cancelHere]] })) {
      expect(job.phase.kind).toBe('handedOver')
      expect(kinds(job)).toEqual(['cancelAfterStart'])
    }
  })

  test('before anything: cancelled; seen and reopened with a reason: in work again, without a task', () => {
    const seen = [...expected, cancel(at('09:00'))]
    expect(foldApart(writtenApart({ seen, branches: [] })).phase).toMatchObject({ kind: 'cancelled', by: 'customer' })
    const reopened: Past = [at('09:30'), { type: 'stepWithdrawn', step: 'cancel', withdraws: nthOf(9, 2), reason: 'آمد' }]
    const job = foldApart(writtenApart({ seen, branches: [], after: [reopened, arrive(at('09:55')), start(at('10:00'))] }))
    expect([job.phase.kind, kinds(job)]).toEqual(['inWork', []])
  })

  test('twice, here and there: cancelled, and nothing to decide', () => {
    const here: Past = [at('09:10'), { type: 'jobCancelled', by: 'customer', reason: 'تلفن زد' }]
    for (const job of everyWay({ seen: expected, branches: [[here], [cancel(at('09:11'))]] })) {
      expect([job.phase.kind, kinds(job)]).toEqual(['cancelled', []])
    }
  })
})

describe('the slot is moved', () => {
  test('while the car stands in the garage: the arrival counts, for the slot that it came for', () => {
    for (const job of everyWay({ seen: expected, branches: [[arrive(at('09:55'))], [move(at('09:50'))]] })) {
      expect(job.phase.kind).toBe('waiting')
      expect(job.slotStartUtcMs).toBe(slot)
      expect(kinds(job)).toEqual(['moveAfterArrival'])
    }
  })

  test('at both ends: one of them holds on every PC, and the desk is told', () => {
    const here: Past = [at('08:30'), { type: 'slotMoved', fromUtcMs: slot, toUtcMs: at('12:00'), reason: 'x' }]
    for (const job of everyWay({ seen: expected, branches: [[here], [move(at('08:31'))]] })) {
      expect([at('12:00'), at('16:00')]).toContain(job.slotStartUtcMs)
      expect(kinds(job)).toEqual(['movedTwice'])
    }
  })
})

describe('a consent', () => {
  const request: readonly Past[] = [...inWork, [at('10:10'), asked()], [at('10:11'), shown()]]
  const answer = (time: UtcMs, decision: 'accepted' | 'refused'): Past => [time, answered(asked(), [decision])]
  const yes = answer(at('10:15'), 'accepted')
  const drop: Past = [at('10:14'), { type: 'consentVoided', consentId: newConsentId, itemNos: [1], cause: 'dropped', reason: 'لازم نیست' }]
  const itemOf = (job: Job) => job.consents[0]?.items[0]?.state

  test('given and withdrawn at once: both kept, withdrawn until it is asked again', () => {
    for (const job of everyWay({ seen: request, branches: [[yes], [drop]] })) {
      expect(itemOf(job)).toBe('voided')
      expect(job.consents[0]?.answer).not.toBeNull()
      expect(kinds(job)).toEqual(['grantAndWithdrawal'])
      expect(job.alarms).toEqual([])
    }
  })

  test('given to a request that was edited at once: superseded, and the new one asks', () => {
    const edit: Past = [at('10:14'), asked(undefined, { consentId: testId(2002), consentNo: 2 }, newConsentId)]
    for (const job of everyWay({ seen: request, branches: [[yes], [edit]] })) {
      expect(job.consents.map(({ items }) => items[0]?.state)).toEqual(['superseded', 'pending'])
      expect(kinds(job)).toEqual(['grantAndWithdrawal'])
    }
  })

  test('answered twice at once: an item is accepted only if both say so', () => {
    for (const job of everyWay({ seen: request, branches: [[yes], [answer(at('10:16'), 'refused')]] })) {
      expect(itemOf(job)).toBe('refused')
      expect(kinds(job)).toEqual(['twoAnswers'])
    }
    for (const job of everyWay({ seen: request, branches: [[yes], [answer(at('10:17'), 'accepted')]] })) {
      expect(itemOf(job)).toBe('accepted')
      expect(kinds(job)).toEqual(['twoAnswers'])
    }
  })

  test('answered by whoever had seen the withdrawal breaks a term, and is no conflict', () => {
    const job = foldApart(writtenApart({ seen: [...request, drop, yes], branches: [] }))
    expect(job.alarms.map(({ code }) => code)).toEqual(['answerRefused'])
    expect(kinds(job)).toEqual([])
  })

  test('asked at two PCs at once: told', () => {
    const other: Past = [at('10:12'), asked(undefined, { consentId: testId(2002), consentNo: 2 })]
    for (const job of everyWay({ seen: inWork, branches: [[[at('10:10'), asked()]], [other]] })) expect(kinds(job)).toEqual(['askedTwice'])
  })
})

test('two bills made apart: one holds everywhere, and the desk is told', () => {
  const bill = (time: UtcMs, discountRial: number): Past => [
    time,
    { type: 'billSet', lines: billOf(done), discount: { amountRial: rial(discountRial), reason: 'x' }, vatPermyriad: 0 },
  ]
  for (const job of everyWay({ seen: done, branches: [[bill(at('11:05'), 1_000)], [bill(at('11:06'), 2_000)]] })) {
    expect(kinds(job)).toEqual(['billedTwice'])
  }
})

test('a booking of the platform is the ground of its job, whoever opened it before', () => {
  const booking: Past = [
    at('08:00'),
    {
      type: 'bookingMade',
      jobNo: 10,
      bookingRef: 'B-1',
      requestId: null,
      slotStartUtcMs: slot,
      customer: { name: 'مریم احمدی', mobile: null },
      vehicle: car('47د526ایران88'),
      services: needsBrakes,
      materials: [],
      acceptedRial: rial(21_800_000),
      offer: null,
      note: '',
    },
  ]
  const forged: Past = [at('07:00'), booked(slot, { acceptedRial: rial(900_000_000) })]
  for (const job of everyWay({ seen: [], branches: [[booking], [forged]] })) {
    expect(job.origin.kind).toBe('platform')
    expect(job.acceptedRial).toBe(21_800_000)
    expect(job.alarms.map(({ code }) => code)).toEqual(['requestRefused'])
  }
})

describe('a step that fits no more', () => {
  test('is kept and told', () => {
    const pause: Past = [at('10:10'), { type: 'workPaused', reason: 'part', note: '', freesBay: false }]
    const finish: Past = [at('10:09'), { type: 'workFinished' }]
    const [job] = everyWay({ seen: inWork, branches: [[finish], [pause]] })
    expect(job?.phase.kind).toBe('finished')
    expect(job && kinds(job)).toEqual(['factNotApplied'])
  })

  test('is not told when it only says the same again: one car checked in at two desks', () => {
    for (const job of everyWay({ seen: expected, branches: [[arrive(at('09:55'))], [arrive(at('09:56'))]] })) {
      expect([job.phase.kind, kinds(job)]).toEqual(['waiting', []])
    }
  })
})
