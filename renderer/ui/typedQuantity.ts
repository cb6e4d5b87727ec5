import { err, ok, type Result } from '../../core/basics/result.ts'
import { mostMilli, wholeUnits, type Quantity, type Unit } from '../../core/domain/materials/types.ts'
import { parseDecimal, type NumberProblem } from '../../core/persian/digits.ts'

export type QuantityProblem = NumberProblem | 'tooFine' | 'nothing'

/** What was typed of a unit, exactly, in thousandths: `3.5`, `۳٫۵` and `3/5` litres are 3500. Null for an empty field, which the form judges. */
export function readTypedQuantity(typed: string, unit: Unit): Result<Quantity | null, QuantityProblem> {
  const parsed = parseDecimal(typed)
  if (!parsed.ok) return parsed.error === 'empty' ? ok(null) : err(parsed.error)
  const milli = Math.round(parsed.value * 1000)
  if (milli > mostMilli) return err('tooLarge')
  // Both sides are the double nearest to their decimal, so they are equal exactly when nothing was rounded off.
  if (milli / 1000 !== parsed.value) return err('tooFine')
  if (milli === 0) return err('nothing')
  return wholeUnits.includes(unit) && milli % 1000 !== 0 ? err('fraction') : ok({ milli, unit })
}

/** One step up or down from what stands there: a whole one, or half a litre. Never below one step, never above what can be logged. */
export function steppedQuantity(quantity: Quantity | null, unit: Unit, direction: 1 | -1): Quantity {
  const stepMilli = wholeUnits.includes(unit) ? 1000 : 500
  const milli = (quantity?.milli ?? 0) + direction * stepMilli
  return { milli: Math.min(mostMilli, Math.max(stepMilli, milli)), unit }
}
