import { rial, sumRial, type Rial } from '../../../core/basics/rial.ts'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { JobAccount } from '../../../core/contract/views.ts'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { amountFor } from '../../../core/domain/pricing/allocate.ts'
import { type Basis, basisKey, type BasisKey } from '../../../core/domain/pricing/basis.ts'
import type { BillLine, Discount } from '../../../core/domain/pricing/types.ts'

/** A line that could be billed. `agreed` bounds what may be asked: it is shown, and the domain refuses more. */
export type BillLineDraft = {
  readonly key: BasisKey
  readonly basis: Basis
  readonly title: string
  readonly used: Quantity
  readonly agreed: Quantity
  readonly agreedRial: Rial
  readonly isTaken: boolean
  readonly quantity: Quantity | null
  readonly amountRial: Rial | null
}

export type BillDraft = {
  readonly lines: readonly BillLineDraft[]
  readonly discountRial: Rial | null
  readonly discountReason: string
}

/** The bill as it stands, or as it would be by what was used; every other agreed line beside it, not taken. */
export function billDraftOf({ rows, bill, proposedLines }: Pick<JobAccount, 'rows' | 'bill' | 'proposedLines'>): BillDraft {
  const now = new Map((bill?.lines ?? proposedLines).map((line) => [basisKey(line.basis), line]))
  return {
    lines: rows.flatMap(({ basis, title, state, used, requested, consented, agreedRial }) => {
      const agreed = requested ?? consented
      if (state !== 'agreed' || agreed === null) return []
      const line = now.get(basisKey(basis))
      const quantity = line?.quantity ?? (used.milli > 0 ? used : agreed)
      const amountRial = line?.amountRial ?? amountFor(agreedRial, quantity.milli, agreed.milli)
      return [{ key: basisKey(basis), basis, title, used, agreed, agreedRial, isTaken: line !== undefined, quantity, amountRial }]
    }),
    discountRial: bill?.discount?.amountRial ?? null,
    discountReason: bill?.discount?.reason ?? '',
  }
}

/** What may be asked at most for the quantity that stands there. */
export function mostRial({ quantity, agreed, agreedRial }: BillLineDraft): Rial {
  return quantity === null ? agreedRial : amountFor(agreedRial, Math.min(quantity.milli, agreed.milli), agreed.milli)
}

export function isAbove(line: BillLineDraft): { readonly quantity: boolean; readonly amount: boolean } {
  const { quantity, agreed, amountRial } = line
  return { quantity: quantity !== null && quantity.milli > agreed.milli, amount: amountRial !== null && amountRial > mostRial(line) }
}

/** Another quantity brings its own price; an amount alone is lowered by hand. */
export function withQuantity(line: BillLineDraft, quantity: Quantity | null): BillLineDraft {
  const next = { ...line, quantity }
  return { ...next, amountRial: quantity === null ? line.amountRial : mostRial(next) }
}

export function sumsOf({ lines, discountRial }: Pick<BillDraft, 'lines' | 'discountRial'>): {
  readonly linesRial: Rial
  readonly toPayRial: Rial
} {
  const linesRial = sumRial(lines.flatMap(({ isTaken, amountRial }) => (isTaken && amountRial !== null ? [amountRial] : [])))
  return { linesRial, toPayRial: rial(Math.max(0, linesRial - (discountRial ?? 0))) }
}

export type NewBill = { readonly lines: readonly BillLine[]; readonly discount: Discount | null }

/** The bill to be sent; `unreadable` while a field holds what is no quantity or amount. */
export function billOf({ lines, discountRial, discountReason }: BillDraft): Result<NewBill, 'unreadable'> {
  const taken: BillLine[] = []
  for (const { isTaken, basis, quantity, amountRial } of lines) {
    if (!isTaken) continue
    if (quantity === null || amountRial === null) return err('unreadable')
    taken.push({ basis, quantity, amountRial })
  }
  const discount = discountRial === null || discountRial === 0 ? null : { amountRial: discountRial, reason: discountReason.trim() }
  return ok({ lines: taken, discount })
}
