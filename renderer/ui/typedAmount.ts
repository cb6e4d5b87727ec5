import { err, ok, type Result } from '../../core/basics/result.ts'
import { isRial, type Rial } from '../../core/basics/rial.ts'
import { foldDigits, parseDecimal, type NumberProblem } from '../../core/persian/digits.ts'
import type { MoneyUnit } from '../i18n/format.ts'

/** `halfRial`: finer than a rial, which is the smallest there is. */
export type AmountProblem = NumberProblem | 'halfRial' | 'aboveMost'

/** A toman is ten rials, so an amount in toman has one place behind the point. */
const places: Readonly<Record<MoneyUnit, number>> = { toman: 1, rial: 0 }

/** An amount typed in the unit that the garage shows, exactly: it never becomes a binary fraction on the way. */
export function readAmount(typed: string, unit: MoneyUnit): Result<Rial, AmountProblem> {
  const parsed = parseDecimal(typed)
  if (!parsed.ok) return parsed
  const [whole = '', fraction = ''] = digitsAndPoint(typed).split('.')
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > places[unit]) return err('halfRial')
  const amount = Number(whole + kept.padEnd(places[unit], '0'))
  return isRial(amount) ? ok(amount) : err('aboveMost')
}

/** As somebody would have typed it. */
export function amountText(rial: Rial, unit: MoneyUnit): string {
  return unit === 'toman' ? String(rial / 10) : String(rial)
}

/** Of a text that parseDecimal has taken: its digits, and one point at most. */
function digitsAndPoint(typed: string): string {
  return foldDigits(typed)
    .replace(/[.٫/]/g, '.')
    .replace(/[^\d.]/g, '')
}
