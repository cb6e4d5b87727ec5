import { describe, expect, test } from 'vitest'
import { utcMs } from '../../../core/basics/instant.ts'
import { isoDate } from '../../../core/persian/jalali.ts'
import { isTimeZone, utcFromZoned, zonedParts } from '../../../core/persian/timeZone.ts'

const at = (iso: string) => utcMs(Date.parse(iso))
const utcText = (date: string, minute: number, timeZone: string) => new Date(utcFromZoned(isoDate(date), minute, timeZone)).toISOString()

test('Tehran has no daylight saving since 2022', () => {
  expect(zonedParts(at('2026-11-22T07:00:05Z'), 'Asia/Tehran')).toEqual({ date: '2026-11-22', minuteOfDay: 630, second: 5 })
  expect(zonedParts(at('2026-07-01T20:30:00Z'), 'Asia/Tehran')).toEqual({ date: '2026-07-02', minuteOfDay: 0, second: 0 })
  expect(utcText('2026-07-01', 540, 'Asia/Tehran')).toBe('2026-07-01T05:30:00.000Z')
})

describe('Tehran in 2021, when clocks went from 24:00 to 01:00 on 1 Farvardin and back on 30 Shahrivar', () => {
  test('summer and winter', () => {
    expect(zonedParts(at('2021-07-01T07:30:00Z'), 'Asia/Tehran').minuteOfDay).toBe(720)
    expect(zonedParts(at('2021-12-01T08:30:00Z'), 'Asia/Tehran').minuteOfDay).toBe(720)
  })

  test('around the change', () => {
    expect(zonedParts(at('2021-03-21T20:29:59Z'), 'Asia/Tehran')).toEqual({ date: '2021-03-21', minuteOfDay: 1439, second: 59 })
    expect(zonedParts(at('2021-03-21T20:30:00Z'), 'Asia/Tehran')).toEqual({ date: '2021-03-22', minuteOfDay: 60, second: 0 })
  })

  test('a skipped reading is carried forward', () => {
    expect(utcText('2021-03-22', 0, 'Asia/Tehran')).toBe('2021-03-21T20:30:00.000Z')
    expect(utcText('2021-03-22', 30, 'Asia/Tehran')).toBe('2021-03-21T21:00:00.000Z')
    expect(utcText('2021-03-22', 60, 'Asia/Tehran')).toBe('2021-03-21T20:30:00.000Z')
  })

  test('of a reading that comes twice the first is meant', () => {
    expect(utcText('2021-09-21', 1410, 'Asia/Tehran')).toBe('2021-09-21T19:00:00.000Z')
    expect(utcText('2021-09-22', 0, 'Asia/Tehran')).toBe('2021-09-21T20:30:00.000Z')
  })
})

test('zones on the other side of the world, and before 1970', () => {
  expect(utcText('2026-03-08', 150, 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
  expect(utcText('2026-11-01', 90, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
  expect(zonedParts(at('1969-12-31T23:59:59.999Z'), 'UTC')).toEqual({ date: '1969-12-31', minuteOfDay: 1439, second: 59 })
  expect(zonedParts(at('2026-01-01T00:00:00Z'), 'Pacific/Kiritimati')).toEqual({ date: '2026-01-01', minuteOfDay: 840, second: 0 })
})

test('names of zones', () => {
  expect(isTimeZone('Asia/Tehran')).toBe(true)
  expect(isTimeZone('Asia/Atlantis')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
