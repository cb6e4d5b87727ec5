import { describe, expect, test } from 'vitest'
import { hourMs, utcMs } from '../../../core/basics/instant.ts'
import { isoDate, isoOfJalali } from '../../../core/persian/jalali.ts'
import { solarHolidays } from '../../../core/persian/solarHolidays.ts'
import {
  dayBounds,
  dayHours,
  dayHoursProblem,
  dayOf,
  defaultWorkingHours,
  isWithinHours,
  isWorkingDay,
  nextWorkingDay,
  slotProblem,
  type WorkingHours,
} from '../../../core/persian/workingCalendar.ts'

// 2026-11-22 is a Sunday, so Thursday is the 26th, Friday the 27th and Saturday the 28th.
const sunday = isoDate('2026-11-22')
const thursday = isoDate('2026-11-26')
const friday = isoDate('2026-11-27')
const saturday = isoDate('2026-11-28')
const tehran = (local: string) => utcMs(Date.parse(`${local}+03:30`))

const withHoliday: WorkingHours = { ...defaultWorkingHours, holidays: [{ date: saturday, title: 'تعطیل' }] }
const withException: WorkingHours = {
  ...withHoliday,
  exceptions: [
    { date: saturday, hours: { intervals: [{ fromMinute: 600, toMinute: 720 }] } },
    { date: sunday, hours: { intervals: [] } },
  ],
}

test('the week as it begins: Thursday short, Friday off', () => {
  expect(dayHours(sunday, defaultWorkingHours)).toEqual({ intervals: [{ fromMinute: 480, toMinute: 1080 }] })
  expect(dayHours(thursday, defaultWorkingHours)).toEqual({ intervals: [{ fromMinute: 480, toMinute: 780 }] })
  expect(isWorkingDay(friday, defaultWorkingHours)).toBe(false)
})

test('a holiday closes, an exception wins over both', () => {
  expect(isWorkingDay(saturday, withHoliday)).toBe(false)
  expect(isWorkingDay(saturday, withException)).toBe(true)
  expect(isWorkingDay(sunday, withException)).toBe(false)
})

test('the next working day skips what is closed', () => {
  expect(nextWorkingDay(sunday, defaultWorkingHours)).toBe('2026-11-23')
  expect(nextWorkingDay(thursday, defaultWorkingHours)).toBe(saturday)
  expect(nextWorkingDay(thursday, withHoliday)).toBe('2026-11-29')
})

test('a garage that never opens has no next working day', () => {
  const none = { intervals: [] }
  expect(nextWorkingDay(sunday, { ...defaultWorkingHours, weekly: [none, none, none, none, none, none, none] })).toBeNull()
})

test('hours hold from the first minute up to the last', () => {
  expect(isWithinHours(tehran('2026-11-22T07:59:59'), defaultWorkingHours)).toBe(false)
  expect(isWithinHours(tehran('2026-11-22T08:00:00'), defaultWorkingHours)).toBe(true)
  expect(isWithinHours(tehran('2026-11-22T17:59:59'), defaultWorkingHours)).toBe(true)
  expect(isWithinHours(tehran('2026-11-22T18:00:00'), defaultWorkingHours)).toBe(false)
})

test("the garage's day turns at its own midnight", () => {
  expect(dayOf(tehran('2026-11-22T23:59:59'), defaultWorkingHours)).toBe('2026-11-22')
  expect(dayOf(tehran('2026-11-23T00:00:00'), defaultWorkingHours)).toBe('2026-11-23')
  expect(dayBounds(sunday, defaultWorkingHours)).toEqual({
    startUtcMs: Date.parse('2026-11-21T20:30:00Z'),
    endUtcMs: Date.parse('2026-11-22T20:30:00Z'),
  })
})

const hoursOf = (date: string): number => {
  const { startUtcMs, endUtcMs } = dayBounds(isoDate(date), defaultWorkingHours)
  return (endUtcMs - startUtcMs) / hourMs
}

test('days of 23 and 25 hours, when Iran still changed its clocks', () => {
  expect([hoursOf('2021-03-22'), hoursOf('2021-09-21'), hoursOf('2021-09-22')]).toEqual([23, 25, 24])
})

describe('a slot is refused', () => {
  const now = tehran('2026-11-22T10:30:00')
  test.each([
    ['2026-11-22T10:30:00', null],
    ['2026-11-22T10:29:59', 'past'],
    ['2026-11-20T10:00:00', 'past'],
    ['2026-11-27T10:00:00', 'closedDay'],
    ['2026-11-28T10:00:00', 'holiday'],
    ['2026-11-26T13:00:00', 'outsideHours'],
    ['2026-11-23T07:45:00', 'outsideHours'],
    ['2026-11-23T08:00:00', null],
  ])('%s: %s', (local, problem) => {
    expect(slotProblem(tehran(local), now, withHoliday)).toBe(problem)
  })
})

const problem = (...intervals: readonly (readonly [number, number])[]) =>
  dayHoursProblem({ intervals: intervals.map(([fromMinute, toMinute]) => ({ fromMinute, toMinute })) })

test('hours that nobody can keep are named', () => {
  expect(problem()).toBeNull()
  expect(problem([480, 720], [720, 1440])).toBeNull()
  expect(problem([480, 480])).toBe('emptyInterval')
  expect(problem([720, 480])).toBe('emptyInterval')
  expect(problem([480, 800], [720, 900])).toBe('overlap')
  expect(problem([800, 900], [480, 700])).toBe('overlap')
  expect(problem([0, 1441])).toBe('outsideDay')
  expect(problem([-1, 60])).toBe('outsideDay')
  expect(problem([0.5, 60])).toBe('outsideDay')
})

test('solar holidays of a year, in order', () => {
  const dates = solarHolidays(1405).map(({ date }) => date)
  expect(dates).toHaveLength(10)
  expect(dates).toEqual(dates.toSorted())
  expect(dates[0]).toBe('2026-03-21')
  expect(dates).toContain(isoOfJalali({ year: 1405, month: 11, day: 22 }))
  expect(solarHolidays(1405).every(({ title }) => title !== '')).toBe(true)
})
