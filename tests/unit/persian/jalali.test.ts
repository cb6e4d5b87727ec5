import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayNumberOfJalali,
  firstJalaliYear,
  isIsoDate,
  isJalaliDate,
  isLeapJalaliYear,
  isoDate,
  isoOfDayNumber,
  isoOfJalali,
  jalaliMonthLength,
  jalaliOfDayNumber,
  jalaliOfIso,
  lastJalaliYear,
  weekdayOf,
} from '../../../core/persian/jalali.ts'

// Dates from printed calendars and history, not from any algorithm.
const knownDays = [
  [1285, 5, 14, '1906-08-06', 'constitution signed, a Monday', 2],
  [1357, 11, 22, '1979-02-11', 'revolution, a Sunday', 1],
  [1348, 10, 11, '1970-01-01', 'Unix epoch, a Thursday', 5],
  [1367, 12, 30, '1989-03-20', 'not a day: 1367 is common', null],
  [1378, 10, 11, '2000-01-01', 'a Saturday', 0],
  [1399, 12, 30, '2021-03-20', 'last day of a leap year', 0],
  [1400, 1, 1, '2021-03-21', 'Nowruz, a Sunday', 1],
  [1402, 12, 29, '2024-03-19', 'last day of a common year', 3],
  [1403, 1, 1, '2024-03-20', 'Nowruz on 20 March', 4],
  [1403, 12, 30, '2025-03-20', 'last day of a leap year', 5],
  [1404, 1, 1, '2025-03-21', 'Nowruz, a Friday', 6],
  [1405, 9, 1, '2026-11-22', 'a Sunday', 1],
] as const

test.each(knownDays)('%i/%i/%i is %s: %s', (year, month, day, iso, _, weekday) => {
  const jalali = { year, month, day }
  expect(isJalaliDate(jalali)).toBe(weekday !== null)
  if (weekday === null) return
  expect(isoOfJalali(jalali)).toBe(iso)
  expect(jalaliOfIso(isoDate(iso))).toEqual(jalali)
  expect(weekdayOf(isoDate(iso))).toBe(weekday)
})

test('leap years are those of the published calendar from 1304 on', () => {
  const published = [
    1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391,
    1395, 1399, 1403, 1408, 1412, 1416, 1420,
  ]
  const ours = Array.from({ length: 117 }, (_, index) => 1304 + index).filter(isLeapJalaliYear)
  expect(ours).toEqual(published)
})

describe("against Intl's Persian calendar", () => {
  const persian = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })

  test('every day of 250 years', () => {
    const first = dayNumberOfJalali({ year: 1250, month: 1, day: 1 })
    const last = dayNumberOfJalali({ year: 1500, month: 1, day: 1 })
    const differing: number[] = []
    for (let day = first; day < last; day += 1) {
      const parts = Object.fromEntries(persian.formatToParts(day * 86_400_000).map(({ type, value }) => [type, Number(value)]))
      const ours = jalaliOfDayNumber(day)
      if (ours.year !== parts['year'] || ours.month !== parts['month'] || ours.day !== parts['day']) differing.push(day)
    }
    expect(differing).toEqual([])
    expect(last - first).toBeGreaterThan(91_000)
  })
})

const lengths = (year: number): readonly number[] => Array.from({ length: 12 }, (_, index) => jalaliMonthLength(year, index + 1))

test('months', () => {
  expect(lengths(1403)).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30])
  expect(lengths(1404)).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29])
})

test.each([
  { year: 1404, month: 12, day: 30 },
  { year: 1404, month: 7, day: 31 },
  { year: 1404, month: 0, day: 1 },
  { year: 1404, month: 13, day: 1 },
  { year: 1404, month: 1, day: 0 },
  { year: 1404.5, month: 1, day: 1 },
  { year: Number.NaN, month: 1, day: 1 },
  { year: firstJalaliYear - 1, month: 1, day: 1 },
  { year: lastJalaliYear + 1, month: 1, day: 1 },
])('%o is no day, and converting it is a bug', (date) => {
  expect(isJalaliDate(date)).toBe(false)
  expect(() => dayNumberOfJalali(date)).toThrow(RangeError)
})

test('the first and the last day known', () => {
  const first = dayNumberOfJalali({ year: firstJalaliYear, month: 1, day: 1 })
  const last = dayNumberOfJalali({ year: lastJalaliYear, month: 12, day: 29 })
  expect(isoOfDayNumber(first)).toBe('1799-03-21')
  expect(isoOfDayNumber(last)).toBe('2255-03-20')
  expect(() => jalaliOfDayNumber(first - 1)).toThrow(RangeError)
  expect(() => jalaliOfDayNumber(last + 1)).toThrow(RangeError)
})

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2026-11-31', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-22T00:00', false],
  ['۲۰۲۶-۱۱-۲۲', false],
  ['', false],
])('%o as a stored date: %o', (text, stored) => {
  expect(isIsoDate(text)).toBe(stored)
})

test('days are added across months, years and leap days', () => {
  expect(addDays(isoDate('2025-03-19'), 1)).toBe('2025-03-20')
  expect(addDays(isoDate('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(isoDate('2026-01-01'), -1)).toBe('2025-12-31')
})
