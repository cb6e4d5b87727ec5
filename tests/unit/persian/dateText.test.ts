import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../core/basics/result.ts'
import { formatJalaliDate, formatTimeOfDay, parseDate, parseJalaliDate, parseTimeOfDay } from '../../../core/persian/dateText.ts'

describe('22 November 2026', () => {
  test.each([
    '1405/9/1',
    '1405/09/01',
    '1405-09-01',
    '1405.9.1',
    '14050901',
    '۱۴۰۵/۰۹/۰۱',
    '١٤٠٥/٠٩/٠١',
    '１４０５／０９／０１',
    ' 1405 / 9 / 1 ',
    '\u200f۱۴۰۵/۹/۱\u200f',
    '1405–9–1',
    '2026-11-22',
    '2026/11/22',
    '۲۰۲۶-۱۱-۲۲',
    '20261122',
  ])('%o', (typed) => {
    expect(parseDate(typed)).toEqual(ok('2026-11-22'))
  })
})

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['05/9/1', 'shortYear'],
  ['۰۵/۰۹/۰۱', 'shortYear'],
  ['1/9/1405', 'notADate'],
  ['1405/9', 'notADate'],
  ['1405/9-1', 'notADate'],
  ['1405/9/1/2', 'notADate'],
  ['1405/9/1 10:30', 'notADate'],
  ['فردا', 'notADate'],
  ['140591', 'notADate'],
  ['1405/13/1', 'badMonth'],
  ['1405/0/1', 'badMonth'],
  ['1405/9/31', 'badDay'],
  ['1404/12/30', 'badDay'],
  ['1405/9/0', 'badDay'],
  ['2026-13-01', 'badMonth'],
  ['2026-02-29', 'badDay'],
  ['1299/1/1', 'yearOutOfRange'],
  ['1634/1/1', 'yearOutOfRange'],
  ['1899-01-01', 'yearOutOfRange'],
  ['2200-01-01', 'yearOutOfRange'],
  ['0000/00/00', 'yearOutOfRange'],
])('%o is refused as %s', (typed, code) => {
  expect(parseDate(typed)).toEqual(err(code))
})

test('a Jalali field takes no Gregorian day', () => {
  expect(parseJalaliDate('۱۴۰۵/۹/۱')).toEqual(ok({ year: 1405, month: 9, day: 1 }))
  expect(parseJalaliDate('2026-11-22')).toEqual(err('yearOutOfRange'))
})

test('written with two-digit months and days', () => {
  expect(formatJalaliDate({ year: 1405, month: 9, day: 1 })).toBe('1405/09/01')
})

describe('times of day', () => {
  test.each([
    ['9', 540],
    ['09', 540],
    ['9:30', 570],
    ['09:30', 570],
    ['۰۹:۳۰', 570],
    ['٩:٣٠', 570],
    ['9.30', 570],
    ['۹٫۳۰', 570],
    ['930', 570],
    ['0930', 570],
    ['9 : 30', 570],
    ['9：30', 570],
    ['0', 0],
    ['00:00', 0],
    ['23:59', 1439],
  ])('%o', (typed, minute) => {
    expect(parseTimeOfDay(typed)).toEqual(ok(minute))
  })

  test.each([
    ['', 'empty'],
    ['24:00', 'notATime'],
    ['9:60', 'notATime'],
    ['9:5', 'notATime'],
    ['99', 'notATime'],
    ['2430', 'notATime'],
    ['09300', 'notATime'],
    ['-9', 'notATime'],
    ['9 صبح', 'notATime'],
  ])('%o is refused as %s', (typed, code) => {
    expect(parseTimeOfDay(typed)).toEqual(err(code))
  })

  test('written with two-digit hours', () => {
    expect(formatTimeOfDay(570)).toBe('09:30')
    expect(formatTimeOfDay(0)).toBe('00:00')
  })
})
