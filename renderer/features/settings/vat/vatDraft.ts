import { err, ok, type Result } from '../../../../core/basics/result.ts'
import { parseDecimal, type NumberProblem } from '../../../../core/persian/digits.ts'
import { vatMostPermyriad } from '../../../../core/wire/bounds.ts'

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
