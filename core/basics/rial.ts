import type { Brand } from './ids.ts'
import { err, ok, type Result } from './result.ts'

/** Whole current rials, 0 to 10^12 (the largest amount a counter meets, far inside the safe integers). Never a float. */
export type Rial = Brand<number, 'Rial'>

export const maxRial = 1_000_000_000_000

/**
 * The law of October 2025 replaces 10,000 current rials by one new rial over some years.
 * An amount that leaves the program carries its era, so that no reader has to guess.
 */
export type CurrencyEra = 'IRR' | 'IRN'
export type Money = { readonly rial: Rial; readonly era: CurrencyEra }

export type RialProblem = 'notWhole' | 'negative' | 'tooLarge'

export function parseRial(amount: number): Result<Rial, RialProblem> {
  if (!Number.isInteger(amount)) return err('notWhole')
  if (amount < 0) return err('negative')
  if (!isRial(amount)) return err('tooLarge')
  return ok(amount)
}

export function isRial(amount: number): amount is Rial {
  return Number.isInteger(amount) && amount >= 0 && amount <= maxRial
}

/** For amounts that are right by construction (literals, sums already bounded). Throws on anything else: that is a bug, not bad input. */
export function rial(amount: number): Rial {
  if (!isRial(amount)) throw new RangeError(`not an amount in rial: ${amount}`)
  return amount
}

export function sumRial(amounts: readonly Rial[]): Rial {
  return rial(amounts.reduce((sum: number, amount) => sum + amount, 0))
}
