import { basisKey, type Basis } from '../pricing/basis.ts'
import type { PartUse } from './types.ts'

/** Thousandths logged on a line, less what was taken back. */
export function netUsedMilli(uses: readonly PartUse[], basis: Basis): number {
  const key = basisKey(basis)
  return uses.reduce((sum, use) => (basisKey(use.basis) === key ? sum + use.quantity.milli - use.takenBackMilli : sum), 0)
}
