import { expect, test } from 'vitest'
import { err, ok } from '../../../core/basics/result.ts'
import { maskNationalId, parseNationalId } from '../../../core/persian/nationalId.ts'

test.each([
  ['0499370899', '0499370899'],
  ['۰۴۹۹۳۷۰۸۹۹', '0499370899'],
  ['٠٤٩٩٣٧٠٨٩٩', '0499370899'],
  ['049-937089-9', '0499370899'],
  ['\u200f0499370899 ', '0499370899'],
  ['499370899', '0499370899'],
  ['0684159414', '0684159414'],
  ['0067749828', '0067749828'],
  ['67749828', '0067749828'],
])('%s', (typed, id) => {
  expect(parseNationalId(typed)).toEqual(ok(id))
})

test.each([
  ['', 'empty'],
  ['۰۴۹۹۳۷۰۸۹x', 'badCharacter'],
  ['1234567', 'wrongLength'],
  ['12345678901', 'wrongLength'],
  ['0499370898', 'badCheckDigit'],
  ['0499378099', 'badCheckDigit'],
  ['00000000', 'repeatedDigit'],
])('%s is refused as %s', (typed, code) => {
  expect(parseNationalId(typed)).toEqual(err(code))
})

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('ten times %i was never issued', (digit) => {
  expect(parseNationalId(String(digit).repeat(10))).toEqual(err('repeatedDigit'))
})

test('a masked ID shows its last four digits only', () => {
  const parsed = parseNationalId('0499370899')
  expect(parsed.ok && maskNationalId(parsed.value)).toBe('••••••0899')
})
