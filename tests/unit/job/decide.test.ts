import { describe, expect, it } from 'vitest'
import type { BayId } from '../../../core/basics/ids.ts'
import { addDays } from '../../../core/persian/jalali.ts'
import { at, bays, brakes, car, day, desk, dynamo, electrician, garage, mechanic, oil } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { arrived, booked, needsBrakes, slot, withoutActive } from '../../support/jobEvents.ts'
import { given, job1, job2, nth, type Past } from '../../support/jobSpec.ts'

const [lift, flat] = bays.map((bay) => bay.bayId)
const bayId = lift ?? testId<BayId>(0)
const flatId = flat ?? testId<BayId>(0)
const mechanicId = mechanic.personId

const expected: readonly Past[] = [[at('08:00'), booked(slot)]]
const waiting: readonly Past[] = [...expected, [at('09:55'), arrived(slot, 'onTime')]]
const inWork: readonly Past[] = [...waiting, [at('10:00'), { type: 'workStarted', bayId, mechanicId }]]
const paused: readonly Past[] = [...inWork, [at('10:20'), { type: 'workPaused', reason: 'part', note: 'واترپمپ', freesBay: true }]]
const finished: readonly Past[] = [...inWork, [at('10:40'), { type: 'workFinished' }]]
const handedOver: readonly Past[] = [...finished, [at('10:50'), { type: 'carHandedOver' }]]

describe('check-in (T6, queue.md policy 1)', () => {
  const checkIn = { type: 'checkIn', jobId: job1 } as const

  it.each([
    ['09:00', 'onTime'],
    ['10:00', 'onTime'],
    ['10:10', 'onTime'],
    ['10:11', 'late'],
    ['17:00', 'late'],
  ] as const)('at %s for 10:00 counts as %s and keeps its evidence', (time, arrivalClass) => {
    given({ job: expected }).when(at(time), checkIn).then(arrived(slot, arrivalClass))
  })

  it('records what the clock was known to be, and goes on', () => {
    given({ job: expected, context: { clock: 'behind' } })
      .when(at('09:00'), checkIn)
      .then({
        type: 'customerArrived',
        arrivalClass: 'onTime',
        evidence: { slotStartUtcMs: slot, graceMin: 10, clock: 'behind', countsFrom: null },
      })
  })

  it('after a no-show the same day counts as late (policy 9)', () => {
    given({ job: [...expected, [at('10:30'), { type: 'noShowMarked', by: 'clock' }]] })
      .when(at('11:00'), checkIn)
      .then(arrived(slot, 'late'))
  })

  it('a second click finds the customer already here', () => {
    given({ job: waiting }).when(at('09:56'), checkIn).refuses({ code: 'wrongPhase', phase: 'waiting' })
  })

  it('on another day than the slot says so instead of guessing a class', () => {
    given({ job: expected }).when(at('10:00', 1), checkIn).refuses({ code: 'slotOnAnotherDay', slotStartUtcMs: slot })
    given({ job: expected }).when(at('10:00', -1), checkIn).refuses({ code: 'slotOnAnotherDay', slotStartUtcMs: slot })
  })

  it('of a job that does not exist', () => {
    given({}).when(at('10:00'), checkIn).refuses({ code: 'unknownJob' })
  })
})

describe('a visit without a slot', () => {
  const vehicle = car('47د526ایران88')
  const open = {
    type: 'openVisit',
    customer: { name: '', mobile: null },
    vehicle,
    serviceIds: [oil.serviceId, oil.serviceId],
    note: ' صدا می‌دهد ',
    materials: [],
    plateSeenTwice: false,
  } as const

  it('is opened and has arrived in one go, at the prices of the list', () => {
    given({})
      .when(at('09:00'), open)
      .then(
        {
          type: 'jobOpened',
          jobNo: 7,
          origin: { kind: 'walkIn' },
          slotStartUtcMs: null,
          customer: open.customer,
          vehicle,
          services: [withoutActive(oil)],
          acceptedRial: null,
          note: 'صدا می‌دهد',
        },
        arrived(null, 'noSlot'),
      )
  })

  it('needs a service that the list has', () => {
    given({})
      .when(at('09:00'), { ...open, serviceIds: [] })
      .refuses({ code: 'serviceMissing' })
    given({})
      .when(at('09:00'), { ...open, serviceIds: [testId(1)] })
      .refuses({ code: 'unknownService' })
  })

  it('asks before the same plate is in the garage twice', () => {
    const others = { [job2]: waiting }
    given({ others }).when(at('10:00'), open).refuses({ code: 'plateAlreadyHere', jobId: job2, jobNo: 1 })
    expect(given({ others }).when(at('10:00'), { ...open, plateSeenTwice: true }).decision.ok).toBe(true)
  })

  it('leads to the booking that the plate has today, not to one of tomorrow', () => {
    const booking = { [job2]: expected }
    given({ others: booking }).when(at('09:00'), open).refuses({ code: 'plateIsBooked', jobId: job2, jobNo: 1, slotStartUtcMs: slot })
    expect(given({ others: booking }).when(at('09:00', -1), open).decision.ok).toBe(true)
  })

  it('takes two cars that differ in one digit for two cars', () => {
    const other = { ...open, vehicle: car('47د527ایران88') }
    expect(given({ others: { [job2]: waiting } }).when(at('10:00'), other).decision.ok).toBe(true)
  })
})

describe('start', () => {
  const start = { type: 'startWork', jobId: job1, bayId, mechanicId, overrideReason: null } as const

  it('in turn, in a bay with a mechanic', () => {
    given({ job: waiting }).when(at('10:00'), start).then({ type: 'workStarted', bayId, mechanicId })
  })

  it('out of turn wants a reason, which is kept with whom it passed over (T6, policy 10)', () => {
    const job: readonly Past[] = [
      [at('08:00'), booked(null)],
      [at('09:30'), arrived(null, 'noSlot')],
    ]
    const others = { [job2]: waiting }
    const facts = { job, others, context: { garage: { ...garage, people: [mechanic] } } }
    given(facts)
      .when(at('10:00'), { ...start, bayId: flatId })
      .refuses({ code: 'outOfTurn', passedOver: [job2] })
    given(facts)
      .when(at('10:00'), { ...start, bayId: flatId, overrideReason: '  ' })
      .refuses({ code: 'outOfTurn', passedOver: [job2] })
    given(facts)
      .when(at('10:00'), { ...start, bayId: flatId, overrideReason: ' بیمار همراه دارد ' })
      .then({ type: 'workStarted', bayId: flatId, mechanicId }, { type: 'servedOutOfTurn', reason: 'بیمار همراه دارد', passedOver: [job2] })
  })

  it('is refused where the bay or the mechanic is taken', () => {
    const others = { [job2]: inWork }
    given({ job: waiting, others }).when(at('10:05'), start).refuses({ code: 'bayTaken', bayId, byJobId: job2 })
    given({ job: waiting, others })
      .when(at('10:05'), { ...start, bayId: flatId })
      .refuses({ code: 'mechanicBusy', byJobId: job2 })
  })

  it('is refused where the bay or the mechanic does not fit', () => {
    const job: readonly Past[] = [
      [at('08:00'), booked(slot, { services: needsBrakes })],
      [at('09:55'), arrived(slot, 'onTime')],
    ]
    given({ job })
      .when(at('10:00'), { ...start, bayId: flatId })
      .refuses({ code: 'bayUnfit', wanted: ['lift'] })
    given({ job })
      .when(at('10:00'), { ...start, mechanicId: electrician.personId })
      .refuses({ code: 'mechanicUnfit', missing: ['brakes'] })
  })

  it('is refused in a bay or with a mechanic that the garage does not have', () => {
    given({ job: waiting })
      .when(at('10:00'), { ...start, bayId: testId(9) })
      .refuses({ code: 'unknownBay' })
    given({ job: waiting })
      .when(at('10:00'), { ...start, mechanicId: testId(9) })
      .refuses({ code: 'unknownMechanic' })
    given({ job: waiting })
      .when(at('10:00'), { ...start, mechanicId: desk.personId })
      .refuses({ code: 'unknownMechanic' })
    const none = { garage: { ...garage, bays: [] } }
    given({ job: waiting, context: none }).when(at('10:00'), start).refuses({ code: 'unknownBay' })
  })

  it('is for a customer who is here', () => {
    given({ job: expected }).when(at('10:00'), start).refuses({ code: 'wrongPhase', phase: 'expected' })
    given({ job: inWork }).when(at('10:05'), start).refuses({ code: 'wrongPhase', phase: 'inWork' })
  })
})

describe('pause, resume, finish, hand over', () => {
  it('go in that order', () => {
    given({ job: inWork })
      .when(at('10:20'), { type: 'pauseWork', jobId: job1, reason: 'part', note: ' واترپمپ ', freesBay: true })
      .then({ type: 'workPaused', reason: 'part', note: 'واترپمپ', freesBay: true })
    given({ job: paused })
      .when(at('11:00'), { type: 'resumeWork', jobId: job1, bayId: flatId, mechanicId })
      .then({ type: 'workResumed', bayId: flatId, mechanicId })
    given({ job: inWork }).when(at('10:40'), { type: 'finishWork', jobId: job1 }).then({ type: 'workFinished' })
    given({ job: paused }).when(at('10:40'), { type: 'finishWork', jobId: job1 }).refuses({ code: 'wrongPhase', phase: 'paused' })
    const payments = [{ method: 'card', amountRial: oil.priceRial, reference: '' }] as const
    const handOver = { type: 'handOver', jobId: job1, payments, debt: null } as const
    const lines = [
      { basis: { kind: 'service', serviceId: oil.serviceId }, quantity: { milli: 1000, unit: 'time' }, amountRial: oil.priceRial },
    ] as const
    const settled = [
      { type: 'billSet', lines, discount: null, vatPermyriad: 0 },
      { type: 'paymentTaken', method: 'card', amountRial: oil.priceRial, reference: '' },
      { type: 'carHandedOver' },
    ] as const
    expect(given({ job: finished }).when(at('10:50'), handOver).decision).toEqual({ ok: true, value: settled })
  })

  it('are refused in any other phase', () => {
    given({ job: waiting }).when(at('10:00'), { type: 'finishWork', jobId: job1 }).refuses({ code: 'wrongPhase', phase: 'waiting' })
    given({ job: inWork })
      .when(at('10:00'), { type: 'handOver', jobId: job1, payments: [], debt: null })
      .refuses({ code: 'wrongPhase', phase: 'inWork' })
    given({ job: paused })
      .when(at('10:30'), { type: 'pauseWork', jobId: job1, reason: 'other', note: '', freesBay: false })
      .refuses({ code: 'wrongPhase', phase: 'paused' })
    given({ job: inWork })
      .when(at('10:30'), { type: 'resumeWork', jobId: job1, bayId, mechanicId })
      .refuses({ code: 'wrongPhase', phase: 'inWork' })
  })

  it('a job does not resume in a bay that was given away meanwhile', () => {
    given({ job: paused, others: { [job2]: inWork } })
      .when(at('11:00'), { type: 'resumeWork', jobId: job1, bayId, mechanicId })
      .refuses({ code: 'bayTaken', bayId, byJobId: job2 })
  })
})

describe('cancel, no-show, moving a slot', () => {
  it('a cancellation names who and why', () => {
    const cancel = { type: 'cancelJob', jobId: job1, by: 'customer', reason: 'پشیمان شد' } as const
    given({ job: waiting }).when(at('10:00'), cancel).then({ type: 'jobCancelled', by: 'customer', reason: 'پشیمان شد' })
    given({ job: waiting })
      .when(at('10:00'), { ...cancel, reason: ' ' })
      .refuses({ code: 'reasonMissing' })
    given({ job: paused }).when(at('10:30'), cancel).then({ type: 'jobCancelled', by: 'customer', reason: 'پشیمان شد' })
    given({ job: finished }).when(at('10:45'), cancel).refuses({ code: 'wrongPhase', phase: 'finished' })
  })

  it('the desk gives a booking up once its grace has passed, the program at a + N', () => {
    const mark = { type: 'markNoShow', jobId: job1 } as const
    given({ job: expected })
      .when(at('10:09'), mark)
      .refuses({ code: 'tooEarlyForNoShow', fromUtcMs: at('10:10') })
    given({ job: expected }).when(at('10:10'), mark).then({ type: 'noShowMarked', by: 'desk' })
    given({ job: expected })
      .when(at('10:29'), mark, 'system')
      .refuses({ code: 'tooEarlyForNoShow', fromUtcMs: at('10:30') })
    given({ job: expected }).when(at('10:30'), mark, 'system').then({ type: 'noShowMarked', by: 'clock' })
    given({ job: waiting }).when(at('10:30'), mark).refuses({ code: 'wrongPhase', phase: 'waiting' })
  })

  it('a slot is moved with the reason, into opening hours only (T2)', () => {
    const move = { type: 'moveSlot', jobId: job1, toUtcMs: at('14:30'), reason: 'به خواست مشتری' } as const
    given({ job: waiting })
      .when(at('10:30'), move)
      .then({ type: 'slotMoved', fromUtcMs: slot, toUtcMs: at('14:30'), reason: 'به خواست مشتری' })
    given({ job: waiting })
      .when(at('10:30'), { ...move, reason: '' })
      .refuses({ code: 'reasonMissing' })
    given({ job: waiting }).when(at('15:00'), move).refuses({ code: 'slotInPast' })
    given({ job: waiting })
      .when(at('10:30'), { ...move, toUtcMs: at('19:00') })
      .refuses({ code: 'slotOutsideHours' })
    given({ job: waiting })
      .when(at('10:30'), { ...move, toUtcMs: at('10:00', 5) })
      .refuses({ code: 'slotOnClosedDay' })
    const holiday = { ...garage, hours: { ...garage.hours, holidays: [{ date: addDays(day, 1), title: 'تعطیل' }] } }
    given({ job: waiting, context: { garage: holiday } })
      .when(at('10:30'), { ...move, toUtcMs: at('10:00', 1) })
      .refuses({ code: 'slotOnHoliday' })
  })
})

describe('correction by a later event', () => {
  it('takes back the last step, and only the last one', () => {
    const withdraw = { type: 'withdrawStep', jobId: job1, step: 'checkIn', reason: 'خودروی دیگری بود' } as const
    given({ job: waiting })
      .when(at('09:57'), withdraw)
      .then({ type: 'stepWithdrawn', step: 'checkIn', withdraws: nth(job1, 1), reason: 'خودروی دیگری بود' })
    given({ job: inWork }).when(at('10:05'), withdraw).refuses({ code: 'notLastStep', lastStep: 'start' })
    given({ job: expected }).when(at('09:57'), withdraw).refuses({ code: 'notLastStep', lastStep: null })
    given({ job: waiting })
      .when(at('09:57'), { ...withdraw, reason: '' })
      .refuses({ code: 'reasonMissing' })
    given({ job: handedOver })
      .when(at('11:00'), { ...withdraw, step: 'handOver' })
      .then({ type: 'stepWithdrawn', step: 'handOver', withdraws: nth(job1, 4), reason: 'خودروی دیگری بود' })
  })

  it('does not put a car back into a bay, or under a mechanic, that another has meanwhile', () => {
    const undo = { type: 'withdrawStep', jobId: job1, step: 'finish', reason: 'زود بود' } as const
    given({ job: finished, others: { [job2]: inWork } })
      .when(at('10:45'), undo)
      .refuses({ code: 'bayTaken', bayId, byJobId: job2 })
    const elsewhere: readonly Past[] = [...waiting, [at('10:42'), { type: 'workStarted', bayId: flatId, mechanicId }]]
    given({ job: finished, others: { [job2]: elsewhere } })
      .when(at('10:45'), undo)
      .refuses({ code: 'mechanicBusy', byJobId: job2 })
    expect(given({ job: finished }).when(at('10:45'), undo).decision.ok).toBe(true)
    const freed = { ...undo, step: 'finish' } as const
    const afterPause: readonly Past[] = [...inWork, [at('10:20'), { type: 'workPaused', reason: 'part', note: '', freesBay: true }]]
    expect(given({ job: afterPause, others: { [job2]: inWork } }).when(at('10:25'), { ...freed, step: 'pause' }).decision).toEqual({
      ok: false,
      error: { code: 'bayTaken', bayId, byJobId: job2 },
    })
  })

  it('cancels a visit without a booking whose arrival was a mistake: there is nothing to go back to', () => {
    const visit: readonly Past[] = [
      [at('08:00'), booked(null, { origin: { kind: 'walkIn' } })],
      [at('08:00'), arrived(null, 'noSlot')],
    ]
    given({ job: visit })
      .when(at('08:01'), { type: 'withdrawStep', jobId: job1, step: 'checkIn', reason: 'اشتباه' })
      .then({ type: 'jobCancelled', by: 'garage', reason: 'اشتباه' })
  })

  it('corrects details; a service that stays keeps the price it was quoted at', () => {
    const dearer = { ...garage, services: garage.services.map((each) => ({ ...each, priceRial: brakes.priceRial })) }
    const correct = {
      type: 'correctDetails',
      jobId: job1,
      customer: { name: 'مریم احمدی', mobile: null },
      vehicle: car('47د526ایران88', 'پژو ۲۰۷'),
      serviceIds: [oil.serviceId, dynamo.serviceId],
      note: '',
      reason: 'مدل اشتباه بود',
    } as const
    const { type: _, jobId: __, serviceIds: ___, ...facts } = correct
    given({ job: waiting, context: { garage: dearer } })
      .when(at('10:00'), correct)
      .then({
        type: 'detailsCorrected',
        ...facts,
        services: [withoutActive(oil), { ...withoutActive(dynamo), priceRial: brakes.priceRial }],
      })
  })
})
