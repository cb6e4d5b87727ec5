import { err, ok, type Result } from '../basics/result.ts'

/** Zeroes of the scripts a Persian keyboard, an Arabic phone and a full-width input method type. */
const zeroCodePoints = [0x06f0, 0x0660, 0xff10]
const foreignDigits = /[\u06f0-\u06f9\u0660-\u0669\uff10-\uff19]/g

export function foldDigits(text: string): string {
  return text.replace(foreignDigits, (digit) => {
    const codePoint = digit.charCodeAt(0)
    const zero = zeroCodePoints.find((start) => codePoint >= start && codePoint <= start + 9) ?? codePoint
    return String(codePoint - zero)
  })
}

export function toPersianDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
}

/** The digits of any script in the order typed, in Latin; everything else dropped. */
export function digitsOnly(text: string): string {
  return foldDigits(text).replace(/[^0-9]/g, '')
}

export type NumberProblem = 'empty' | 'notANumber' | 'badGrouping' | 'fraction' | 'negative' | 'tooLarge'

// Comma, Arabic thousands separator, Arabic comma, apostrophe, and every kind of space.
const groupingMark = /[,٬،'’\s]/g
const wholePart = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/

/**
 * A whole number of zero or more, typed in any script. Grouping marks must stand where they group: `1,5` is refused
 * rather than read as 15, and `1.500` as a fraction, because nobody can tell 1.5 from one and a half thousand.
 */
export function parseWholeNumber(text: string): Result<number, NumberProblem> {
  const parsed = readNumber(text)
  if (!parsed.ok) return parsed
  if (parsed.value.fraction !== '') return err('fraction')
  return bounded(Number(parsed.value.whole))
}

/** A number of zero or more with an optional fraction after `.`, `٫` or, as Persian hands write it, `/`. */
export function parseDecimal(text: string): Result<number, NumberProblem> {
  const parsed = readNumber(text)
  if (!parsed.ok) return parsed
  return bounded(Number(`${parsed.value.whole}.${parsed.value.fraction}`))
}

/** A number of zero or more in whole thousandths, none of them lost to a float: `0.3` is 300. Finer than that is `fraction`. */
export function parseThousandths(text: string): Result<number, NumberProblem> {
  const parsed = readNumber(text)
  if (!parsed.ok) return parsed
  const { whole, fraction } = parsed.value
  if (/[1-9]/.test(fraction.slice(3))) return err('fraction')
  return bounded(Number(`${whole}${fraction.slice(0, 3).padEnd(3, '0')}`))
}

function readNumber(text: string): Result<{ whole: string; fraction: string }, NumberProblem> {
  const typed = foldDigits(text)
    .replace(/[\p{Cf}ـ]/gu, '')
    .trim()
  if (typed === '') return err('empty')
  if (/^[-−]\s*\d/.test(typed)) return err('negative')
  const [whole = '', fraction = '', ...more] = typed.replace(/^\+/, '').replace(groupingMark, ',').split(/[.٫/]/)
  const marks = typed.length - typed.replace(/[.٫/]/g, '').length
  if (more.length > 0 || !/^[\d,]*\d[\d,]*$/.test(whole) || !/^\d*$/.test(fraction)) return err('notANumber')
  if (marks === 1 && fraction === '') return err('notANumber')
  if (!wholePart.test(whole)) return err('badGrouping')
  return ok({ whole: whole.replaceAll(',', ''), fraction })
}

function bounded(value: number): Result<number, NumberProblem> {
  return value <= Number.MAX_SAFE_INTEGER ? ok(value) : err('tooLarge')
}
