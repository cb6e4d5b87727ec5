import { describe, expect, it } from 'vitest'
import { capRial } from '../../../core/domain/pricing/cap.ts'
import { workedMs } from '../../../core/domain/job/evolve.ts'
import { jobNeeds } from '../../../core/domain/job/needs.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { workSamples } from '../../../core/domain/job/workSamples.ts'
import { minuteMs } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import { at, bays, brakes, dynamo, mechanic, oil } from '../../support/garage.ts'
import { arrived, booked, needsBrakes, slot, withoutActive } from '../../support/jobEvents.ts'
import { fold, job1, nth, type Past } from '../../support/jobSpec.ts'
import { testId } from '../../support/ids.ts'

const bayId = bays[0]?.bayId ?? testId(0)
const mechanicId = mechanic.personId
const until = (...past: readonly Past[]): Job => {
  const job = fold(job1, past)
  if (job === null) throw new Error('a stream begins with its opening')
  return job
}
const opened: Past = [at('08:00'), booked(slot)]
const here: Past = [at('09:55'), arrived(slot, 'onTime')]
const started: Past = [at('10:00'), { type: 'workStarted', bayId, mechanicId }]
const pausedAt20: Past = [at('10:20'), { type: 'workPaused', reason: 'consent', note: '', freesBay: false }]
const resumed: Past = [at('10:50'), { type: 'workResumed', bayId, mechanicId }]
const withdraws = (n: number, time: string): Past => [
  at(time),
  { type: 'stepWithdrawn', step: 'checkIn', withdraws: nth(job1, n), reason: 'اشتباه' },
]

describe('the life of a job', () => {
  it('goes from expected to handed over', () => {
    const past: readonly Past[] = [
      opened,
      here,
      started,
      pausedAt20,
      resumed,
      [at('11:00'), { type: 'workFinished' }],
      [at('11:10'), { type: 'carHandedOver' }],
    ]
    const phases = past.map((_, index) => until(...past.slice(0, index + 1)).phase.kind)
    expect(phases).toEqual(['expected', 'waiting', 'inWork', 'paused', 'inWork', 'finished', 'handedOver'])
  })

  it('counts worked time without its pauses', () => {
    const { phase } = until(opened, here, started, pausedAt20, resumed)
    if (phase.kind !== 'inWork') throw new Error(phase.kind)
    expect(workedMs(phase.work, at('11:00'))).toBe(30 * minuteMs)
  })

  it('counts no negative time when the clock is set back an hour in the middle of the work', () => {
    const job = until(opened, here, started, [at('09:10'), { type: 'workFinished' }])
    if (job.phase.kind !== 'finished') throw new Error(job.phase.kind)
    expect(job.phase.work.workedMsBefore).toBe(0)
    expect(workSamples(job)).toEqual([])
  })

  it('keeps worked time over midnight', () => {
    const { phase } = until(opened, here, started)
    if (phase.kind !== 'inWork') throw new Error(phase.kind)
    expect(workedMs(phase.work, at('08:00', 1))).toBe(22 * 60 * minuteMs)
  })

  it('ignores events that do not fit, whatever wrote them', () => {
    const waiting = until(opened, here)
    expect(until(opened, here, here)).toEqual(waiting)
    expect(until(opened, here, [at('10:00'), { type: 'carHandedOver' }])).toEqual(waiting)
    // A second opening changes nothing either, and is told.
    const alarms = [{ code: 'requestRefused', eventId: nth(job1, 2), atUtcMs: at('10:00') }]
    expect(until(opened, here, [at('10:00'), booked(null)])).toEqual({ ...waiting, alarms })
    expect(fold(job1, [here])).toBeNull()
  })
})

describe('taking a step back', () => {
  /** All that is left of an arrival: what a later one may count from (T6). */
  const withdrawnArrivals = [{ arrivalId: nth(job1, 1), arrivedAtUtcMs: at('09:55'), slotStartUtcMs: slot, clock: 'ok' }]

  it('restores what was before, steps and slot included', () => {
    expect(until(opened, here, withdraws(1, '09:56'))).toEqual({ ...until(opened), withdrawnArrivals })
    const moved: Past = [at('10:00'), { type: 'slotMoved', fromUtcMs: slot, toUtcMs: at('14:30'), reason: 'خواست مشتری' }]
    expect(until(opened, here, moved).slotStartUtcMs).toBe(at('14:30'))
    expect(until(opened, here, moved, withdraws(2, '10:01'))).toEqual(until(opened, here))
  })

  it('leaves an earlier step alone', () => {
    expect(until(opened, here, started, withdraws(1, '10:05'))).toEqual(until(opened, here, started))
  })

  it('of a start out of turn takes the override back too', () => {
    const override: Past = [at('10:00'), { type: 'servedOutOfTurn', reason: 'بیمار دارد', passedOver: [testId(5)] }]
    expect(until(opened, here, started, override).outOfTurn?.passedOver).toEqual([testId(5)])
    expect(until(opened, here, started, override, withdraws(2, '10:01')).outOfTurn).toBeNull()
  })

  it('works step by step back to the start', () => {
    const job = until(opened, here, started, pausedAt20, withdraws(3, '10:21'), withdraws(2, '10:22'), withdraws(1, '10:23'))
    expect(job).toEqual({ ...until(opened), withdrawnArrivals })
  })
})

describe('what follows from a job', () => {
  it('its cap is the accepted price, else the sum of the quotes (T4)', () => {
    expect(capRial(until(opened))).toBe(oil.priceRial)
    expect(capRial(until([at('08:00'), booked(slot, { acceptedRial: rial(5) })]))).toBe(5)
    expect(capRial(until([at('08:00'), booked(slot, { acceptedRial: rial(0) })]))).toBe(0)
  })

  it('its needs are those of all services; where no bay suits all, the longest decides', () => {
    expect(jobNeeds([withoutActive(oil), ...needsBrakes])).toEqual({ skills: ['brakes', 'mechanical'], bayKinds: ['lift'] })
    expect(jobNeeds([...needsBrakes, withoutActive(dynamo)]).bayKinds).toEqual(['flat'])
    expect(jobNeeds([withoutActive(oil)]).bayKinds).toEqual([])
  })

  it('teaches durations once finished, shared by the quoted minutes, the whole time and no more', () => {
    const job = until([at('08:00'), booked(slot, { services: [withoutActive(oil), withoutActive(brakes)] })], here, started, [
      at('11:30'),
      { type: 'workFinished' },
    ])
    expect(workSamples(job).map(({ serviceId, workedS }) => [serviceId, workedS])).toEqual([
      [oil.serviceId, 1800],
      [brakes.serviceId, 3600],
    ])
    expect(workSamples(until(opened, here, started))).toEqual([])
  })
})
