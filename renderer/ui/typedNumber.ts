import { parseDecimal, parseWholeNumber, type NumberProblem } from '../../core/persian/digits.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'

export type NumberLimits = {
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly decimal?: boolean | undefined
}
export type TypedNumberProblem = NumberProblem | 'tooSmall' | 'tooBig'

/** What was typed, as a number: null for an empty field, which the form judges. */
export function readTypedNumber(typed: string, { least, most, decimal = false }: NumberLimits): Result<number | null, TypedNumberProblem> {
  const parsed = decimal ? parseDecimal(typed) : parseWholeNumber(typed)
  if (!parsed.ok) return parsed.error === 'empty' ? ok(null) : err(parsed.error)
  if (least !== undefined && parsed.value < least) return err('tooSmall')
  if (most !== undefined && parsed.value > most) return err('tooBig')
  return parsed
}

/** One step up or down from what stands there, kept within the limits. */
export function stepped(value: number | null, step: number, { least = 0, most = Number.MAX_SAFE_INTEGER }: NumberLimits): number {
  return Math.min(most, Math.max(least, (value ?? least) + step))
}
