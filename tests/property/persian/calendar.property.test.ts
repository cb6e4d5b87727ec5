import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type UtcMs, utcMs } from '../../../core/basics/instant.ts'
import { formatJalaliDate, formatTimeOfDay, parseDate, parseTimeOfDay } from '../../../core/persian/dateText.ts'
import {
  addDays,
  dayNumberOfIso,
  dayNumberOfJalali,
  firstJalaliYear,
  isJalaliDate,
  isoDate,
  isoOfDayNumber,
  jalaliOfDayNumber,
  jalaliOfIso,
  type JalaliDate,
  lastJalaliYear,
  weekdayOf,
} from '../../../core/persian/jalali.ts'
import { utcFromZoned, zonedParts } from '../../../core/persian/timeZone.ts'
import {
  dayBounds,
  dayOf,
  defaultWorkingHours,
  isWithinHours,
  isWorkingDay,
  nextWorkingDay,
  slotProblem,
} from '../../../core/persian/workingCalendar.ts'
import { inAnyScript } from './arbitraries.ts'

const knownDay = fc.integer({
  min: dayNumberOfJalali({ year: firstJalaliYear, month: 1, day: 1 }),
  max: dayNumberOfJalali({ year: lastJalaliYear, month: 12, day: 29 }),
})
/** Days that `parseDate` takes in both calendars: 1 Farvardin 1300 to 31 December 2199. */
const typedDay = fc.integer({ min: dayNumberOfJalali({ year: 1300, month: 1, day: 1 }), max: dayNumberOfIso(isoDate('2199-12-31')) })
const instant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) }).map((ms): UtcMs => utcMs(ms))
const zone = fc.constantFrom(
  'Asia/Tehran',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
)

const rank = ({ year, month, day }: JalaliDate): number => (year * 13 + month) * 32 + day

describe('Jalali days', () => {
  test('round trip by day number', () => {
    fc.assert(
      fc.property(knownDay, (day) => {
        const jalali = jalaliOfDayNumber(day)
        expect(isJalaliDate(jalali)).toBe(true)
        expect(dayNumberOfJalali(jalali)).toBe(day)
        expect(dayNumberOfIso(isoOfDayNumber(day))).toBe(day)
      }),
    )
  })

  test('later days are later dates in both calendars', () => {
    fc.assert(
      fc.property(knownDay, knownDay, (one, other) => {
        expect(Math.sign(rank(jalaliOfDayNumber(one)) - rank(jalaliOfDayNumber(other)))).toBe(Math.sign(one - other))
        expect(isoOfDayNumber(one) < isoOfDayNumber(other)).toBe(one < other)
      }),
    )
  })

  test('adding days goes back, and a week keeps the weekday', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const date = isoOfDayNumber(day)
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(weekdayOf(addDays(date, 7 * days))).toBe(weekdayOf(date))
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) + 1) % 7)
      }),
    )
  })

  test('a written date of either calendar reads back, in any script', () => {
    fc.assert(
      fc.property(typedDay, inAnyScript, (day, script) => {
        const date = isoOfDayNumber(day)
        expect(parseDate(script(date))).toEqual({ ok: true, value: date })
        expect(parseDate(script(formatJalaliDate(jalaliOfIso(date))))).toEqual({ ok: true, value: date })
      }),
    )
  })

  test('a written time of day reads back, in any script', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1439 }), inAnyScript, (minute, script) => {
        expect(parseTimeOfDay(script(formatTimeOfDay(minute)))).toEqual({ ok: true, value: minute })
      }),
    )
  })
})

describe('zones', () => {
  const formatters = new Map<string, Intl.DateTimeFormat>()
  const intlReading = (at: UtcMs, timeZone: string): string => {
    const formatter =
      formatters.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
    formatters.set(timeZone, formatter)
    return formatter.format(at)
  }

  test("a reading is Intl's, remembered or not", () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const { date, minuteOfDay, second } = zonedParts(at, timeZone)
        expect(`${date} ${formatTimeOfDay(minuteOfDay)}:${String(second).padStart(2, '0')}`).toBe(intlReading(at, timeZone))
      }),
      { numRuns: 1000 },
    )
  })

  test('a reading leads back to its instant, or to the same reading an hour or less earlier', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const whole = utcMs(Math.floor(at / 60_000) * 60_000)
        const { date, minuteOfDay } = zonedParts(whole, timeZone)
        const back = utcFromZoned(date, minuteOfDay, timeZone)
        expect(zonedParts(back, timeZone)).toEqual(zonedParts(whole, timeZone))
        expect(whole - back).toBeGreaterThanOrEqual(0)
        expect(whole - back).toBeLessThanOrEqual(3_600_000)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('working calendar', () => {
  test('an instant lies within the bounds of its day', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const hours = { ...defaultWorkingHours, timeZone }
        const { startUtcMs, endUtcMs } = dayBounds(dayOf(at, hours), hours)
        expect(startUtcMs <= at && at < endUtcMs).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('the next working day is open, and no day before it is', () => {
    const holidays = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 25 })
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 22_000 }), holidays, (day, closedDays) => {
        const hours = { ...defaultWorkingHours, holidays: closedDays.map((days) => ({ date: isoOfDayNumber(day + days), title: 'تعطیل' })) }
        const next = nextWorkingDay(isoOfDayNumber(day), hours)
        if (next === null) throw new Error('a garage that opens six days a week opens within a year')
        expect(isWorkingDay(next, hours)).toBe(true)
        for (let between = day + 1; between < dayNumberOfIso(next); between += 1) {
          expect(isWorkingDay(isoOfDayNumber(between), hours)).toBe(false)
        }
      }),
    )
  })

  test('a slot is taken exactly when it is not past and within hours', () => {
    fc.assert(
      fc.property(instant, instant, (slot, now) => {
        expect(slotProblem(slot, now, defaultWorkingHours) === null).toBe(slot >= now && isWithinHours(slot, defaultWorkingHours))
      }),
    )
  })
})
