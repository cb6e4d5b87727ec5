import { mostMilli, wholeUnits, type Quantity } from './types.ts'
import type { MaterialRefusal } from './refusals.ts'

/** One of a work or of a piece. */
export const onceMilli = 1000

export function quantityProblem({ milli, unit }: Quantity): MaterialRefusal | null {
  if (!Number.isInteger(milli) || milli < 1 || milli > mostMilli) return { code: 'quantityWrong' }
  return wholeUnits.includes(unit) && milli % onceMilli !== 0 ? { code: 'quantityNotWhole', unit } : null
}
