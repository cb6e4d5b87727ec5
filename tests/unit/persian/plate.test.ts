import { describe, expect, test } from 'vitest'
import {
  isPlate,
  type Plate,
  plateClass,
  type PlateClass,
  plateDigits,
  plateFromKey,
  plateKey,
  plateParts,
} from '../../../core/persian/plate.ts'
import { classOfLetter, plateLetters, type PlateLetter } from '../../../core/persian/plateLetters.ts'
import { provinceCodes, provincesOfCode } from '../../../core/persian/plateProvinces.ts'

const fourPart = (letter: PlateLetter): Plate => ({ kind: 'fourPart', twoDigits: '12', letter, threeDigits: '345', provinceCode: '67' })

const examples: readonly (readonly [Plate, string, string, PlateClass])[] = [
  [fourPart('ب'), '12ب345-67', '1234567', 'private'],
  [fourPart('الف'), '12الف345-67', '1234567', 'government'],
  [fourPart('D'), '12D345-67', '1234567', 'diplomatic'],
  [{ kind: 'motorcycle', district: '123', serial: '45678' }, '123-45678', '12345678', 'motorcycle'],
  [{ kind: 'freeZone', zone: 'kish', serial: '12365' }, 'kish-12365', '12365', 'freeZone'],
  [{ kind: 'historic', serial: '00123' }, 'historic-00123', '00123', 'historic'],
  [{ kind: 'protocol', serial: '1396' }, 'protocol-1396', '1396', 'protocol'],
]

describe.each(examples)('%o', (plate, key, digits, plateClassName) => {
  test('has a key that leads back to it', () => {
    expect(plateKey(plate)).toBe(key)
    expect(plateFromKey(key)).toEqual(plate)
  })

  test('has its digits in reading order and its class', () => {
    expect(plateDigits(plate)).toBe(digits)
    expect(plateClass(plate)).toBe(plateClassName)
  })

  test('is known as a plate from outside, and not with a field more', () => {
    expect(isPlate(plate)).toBe(true)
    expect(isPlate({ ...plate, colour: 'white' })).toBe(false)
  })
})

test('letters tell the class', () => {
  const classes = Object.fromEntries(plateLetters.map((letter) => [letter, classOfLetter(letter)]))
  expect(classes).toEqual({
    ...Object.fromEntries(Array.from('بجدسصطقلمنوهی', (letter) => [letter, 'private'])),
    ت: 'taxi',
    ع: 'public',
    ک: 'agricultural',
    الف: 'government',
    پ: 'police',
    ث: 'army',
    ش: 'army',
    ز: 'army',
    ف: 'army',
    ژ: 'disabled',
    گ: 'temporary',
    D: 'diplomatic',
    S: 'service',
  })
})

test('parts stand in the order in which they are drawn', () => {
  expect(plateParts(fourPart('ب')).map(({ text }) => text)).toEqual(['12', 'ب', '345', '67'])
  expect(plateParts({ kind: 'freeZone', zone: 'aras', serial: '12345' }).map(({ part }) => part)).toEqual(['zone', 'serial'])
})

test.each([
  '',
  '12ب345',
  '12ب345-07',
  '12خ345-67',
  '12ي345-67',
  '۱۲ب۳۴۵-۶۷',
  '1ب345-67',
  '12ب345-67 ',
  '12345-678',
  'mars-12345',
  'kish-1234',
  'historic-1234',
  'protocol-12345',
  'constructor-12345',
])('%o is no key', (key) => {
  expect(plateFromKey(key)).toBeNull()
})

test.each([
  null,
  undefined,
  '12ب345-67',
  {},
  { kind: 'fourPart', twoDigits: 12, letter: 'ب', threeDigits: '345', provinceCode: '67' },
  { kind: 'fourPart', twoDigits: '12', letter: 'ب', threeDigits: '345' },
  { kind: 'fourPart', twoDigits: '12', letter: 'ب3', threeDigits: '45', provinceCode: '67' },
  { kind: 'freeZone', zone: 'historic', serial: '12345' },
  { kind: 'motorcycle', district: { toString: 1 }, serial: '12345' },
  { kind: 'motorcycle', district: 'kish', serial: '12345' },
])('%o from outside is no plate', (value) => {
  expect(isPlate(value)).toBe(false)
})

const names = (code: string): readonly string[] => provincesOfCode(code).map(({ name }) => name)

describe('province codes', () => {
  test('are all from 10 to 99', () => {
    expect(provinceCodes).toEqual(Array.from({ length: 90 }, (_, index) => String(index + 10)))
  })

  test('name the province, or the provinces that share one', () => {
    expect(names('11')).toEqual(['تهران'])
    expect(names('68')).toEqual(['البرز'])
    expect(names('21')).toEqual(['تهران', 'البرز'])
    expect(names('67')).toEqual(['اصفهان'])
    expect(names('05')).toEqual([])
  })
})
