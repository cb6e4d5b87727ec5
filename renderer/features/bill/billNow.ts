import { rial, sumRial, type Rial } from '../../../core/basics/rial.ts'
import type { JobAccount } from '../../../core/contract/views.ts'
import type { PhaseKind } from '../../../core/domain/job/types.ts'
import { basisKey } from '../../../core/domain/pricing/basis.ts'
import { billTotals } from '../../../core/domain/pricing/bill.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import type { BillLine, Discount } from '../../../core/domain/pricing/types.ts'

/** What the customer is asked for now: the bill, or where there is none yet what it would be by what was used. */
export type BillNow = {
  readonly isProposed: boolean
  readonly lines: readonly BillLine[]
  readonly discount: Discount | null
  readonly linesRial: Rial
  readonly toPayRial: Rial
  readonly paidRial: Rial
  /** Never below 0: more cannot be paid than is billed, and what a proposal lacks is refunded first. */
  readonly leftRial: Rial
}

export function billNow({ bill, proposedLines, meter }: Pick<JobAccount, 'bill' | 'proposedLines' | 'meter'>): BillNow {
  const { lines, discount } = bill ?? { lines: proposedLines, discount: null }
  const { linesRial, toPayRial } = billTotals({ lines, discount })
  const { paidRial } = meter
  return { isProposed: bill === null, lines, discount, linesRial, toPayRial, paidRial, leftRial: rial(Math.max(0, toPayRial - paidRial)) }
}

/** A line of the bill with what the job calls it. */
export type NamedLine = { readonly row: ClosingRow; readonly line: BillLine }

/** The bill's lines in the order of the job's page. */
export function namedLines(rows: readonly ClosingRow[], lines: readonly BillLine[]): readonly NamedLine[] {
  const byKey = new Map(lines.map((line) => [basisKey(line.basis), line]))
  return rows.flatMap((row) => {
    const line = byKey.get(basisKey(row.basis))
    return line === undefined ? [] : [{ row, line }]
  })
}

/** What stands between a finished car and its hand-over; null: one press is enough. */
export type SettleNeed = 'differences' | 'payment' | null

export function settleNeed({ differences, leftRial }: { readonly differences: number; readonly leftRial: number }): SettleNeed {
  if (differences > 0) return 'differences'
  return leftRial > 0 ? 'payment' : null
}

/** A debt that was recorded at the hand-over and is not paid off, or a bill that is not: money can still be taken. */
export function isOwed(phase: PhaseKind, { isProposed, leftRial }: Pick<BillNow, 'isProposed' | 'leftRial'>): boolean {
  return phase === 'handedOver' && !isProposed && leftRial > 0
}

export function sumOfPayments(payments: readonly { readonly amountRial: Rial | null }[]): Rial {
  return sumRial(payments.map(({ amountRial }) => amountRial ?? rial(0)))
}
