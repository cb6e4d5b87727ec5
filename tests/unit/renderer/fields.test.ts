import { describe, expect, it } from 'vitest'
import { readPreferences } from '../../../renderer/stores/readPreferences.ts'
import { shortName } from '../../../renderer/ui/shortName.ts'
import { readTypedNumber, stepped } from '../../../renderer/ui/typedNumber.ts'

describe('numbers as they are typed', () => {
  it.each([
    ['', {}, { ok: true, value: null }],
    ['۱۳۲٬۴۰۰', {}, { ok: true, value: 132_400 }],
    ['132,400', {}, { ok: true, value: 132_400 }],
    ['3/5', { decimal: true }, { ok: true, value: 3.5 }],
    ['3.5', {}, { ok: false, error: 'fraction' }],
    ['-4', {}, { ok: false, error: 'negative' }],
    ['abc', {}, { ok: false, error: 'notANumber' }],
    ['4', { least: 5 }, { ok: false, error: 'tooSmall' }],
    ['61', { most: 60 }, { ok: false, error: 'tooBig' }],
  ])('%j with %j', (typed, limits, expected) => {
    expect(readTypedNumber(typed, limits)).toEqual(expected)
  })

  it('steps within the limits', () => {
    expect(stepped(null, 5, { least: 10 })).toBe(15)
    expect(stepped(12, -5, { least: 10 })).toBe(10)
    expect(stepped(58, 5, { most: 60 })).toBe(60)
  })
})

describe('names on the board', () => {
  it.each([
    ['سعید کاظمی', 'سعید ک.'],
    ['سید علی هاشمی', 'سید علی ه\u200d.'],
    ['مریم', 'مریم'],
    ['  ', ''],
  ])('%j as %j', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})

describe('kept preferences', () => {
  it('reads what was kept', () => {
    expect(readPreferences('{"language":"en","theme":"dark"}')).toEqual({ language: 'en', theme: 'dark' })
  })

  it.each([null, '', '{', 'null', '[]', '3', '{"language":"de","theme":7}'])(
    'falls back to Persian and the system’s theme: %j',
    (stored) => {
      expect(readPreferences(stored)).toEqual({ language: 'fa', theme: 'system' })
    },
  )
})
