import { describe, expect, test } from 'vitest'
import { addMinutes, utcMs } from '../../../core/basics/instant.ts'
import { classify, dueAt, noShowAt, patienceEndsAt, slotReleasedAt } from '../../../core/domain/queue/arrival.ts'
import { at, booked, settings, walkIn } from './garage.ts'

describe('class at check-in', () => {
  test.each([
    ['08:00', 'onTime', 60, 0, true],
    ['08:44', 'onTime', 16, 0, true],
    ['08:45', 'onTime', 15, 0, false],
    ['09:00', 'onTime', 0, 0, false],
    ['09:10', 'onTime', 0, 0, false],
    ['09:11', 'late', 0, 1, false],
    ['09:22', 'late', 0, 12, false],
  ] as const)('slot 09:00, arrived %s: %s', (arrived, arrivalClass, minutesEarly, minutesPastGrace, isEarly) => {
    expect(classify(at('09:00'), at(arrived), settings)).toEqual({
      arrivalClass,
      arrivedAtUtcMs: at(arrived),
      slotStartUtcMs: at('09:00'),
      graceEndsAtUtcMs: at('09:10'),
      minutesEarly,
      minutesPastGrace,
      isEarly,
    })
  })

  test('a begun minute past grace counts, so that no late customer reads 0', () => {
    const justLate = classify(at('09:00'), utcMs(at('09:10') + 1), settings)
    expect(justLate).toMatchObject({ arrivalClass: 'late', minutesPastGrace: 1 })
  })

  test('without a slot there is nothing to be early or late for', () => {
    expect(classify(null, at('09:00'), settings)).toMatchObject({
      arrivalClass: 'noSlot',
      graceEndsAtUtcMs: null,
      minutesPastGrace: 0,
      isEarly: false,
    })
  })
})

describe('instants of a job', () => {
  test('due: the slot, or the arrival and a deferral', () => {
    expect(dueAt(booked('a', '09:00', '08:30'), settings)).toBe(at('09:00'))
    expect(dueAt(booked('b', '09:00', '09:11'), settings)).toBe(at('10:11'))
    expect(dueAt(walkIn('c', '09:00'), settings)).toBe(at('10:30'))
  })

  test('an on-time job whose slot was taken off counts from its arrival', () => {
    expect(dueAt({ arrivalClass: 'onTime', slotStartUtcMs: null, arrivedAtUtcMs: at('09:05') }, settings)).toBe(at('09:05'))
  })

  test('slot released after grace, marked a no-show later, patience from the due time', () => {
    expect(slotReleasedAt(at('09:00'), settings)).toBe(at('09:10'))
    expect(noShowAt(at('09:00'), settings)).toBe(at('09:30'))
    expect(patienceEndsAt(at('09:00'), settings)).toBe(addMinutes(at('09:00'), 90))
  })
})
