import type { Brand } from '../basics/ids.ts'
import { err, ok, type Result } from '../basics/result.ts'
import { foldDigits } from './digits.ts'

/** An Iranian mobile number in its national form, `09xxxxxxxxx`. */
export type Mobile = Brand<string, 'Mobile'>

export type MobileProblem = 'empty' | 'badCharacter' | 'wrongLength' | 'foreign' | 'notMobile'

// What phones, spreadsheets and people put between digits; the zero in brackets of `+98 (0) 912`.
const separators = /[\s\p{Cf}\p{Pd}ـ−._/()،,|]/gu

/** The country code in its three spellings and the trunk zero are both optional; the ten digits after them are the number. */
const international = /^(?:\+|00)/
const countryCode = /^(?:\+|00)98|^98(?=0?9\d{9}$)/

export function parseMobile(text: string): Result<Mobile, MobileProblem> {
  const typed = foldDigits(text).replace('＋', '+').replace(separators, '')
  if (typed === '') return err('empty')
  if (!/^\+?\d+$/.test(typed)) return err('badCharacter')
  const national = typed.replace(countryCode, '')
  if (international.test(national)) return err('foreign')
  const mobile = national.startsWith('0') ? national : `0${national}`
  if (!mobile.startsWith('09')) return err('notMobile')
  return isMobile(mobile) ? ok(mobile) : err('wrongLength')
}

export function isMobile(text: string): text is Mobile {
  return /^09\d{9}$/.test(text)
}

/** Grouped as it is read aloud: `0912 486 2175`. */
export function formatMobile(mobile: Mobile): string {
  return `${mobile.slice(0, 4)} ${mobile.slice(4, 7)} ${mobile.slice(7)}`
}
