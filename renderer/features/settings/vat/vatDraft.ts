import { err, ok, type Result } from '../../../../core/basics/result.ts'
import type { VatRate } from '../../../../core/domain/pricing/types.ts'
import type { IsoDate } from '../../../../core/persian/jalali.ts'
import { parseDecimal, type NumberProblem } from '../../../../core/persian/digits.ts'

/** core/wire/settingRows.ts, vatMostPermyriad: half of the price is more than any VAT. */
export const vatMostPermyriad = 5_000

export type PercentProblem = NumberProblem | 'tooFine' | 'tooBig'

/** `10`, `9.5`, `۹٫۵` percent as ten-thousandths, exactly. */
export function readPercent(typed: string): Result<number, PercentProblem> {
  const parsed = parseDecimal(typed)
  if (!parsed.ok) return parsed
  const permyriad = Math.round(parsed.value * 100)
  if (permyriad > vatMostPermyriad) return err('tooBig')
  // Both sides are the double nearest to their decimal: equal exactly when nothing was rounded off.
  return permyriad / 100 === parsed.value ? ok(permyriad) : err('tooFine')
}

/** The rate that holds on a day: the newest one that has begun. `rates` in any order. */
export function rateOn(rates: readonly VatRate[], day: IsoDate): VatRate | null {
  return rates.filter(({ from }) => from <= day).toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? null
}
