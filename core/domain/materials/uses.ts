import { basisKey, type Basis } from '../pricing/basis.ts'
import type { PartUse, Quantity } from './types.ts'

/** What of a logged use was not taken back. */
export function leftOfUse({ quantity, takenBackMilli }: Pick<PartUse, 'quantity' | 'takenBackMilli'>): Quantity {
  return { ...quantity, milli: quantity.milli - takenBackMilli }
}

/** Thousandths logged on a line, less what was taken back. */
export function netUsedMilli(uses: readonly PartUse[], basis: Basis): number {
  const key = basisKey(basis)
  return uses.reduce((sum, use) => (basisKey(use.basis) === key ? sum + leftOfUse(use).milli : sum), 0)
}
