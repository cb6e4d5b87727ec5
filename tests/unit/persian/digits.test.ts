import { describe, expect, test } from 'vitest'
import { digitsOnly, foldDigits, parseDecimal, parseWholeNumber, toPersianDigits } from '../../../core/persian/digits.ts'
import { err, ok } from '../../../core/basics/result.ts'

test('digits of every script become Latin, all else stays', () => {
  expect(foldDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ０１２３４５６７８９ ۱۲ب')).toBe('0123456789 0123456789 0123456789 12ب')
})

test('Latin digits become Persian, all else stays', () => {
  expect(toPersianDigits('12 ب 345 | 67')).toBe('۱۲ ب ۳۴۵ | ۶۷')
  expect(toPersianDigits(1405)).toBe('۱۴۰۵')
})

test('digits alone are kept in the order typed', () => {
  expect(digitsOnly('۱۲ ب ٣٤٥ - 67')).toBe('1234567')
})

describe('whole numbers', () => {
  test.each([
    ['0', 0],
    ['۱۲۳', 123],
    ['٤٥٦', 456],
    ['１２', 12],
    ['2,450,000', 2_450_000],
    ['۲٬۴۵۰٬۰۰۰', 2_450_000],
    ['۲،۴۵۰،۰۰۰', 2_450_000],
    ['2 450 000', 2_450_000],
    ['2\u00a0450\u202f000', 2_450_000],
    ['\u200f۱۲۳\u200f', 123],
    ['+7', 7],
    ['007', 7],
  ])('%s', (typed, value) => {
    expect(parseWholeNumber(typed)).toEqual(ok(value))
  })

  test.each([
    ['', 'empty'],
    [' \u200c ', 'empty'],
    ['abc', 'notANumber'],
    ['12 تومان', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['.5', 'notANumber'],
    ['5.', 'notANumber'],
    ['1e3', 'notANumber'],
    ['0x10', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['½', 'notANumber'],
    ['1,5', 'badGrouping'],
    ['12,34,567', 'badGrouping'],
    [',123', 'badGrouping'],
    ['1 2 3', 'badGrouping'],
    ['1.500', 'fraction'],
    ['۲٫۵', 'fraction'],
    ['-5', 'negative'],
    ['−۵', 'negative'],
    ['9007199254740993', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ])('%s is refused as %s', (typed, code) => {
    expect(parseWholeNumber(typed)).toEqual(err(code))
  })
})

test.each([
  ['2.5', 2.5],
  ['۲٫۵', 2.5],
  ['۲/۵', 2.5],
  ['1,250.75', 1250.75],
  ['10', 10],
])('decimal %s', (typed, value) => {
  expect(parseDecimal(typed)).toEqual(ok(value))
})
