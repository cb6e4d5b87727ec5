import { describe, expect, it } from 'vitest'
import type { EventId } from '../../../core/basics/ids.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import { parseJobEvent, payloadOf } from '../../../core/wire/jobEvents.ts'
import { at } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { arrived, booked, slot } from '../../support/jobEvents.ts'
import { fold, given, job1, nth, type Past } from '../../support/jobSpec.ts'

/** Here at 09:58 for 10:00; the slip is taken back at 10:05, after a minute nobody noticed. */
const withdrawn: readonly Past[] = [
  [at('08:00'), booked(slot)],
  [at('09:58'), arrived(slot, 'onTime')],
  [at('10:05'), takenBack(1)],
]
const first = { arrivalId: nth(job1, 1), arrivedAtUtcMs: at('09:58') }
const again = { type: 'checkInAgain', jobId: job1 } as const

function takenBack(n: number): JobEvent {
  return { type: 'stepWithdrawn', step: 'checkIn', withdraws: nth(job1, n), reason: 'اشتباه' }
}

/** The arrival that counts from an earlier one. */
function countsFrom(earlier: typeof first, arrivalClass: 'onTime' | 'late' = 'onTime'): JobEvent {
  return { type: 'customerArrived', arrivalClass, evidence: { slotStartUtcMs: slot, graceMin: 10, clock: 'ok', countsFrom: earlier } }
}

function arrivalOf(past: readonly Past[]) {
  const phase = fold(job1, past)?.phase
  return phase?.kind === 'waiting' ? phase.arrival : null
}

describe('checking in again after the check-in was taken back (T6)', () => {
  it('asks which moment counts, and writes nothing before it is said', () => {
    given({ job: withdrawn })
      .when(at('10:11'), { type: 'checkIn', jobId: job1 })
      .refuses({ code: 'arrivalTakenBack', arrivals: [first] })
  })

  it('a customer who was on time stays on time, and the event says why', () => {
    given({ job: withdrawn })
      .when(at('10:11'), { ...again, arrivalId: first.arrivalId })
      .then(countsFrom(first))
    expect(arrivalOf([...withdrawn, [at('10:11'), countsFrom(first)]])).toMatchObject({
      arrivedAtUtcMs: at('09:58'),
      arrivalClass: 'onTime',
    })
  })

  it('also after the clock marked him as not come', () => {
    given({ job: [...withdrawn, [at('10:30'), { type: 'noShowMarked', by: 'clock' }]] })
      .when(at('10:40'), { ...again, arrivalId: first.arrivalId })
      .then(countsFrom(first))
  })

  it('whoever really comes now is classed by now', () => {
    given({ job: withdrawn })
      .when(at('10:11'), { ...again, arrivalId: null })
      .then(arrived(slot, 'late'))
  })

  it('no other moment can be named', () => {
    for (const arrivalId of [nth(job1, 0), nth(job1, 2), testId<EventId>(77)]) {
      given({ job: withdrawn })
        .when(at('10:11'), { ...again, arrivalId })
        .refuses({ code: 'unknownArrival' })
    }
    given({ job: withdrawn.slice(0, 1) })
      .when(at('10:11'), { ...again, arrivalId: first.arrivalId })
      .refuses({ code: 'unknownArrival' })
    given({ job: withdrawn.slice(0, 2) })
      .when(at('10:11'), { ...again, arrivalId: first.arrivalId })
      .refuses({ code: 'wrongPhase', phase: 'waiting' })
  })

  it('taken back twice, the first moment can still be chosen, and a moment stands in the list once', () => {
    const twice: readonly Past[] = [...withdrawn, [at('10:06'), countsFrom(first)], [at('10:08'), takenBack(3)]]
    const second = { arrivalId: nth(job1, 3), arrivedAtUtcMs: at('09:58') }
    given({ job: twice })
      .when(at('10:11'), { type: 'checkIn', jobId: job1 })
      .refuses({ code: 'arrivalTakenBack', arrivals: [second] })

    const other: readonly Past[] = [...withdrawn, [at('10:07'), arrived(slot, 'onTime')], [at('10:08'), takenBack(3)]]
    given({ job: other })
      .when(at('10:11'), { type: 'checkIn', jobId: job1 })
      .refuses({ code: 'arrivalTakenBack', arrivals: [{ arrivalId: nth(job1, 3), arrivedAtUtcMs: at('10:07') }, first] })
  })

  it('an arrival for another slot, or of another day, says nothing about this one', () => {
    const moved: readonly Past[] = [
      ...withdrawn,
      [at('10:06'), { type: 'slotMoved', fromUtcMs: slot, toUtcMs: at('15:00'), reason: 'خودش خواست' }],
    ]
    given({ job: moved })
      .when(at('15:20'), { type: 'checkIn', jobId: job1 })
      .then(arrived(at('15:00'), 'late'))
    const tomorrow: readonly Past[] = [
      [at('08:00'), booked(at('10:00', 1))],
      [at('09:58'), arrived(at('10:00', 1), 'onTime')],
      [at('10:05'), takenBack(1)],
    ]
    given({ job: tomorrow })
      .when(at('10:20', 1), { type: 'checkIn', jobId: job1 })
      .then(arrived(at('10:00', 1), 'late'))
  })

  it('a clock set back before that moment does not offer a moment to come', () => {
    given({ job: withdrawn }).when(at('09:30'), { type: 'checkIn', jobId: job1 }).then(arrived(slot, 'onTime'))
  })

  it('keeps what the clock was worth when that arrival was recorded', () => {
    const jumped = {
      type: 'customerArrived',
      arrivalClass: 'onTime',
      evidence: { slotStartUtcMs: slot, graceMin: 10, clock: 'jumped', countsFrom: null },
    } as const
    given({ job: [withdrawn[0] ?? [slot, booked(slot)], [at('09:58'), jumped], [at('10:05'), takenBack(1)]] })
      .when(at('10:11'), { ...again, arrivalId: first.arrivalId })
      .then({ ...jumped, evidence: { ...jumped.evidence, countsFrom: first } })
  })

  it('a moment that no withdrawn arrival of this job stands for is not believed, whoever wrote it', () => {
    const forged = countsFrom({ arrivalId: testId<EventId>(77), arrivedAtUtcMs: at('08:30') })
    expect(arrivalOf([...withdrawn, [at('10:11'), forged]])?.arrivedAtUtcMs).toBe(at('10:11'))
    const early = countsFrom({ ...first, arrivedAtUtcMs: at('08:30') })
    expect(arrivalOf([...withdrawn, [at('10:11'), early]])?.arrivedAtUtcMs).toBe(at('09:58'))
  })

  it('is stored and read back, and arrivals stored before this stay readable', () => {
    for (const event of [countsFrom(first), arrived(slot, 'onTime')]) {
      expect(parseJobEvent({ type: event.type, v: 1, payload: JSON.stringify(payloadOf(event)) })).toEqual(event)
    }
  })
})
