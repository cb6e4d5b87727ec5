import { describe, expect, test } from 'vitest'
import { minuteMs } from '../../../core/basics/instant.ts'
import { layFloor } from '../../../core/domain/queue/layFloor.ts'
import { orderQueue } from '../../../core/domain/queue/order.ts'
import type { QueueRow } from '../../../core/domain/queue/row.ts'
import { runSchedule } from '../../../core/domain/queue/schedule.ts'
import type { QueueInput } from '../../../core/domain/queue/types.ts'
import { at, bay, booked, expected, garage, mechanic, running, settings, walkIn } from './garage.ts'

function rowOf(input: QueueInput, job: string): QueueRow {
  const row = orderQueue(input, { expectedStarts: false }).find(({ jobId }) => jobId === job)
  if (row === undefined) throw new Error(`${job} has no row`)
  return row
}

function order(input: QueueInput): readonly string[] {
  return orderQueue(input, { expectedStarts: false }).map(({ jobId, position }) => `${position} ${jobId}`)
}

function aheadOf(input: QueueInput, job: string): readonly string[] {
  return rowOf(input, job).ahead.map(({ jobId, rule, isHere }) => `${jobId} ${rule}${isHere ? '' : ' awaited'}`)
}

describe('positions', () => {
  test('the order in which the forward schedule starts them', () => {
    const waiting = [
      walkIn('w', '09:00'),
      booked('soon', '11:00', '09:50'),
      booked('late', '09:00', '09:40'),
      booked('now', '10:00', '10:00'),
    ]
    // w and late are due at 10:30 and 10:40 but an hour each: the 11:00 slot comes before the second of them can start.
    expect(order(garage('10:00', { waiting }))).toEqual(['1 now', '2 soon', '3 w', '4 late'])
  })

  test('whom nobody can serve stands last and says why', () => {
    const waiting = [
      booked('noSkill', '09:00', '08:50', { needs: { skills: ['body'] } }),
      booked('noBay', '09:05', '08:50', { needs: { bayKinds: ['pit'] } }),
      walkIn('w', '09:59'),
    ]
    const input = garage('10:00', { waiting })
    expect(order(input)).toEqual(['1 w', '2 noSkill', '3 noBay'])
    expect(rowOf(input, 'noSkill')).toMatchObject({
      turn: { kind: 'wait', why: { code: 'noFittingMechanic' } },
      ahead: [],
      expectedStart: null,
    })
    expect(rowOf(input, 'noBay')).toMatchObject({ turn: { kind: 'wait', why: { code: 'noFittingBay' } }, ahead: [], expectedStart: null })
    expect(orderQueue(input).map(({ expectedStart }) => expectedStart !== null)).toEqual([true, false, false])
  })
})

describe('the forward schedule', () => {
  test('looks again when a hold ends because the customer did not come', () => {
    const floor = layFloor({
      ...garage('09:55', { waiting: [walkIn('w', '09:00')], expected: [expected('e', '10:00')] }),
      settings: { ...settings, graceMin: 5 },
    })
    for (const entry of floor.slotted) entry.presentAt = Infinity
    runSchedule(floor)
    expect(floor.started.map(({ jobId, startedAt }) => [jobId, startedAt])).toEqual([['w', 10 * minuteMs + 1]])
  })

  test('and when the early window of a customer opens who may displace nobody before', () => {
    const input = garage('10:30', { waiting: [booked('early', '11:00', '10:00')], expected: [expected('e', '10:58')] })
    const floor = layFloor(input)
    runSchedule(floor)
    expect(floor.started.map(({ jobId, startedAt }) => [jobId, startedAt / minuteMs])).toEqual([
      ['early', 15],
      ['e', 75],
    ])
  })
})

describe('turn', () => {
  test('start, by whom and where', () => {
    expect(rowOf(garage('10:00', { waiting: [walkIn('w', '09:00')] }), 'w').turn).toEqual({ kind: 'start', mechanicId: 'ali', bayId: 'b1' })
  })

  test('mechanics or bays busy', () => {
    const waiting = [walkIn('w', '09:00'), walkIn('x', '09:01')]
    expect(rowOf(garage('10:00', { waiting, bays: [bay('b1'), bay('b2')] }), 'x').turn).toEqual({
      kind: 'wait',
      why: { code: 'mechanicsBusy' },
    })
    expect(rowOf(garage('10:00', { waiting, mechanics: [mechanic('a'), mechanic('b')] }), 'x').turn).toEqual({
      kind: 'wait',
      why: { code: 'baysBusy' },
    })
  })

  test('held by the guard: for whom, and until when at the latest', () => {
    const input = garage('09:55', { waiting: [walkIn('w', '09:00')], expected: [expected('e', '10:00')] })
    expect(rowOf(input, 'w').turn).toEqual({
      kind: 'wait',
      why: { code: 'guard', protectsJobId: 'e', slotStartUtcMs: at('10:00'), isHere: false, untilUtcMs: at('10:10') },
    })
  })
})

describe('who stands ahead', () => {
  test('each with the rule that puts him there', () => {
    const waiting = [
      booked('p', '09:30', '09:25'),
      booked('q', '09:30', '09:26'),
      booked('r', '09:40', '09:20'),
      walkIn('v', '08:59'),
      walkIn('w', '09:00'),
    ]
    const input = garage('10:00', { waiting, expected: [expected('e', '12:00')] })
    expect(aheadOf(input, 'p')).toEqual([])
    expect(aheadOf(input, 'r')).toEqual(['p earlierSlot', 'q earlierSlot'])
    expect(aheadOf(input, 'q')).toEqual(['p earlierArrival'])
    expect(aheadOf(input, 'w')).toEqual(['p onTimeFirst', 'q onTimeFirst', 'r onTimeFirst', 'e onTimeFirst awaited', 'v earlierDue'])
  })

  test('a tie by id alone is called one', () => {
    expect(aheadOf(garage('10:00', { waiting: [walkIn('a', '09:00'), walkIn('b', '09:00')] }), 'b')).toEqual(['a sameInstant'])
  })

  test('not an awaited customer whose slot is released', () => {
    const input = garage('10:00', { waiting: [walkIn('v', '09:00'), walkIn('w', '09:01')], expected: [expected('e', '09:45')] })
    expect(aheadOf(input, 'w')).toEqual(['v earlierDue'])
  })

  test('an early customer lets the others go first', () => {
    const waiting = [booked('early', '12:00', '09:00', { min: 20 }), walkIn('w', '10:59', { min: 20 })]
    expect(aheadOf(garage('11:00', { waiting }), 'early')).toEqual(['w earlyWaits'])
  })

  test('one with less right who takes another place, or a gap too short for this one', () => {
    const skilled = [
      booked('o', '09:30', '09:25', { needs: { skills: ['brakes'] } }),
      walkIn('w', '09:00', { needs: { skills: ['tyres'] } }),
    ]
    const mechanics = [mechanic('t', 'tyres'), mechanic('b', 'brakes')]
    const elsewhere = garage('09:30', {
      waiting: skilled,
      mechanics,
      bays: [bay('b1'), bay('b2')],
      running: [running('r', 'b', 'b2', 0, 5)],
    })
    expect(aheadOf(elsewhere, 'o')).toEqual(['w elsewhere'])
    const gap = garage('09:50', {
      waiting: [walkIn('long', '08:00', { min: 60 }), walkIn('short', '09:00', { min: 15 })],
      expected: [expected('e', '10:00')],
    })
    expect(aheadOf(gap, 'long')).toEqual(['short gap', 'e onTimeFirst awaited'])
  })

  test('a paused job that will take up its mechanic again', () => {
    const input = garage('10:00', {
      waiting: [walkIn('x', '09:00', { min: 30 }), walkIn('w', '09:01')],
      bays: [bay('b1'), bay('b2')],
      running: [running('p', 'ali', 'b1', 10, 40, 'consent')],
    })
    expect(aheadOf(input, 'w')).toEqual(['x earlierDue', 'p resumes awaited'])
  })

  test('not those who want neither the same mechanics nor the same bays', () => {
    const waiting = [
      booked('o', '09:30', '09:25', { needs: { skills: ['brakes'], bayKinds: ['lift'] } }),
      walkIn('w', '09:00', { needs: { skills: ['electrical'], bayKinds: ['flat'] } }),
    ]
    const mechanics = [mechanic('b', 'brakes'), mechanic('e', 'electrical')]
    expect(aheadOf(garage('09:30', { waiting, mechanics, bays: [bay('b1'), bay('b2', 'flat')] }), 'w')).toEqual([])
  })
})

describe('facts of a row', () => {
  test('class with its evidence, due time, patience', () => {
    const late = booked('late', '09:00', '09:22')
    const fresh = rowOf(garage('09:30', { waiting: [late] }), 'late')
    expect(fresh.arrival).toMatchObject({ arrivalClass: 'late', minutesPastGrace: 12, slotStartUtcMs: at('09:00') })
    expect(fresh.dueAtUtcMs).toBe(at('10:22'))
    expect(fresh.patience).toEqual({ endsAtUtcMs: at('11:52'), isSpent: false })
    expect(rowOf(garage('11:52', { waiting: [late] }), 'late').patience.isSpent).toBe(false)
    expect(rowOf(garage('11:53', { waiting: [late] }), 'late').patience.isSpent).toBe(true)
  })

  test('the class recorded at check-in stands, whatever the settings say now', () => {
    const input = garage('09:30', { waiting: [booked('late', '09:00', '09:22')] })
    const lenient = { ...input, settings: { ...input.settings, graceMin: 30 } }
    expect(rowOf(lenient, 'late').arrival.arrivalClass).toBe('late')
  })
})
