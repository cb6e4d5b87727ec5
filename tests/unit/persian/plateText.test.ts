import { describe, expect, test } from 'vitest'
import { plateKey } from '../../../core/persian/plate.ts'
import { parsePlate } from '../../../core/persian/plateText.ts'

function keyOf(typed: string): string {
  const parsed = parsePlate(typed)
  return parsed.ok ? plateKey(parsed.value) : `refused: ${parsed.error.code}`
}

describe('12ب345-67 as people type it', () => {
  test.each([
    '12ب345-67',
    '12ب34567',
    '12 ب 345 67',
    '12 ب 345 ایران 67',
    '12 ب 345 ايران 67',
    '12ب345ایران67',
    '۱۲ب۳۴۵۶۷',
    '١٢ب٣٤٥٦٧',
    '１２ب３４５６７',
    '۱۲ ب ٣٤٥ - 67',
    '12 ب 345 | 67',
    '12-ب-345-67',
    '12/ب/345/67',
    '12_ب_345_67',
    '[12] (ب) 345 67',
    '1 2 ب 3 4 5 6 7',
    'پلاک: ۱۲ ب ۳۴۵ – ایران ۶۷',
    'I.R. IRAN 12 ب 345 67',
    '12 ب 345 IRAN 67',
    '\u200e12\u200f ب\u200c 345\u202c 67',
    '12 بـ 345 67',
    '12 ﺑ 345 67',
  ])('%o', (typed) => {
    expect(keyOf(typed)).toBe('12ب345-67')
  })

  test.each(['ایران 67 - 345 ب 12', '67345ب12', 'ایران 67 | 12 ب 345', '345 ب 12 ایران 67', 'ب 12 345 67', '1234567ب'])(
    'in another order: %o',
    (typed) => {
      expect(keyOf(typed)).toBe('12ب345-67')
    },
  )

  test.each(['12B345-67', '12B34567', '12f345-67', '12b34567', '12f34567'])('on a Latin keyboard: %o', (typed) => {
    expect(keyOf(typed)).toBe('12ب345-67')
  })
})

describe('letters', () => {
  test.each([
    ['12ي345-67', '12ی345-67'],
    ['12ى345-67', '12ی345-67'],
    ['12ك345-67', '12ک345-67'],
    ['12ة345-67', '12ه345-67'],
    ['12ه‍345-67', '12ه345-67'],
    ['12ا345-67', '12الف345-67'],
    ['12آ345-67', '12الف345-67'],
    ['12الف345-67', '12الف345-67'],
    ['12 ♿ 345 67', '12ژ345-67'],
    ['12 ♿\ufe0f 345 67', '12ژ345-67'],
    ['12 معلولین 345 67', '12ژ345-67'],
    ['12 ت 345 67 تاکسی', '12ت345-67'],
    ['12 گ 345 11 گذر موقت', '12گ345-11'],
    ['12 D 365 11', '12D365-11'],
    ['12S365-11', '12S365-11'],
    ['12d345-67', '12ی345-67'],
    ['12s345-67', '12س345-67'],
    ['12h345-67', '12الف345-67'],
    ['12m345-67', '12م345-67'],
    ['12;345-67', '12ک345-67'],
    ['12,34567', '12و345-67'],
    ["12'34567", '12گ345-67'],
    ['12[34567', '12ج345-67'],
    ['12A345-67', '12الف345-67'],
  ])('%o', (typed, key) => {
    expect(keyOf(typed)).toBe(key)
  })
})

describe('other plates', () => {
  test.each([
    ['123-45678', '123-45678'],
    ['12345678', '123-45678'],
    ['۱۲۳ ۴۵۶۷۸', '123-45678'],
    ['۱۲۳\n۴۵۶۷۸', '123-45678'],
    ['45678 123', '123-45678'],
    ['کیش ۱۲۳۶۵', 'kish-12365'],
    ['كيش 12365', 'kish-12365'],
    ['12365 KISH', 'kish-12365'],
    ['منطقه آزاد قشم 12365', 'qeshm-12365'],
    ['ارس 12365', 'aras-12365'],
    ['اروند 12365', 'arvand-12365'],
    ['انزلي 12365', 'anzali-12365'],
    ['چابهار 12365', 'chabahar-12365'],
    ['ماكو 12365', 'maku-12365'],
    ['تاریخی ۱۲۳۶۵', 'historic-12365'],
    ['تشریفات ۱۳۹۶', 'protocol-1396'],
    ['PROTOCOL 139', 'protocol-139'],
  ])('%o', (typed, key) => {
    expect(keyOf(typed)).toBe(key)
  })
})

describe('refusals point at the part that is wrong', () => {
  test.each([
    ['', { code: 'empty', part: null }],
    [' \u200c\u200f ', { code: 'empty', part: null }],
    ['ایران', { code: 'empty', part: null }],
    ['12@345-67', { code: 'badCharacter', part: null, character: '@' }],
    ['12🚗34567', { code: 'badCharacter', part: null, character: '🚗' }],
    ['1234567', { code: 'missingLetter', part: 'letter' }],
    ['12,345,67', { code: 'missingLetter', part: 'letter' }],
    ['--', { code: 'missingLetter', part: 'letter' }],
    ['12خ345-67', { code: 'badLetter', part: 'letter', letter: 'خ' }],
    ['12بب345-67', { code: 'badLetter', part: 'letter', letter: 'بب' }],
    ['12 ب 345 ج 67', { code: 'badLetter', part: 'letter', letter: 'ب ج' }],
    ['12X345-67', { code: 'badLetter', part: 'letter', letter: 'X' }],
    ['1ب345-67', { code: 'wrongLength', part: 'twoDigits' }],
    ['12ب34', { code: 'wrongLength', part: 'threeDigits' }],
    ['12ب345', { code: 'wrongLength', part: 'provinceCode' }],
    ['12ب345-6', { code: 'wrongLength', part: 'provinceCode' }],
    ['12ب345-678', { code: 'wrongLength', part: 'provinceCode' }],
    ['12ب34-567', { code: 'wrongLength', part: null }],
    ['12-345678', { code: 'wrongLength', part: 'district' }],
    ['کیش 1234', { code: 'wrongLength', part: 'serial' }],
    ['تشریفات 12', { code: 'wrongLength', part: 'serial' }],
    ['12ب345-07', { code: 'badProvince', part: 'provinceCode', provinceCode: '07' }],
  ])('%o', (typed, problem) => {
    expect(parsePlate(typed)).toEqual({ ok: false, error: problem })
  })
})
