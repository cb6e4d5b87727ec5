import { parseRial, type Rial } from '../../basics/rial.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { foldScript } from '../../basics/textFold.ts'
import { parseWholeNumber } from '../../persian/digits.ts'

/**
 * An amount may name its unit, and carry the empty decimals of a spreadsheet. Any other unit than the rial is refused,
 * never guessed. Null for an empty field.
 */
export function parsePrice(typed: string): Result<Rial | null, 'badPrice'> {
  const folded = foldScript(typed)
  if (folded === '') return ok(null)
  const whole = parseWholeNumber(folded.replace(/\s*(?:ریال|rials?|irr)$/i, '').replace(/[.٫]0{1,2}$/, ''))
  const rial = whole.ok ? parseRial(whole.value) : whole
  return rial.ok ? rial : err('badPrice')
}

/** Whether a text can only be meant as an amount: a number alone, or one with the name of a currency. */
export function looksLikePrice(typed: string): boolean {
  return /^[+\-−]?[\d.,٫٬،/’'\s]*(?:ریال|rials?|irr|تومان|tomans?)?$/i.test(foldScript(typed))
}
