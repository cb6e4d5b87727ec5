import type { Brand } from '../basics/ids.ts'
import { err, ok, type Result } from '../basics/result.ts'
import { foldDigits } from './digits.ts'

/** A person's national ID (کد ملی): ten digits, the last one a check digit. */
export type NationalId = Brand<string, 'NationalId'>

export type NationalIdProblem = 'empty' | 'badCharacter' | 'wrongLength' | 'repeatedDigit' | 'badCheckDigit'

/**
 * IDs of some districts begin with one or two zeroes, which spreadsheets and number fields drop: eight or nine digits are
 * padded, and the check digit still decides. Ten equal digits pass the check digit but were never issued.
 */
export function parseNationalId(text: string): Result<NationalId, NationalIdProblem> {
  const typed = foldDigits(text).replace(/[\s\p{Cf}\p{Pd}ـ−._/]/gu, '')
  if (typed === '') return err('empty')
  if (!/^\d+$/.test(typed)) return err('badCharacter')
  if (typed.length < 8 || typed.length > 10) return err('wrongLength')
  const padded = typed.padStart(10, '0')
  if (/^(\d)\1{9}$/.test(padded)) return err('repeatedDigit')
  return isNationalId(padded) ? ok(padded) : err('badCheckDigit')
}

export function isNationalId(text: string): text is NationalId {
  if (!/^\d{10}$/.test(text) || /^(\d)\1{9}$/.test(text)) return false
  // Weights 10 down to 2, modulo 11; a remainder under 2 stands for itself, any other for its complement to 11.
  const weighted = Array.from({ length: 9 }, (_, index) => Number(text[index]) * (10 - index)).reduce((sum, term) => sum + term, 0)
  const remainder = weighted % 11
  return Number(text[9]) === (remainder < 2 ? remainder : 11 - remainder)
}

/** Enough for the customer to recognise his own, too little to learn it from the screen. */
export function maskNationalId(nationalId: NationalId): string {
  return `${'•'.repeat(6)}${nationalId.slice(6)}`
}
