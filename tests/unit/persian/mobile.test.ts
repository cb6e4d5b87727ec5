import { expect, test } from 'vitest'
import { err, ok } from '../../../core/basics/result.ts'
import { formatMobile, isMobile, parseMobile } from '../../../core/persian/mobile.ts'

test.each([
  '09124862175',
  '9124862175',
  '989124862175',
  '+989124862175',
  '00989124862175',
  '+98 912 486 2175',
  '+98 (0) 912 486 2175',
  '98 0912 486 2175',
  '0912-486-2175',
  '0912.486.2175',
  '0912/4862175',
  '۰۹۱۲۴۸۶۲۱۷۵',
  '٠٩١٢٤٨٦٢١٧٥',
  '۰۹۱۲ ٤٨٦ 2175',
  '０９１２４８６２１７５',
  '＋９８９１２４８６２１７５',
  '\u202a+98 912 486 2175\u202c',
  '0912\u00a0486–2175',
])('%s', (typed) => {
  expect(parseMobile(typed)).toEqual(ok('09124862175'))
})

test('a number that begins with the digits of the country code is still a number', () => {
  expect(parseMobile('9812345678')).toEqual(ok('09812345678'))
  expect(parseMobile('989812345678')).toEqual(ok('09812345678'))
})

test.each([
  ['', 'empty'],
  [' - ', 'empty'],
  ['0912abc2175', 'badCharacter'],
  ['0912+4862175', 'badCharacter'],
  ['♿', 'badCharacter'],
  ['0912486217', 'wrongLength'],
  ['091248621755', 'wrongLength'],
  ['912', 'wrongLength'],
  ['02188776655', 'notMobile'],
  ['12345', 'notMobile'],
  ['+982188776655', 'notMobile'],
  ['+4915112345678', 'foreign'],
  ['00971501234567', 'foreign'],
  ['+9124862175', 'foreign'],
])('%s is refused as %s', (typed, code) => {
  expect(parseMobile(typed)).toEqual(err(code))
})

test('shown in the groups in which it is said', () => {
  const parsed = parseMobile('+989124862175')
  expect(parsed.ok && formatMobile(parsed.value)).toBe('0912 486 2175')
})

test('only the canonical form is a stored mobile', () => {
  expect(isMobile('09124862175')).toBe(true)
  expect(isMobile('۰۹۱۲۴۸۶۲۱۷۵')).toBe(false)
  expect(isMobile('9124862175')).toBe(false)
})
