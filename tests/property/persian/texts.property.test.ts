import { createIranianNationalId, verifyIranianNationalId } from '@persian-tools/persian-tools'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../../core/basics/result.ts'
import { seededRandom } from '../../../core/basics/random.ts'
import { foldScript, searchKey } from '../../../core/basics/textFold.ts'
import { parseDate, parseJalaliDate, parseTimeOfDay } from '../../../core/persian/dateText.ts'
import { foldDigits, parseDecimal, parseWholeNumber, toPersianDigits } from '../../../core/persian/digits.ts'
import { isIsoDate, isJalaliDate } from '../../../core/persian/jalali.ts'
import { formatMobile, isMobile, parseMobile } from '../../../core/persian/mobile.ts'
import { isNationalId, parseNationalId } from '../../../core/persian/nationalId.ts'
import { isPlate, plateKey } from '../../../core/persian/plate.ts'
import { parsePlate } from '../../../core/persian/plateText.ts'
import { characters, inAnyScript, junk, plate, typedPlate } from './arbitraries.ts'

const takes = <T>(result: Result<T, unknown>, canonical: (value: T) => boolean): boolean => !result.ok || canonical(result.value)

test('of junk, every reader takes what it can bring into its canonical form, refuses the rest, and never throws', () => {
  fc.assert(
    fc.property(junk, (text) => {
      expect({
        plate: takes(parsePlate(text), isPlate),
        mobile: takes(parseMobile(text), isMobile),
        nationalId: takes(parseNationalId(text), isNationalId),
        date: takes(parseDate(text), isIsoDate),
        jalaliDate: takes(parseJalaliDate(text), isJalaliDate),
        timeOfDay: takes(parseTimeOfDay(text), (minute) => Number.isInteger(minute) && minute >= 0 && minute < 1440),
        wholeNumber: takes(parseWholeNumber(text), (value) => Number.isSafeInteger(value) && value >= 0),
        decimal: takes(parseDecimal(text), (value) => Number.isFinite(value) && value >= 0),
      }).toEqual({
        plate: true,
        mobile: true,
        nationalId: true,
        date: true,
        jalaliDate: true,
        timeOfDay: true,
        wholeNumber: true,
        decimal: true,
      })
    }),
    { numRuns: 5000 },
  )
})

describe('search keys', () => {
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(junk, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
        expect(foldScript(foldScript(text))).toBe(foldScript(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('invisible characters anywhere change nothing', () => {
    const invisible = fc.constantFrom('\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u2067', '\ufeff', '\u0640', '\u064e')
    const word = fc.string({ unit: fc.constantFrom(...characters('ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی 123abc')) })
    fc.assert(
      fc.property(word, fc.nat(), invisible, (text, position, mark) => {
        const place = position % (text.length + 1)
        expect(searchKey(text.slice(0, place) + mark + text.slice(place))).toBe(searchKey(text))
      }),
    )
  })
})

describe('numbers', () => {
  test('digits survive the way to Persian and back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldDigits(toPersianDigits(foldDigits(text)))).toBe(foldDigits(text))
      }),
    )
  })

  test('a number grouped and typed in any script is that number', () => {
    const value = fc.nat({ max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(value, fc.constantFrom('', ',', '٬', '،', ' '), inAnyScript, (number, mark, script) => {
        const typed = script(String(number).replace(/\B(?=(\d{3})+$)/g, mark))
        expect(parseWholeNumber(typed)).toEqual({ ok: true, value: number })
      }),
    )
  })
})

describe('mobiles', () => {
  const digits = fc.stringMatching(/^9\d{9}$/)

  test('every prefix, script and separator gives the same number', () => {
    const prefix = fc.constantFrom('0', '', '98', '+98', '0098', '+98 0', '+98 (0)')
    fc.assert(
      fc.property(digits, prefix, fc.constantFrom('', ' ', '-', '.'), inAnyScript, (number, start, mark, script) => {
        const typed = script(`${start}${mark}${number.slice(0, 3)}${mark}${number.slice(3)}`)
        expect(parseMobile(typed)).toEqual({ ok: true, value: `0${number}` })
      }),
    )
  })

  test('the shown form reads back', () => {
    fc.assert(
      fc.property(
        digits.map((number) => `0${number}`),
        (number) => {
          if (!isMobile(number)) throw new Error(`not canonical: ${number}`)
          expect(parseMobile(formatMobile(number))).toEqual({ ok: true, value: number })
        },
      ),
    )
  })
})

describe('national IDs', () => {
  test('the check digit agrees with an independent implementation, for all ten of them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (start) => {
        for (let check = 0; check <= 9; check += 1) {
          const id = `${start}${check}`
          expect(isNationalId(id)).toBe(verifyIranianNationalId(id, { checkPrefix: false }))
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('those that it generates are taken in any script', () => {
    fc.assert(
      fc.property(fc.nat(), inAnyScript, (seed, script) => {
        const id = createIranianNationalId({ randomGenerator: seededRandom(seed) })
        expect(parseNationalId(script(id))).toEqual({ ok: true, value: id })
      }),
    )
  })
})

describe('plates', () => {
  test('typed in any order, script and with any separator, a plate is itself', () => {
    fc.assert(
      fc.property(typedPlate, ({ typed, plate: meant }) => {
        expect(parsePlate(typed)).toEqual({ ok: true, value: meant })
      }),
      { numRuns: 2000 },
    )
  })

  test('a key reads as its plate too', () => {
    fc.assert(
      fc.property(plate, (any) => {
        expect(parsePlate(plateKey(any))).toEqual({ ok: true, value: any })
      }),
    )
  })
})
