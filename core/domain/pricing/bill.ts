import { maxRial, rial, sumRial, type Rial } from '../../basics/rial.ts'
import type { Job } from '../job/types.ts'
import { agreedLines } from './agreed.ts'
import { amountFor } from './allocate.ts'
import { basisKey, type Basis, type BasisKey } from './basis.ts'
import { capRial } from './cap.ts'
import type { PricingRefusal } from './refusals.ts'
import type { Bill, BillLine, Discount, NewPayment, Payment } from './types.ts'

export function billTotals(bill: Pick<Bill, 'lines' | 'discount'> | null): {
  readonly linesRial: Rial
  readonly discountRial: Rial
  readonly toPayRial: Rial
} {
  const linesRial = sumRial((bill?.lines ?? []).map((line) => line.amountRial))
  const discountRial = bill?.discount?.amountRial ?? rial(0)
  return { linesRial, discountRial, toPayRial: rial(Math.max(0, linesRial - discountRial)) }
}

/** What is asked for a line by the bill that stands; null when it is not on it. */
export function billLineOf({ bill }: Pick<Job, 'bill'>, basis: Basis): BillLine | null {
  const key = basisKey(basis)
  return bill?.lines.find((line) => basisKey(line.basis) === key) ?? null
}

export function isBilled(job: Pick<Job, 'bill'>, basis: Basis): boolean {
  return billLineOf(job, basis) !== null
}

/** Payments less their refunds. */
export function paidRial({ payments }: Pick<Job, 'payments'>): Rial {
  return sumRial(payments.map(leftOfPayment))
}

export function leftOfPayment({ amountRial, refunds }: Payment): Rial {
  return rial(amountRial - sumRial(refunds.map((refund) => refund.amountRial)))
}

/** What is still to be paid of the bill; null when there is none. */
export function leftToPayRial(job: Pick<Job, 'bill' | 'payments'>): Rial | null {
  return job.bill === null ? null : rial(billTotals(job.bill).toPayRial - paidRial(job))
}

/**
 * T1, T4, T5 for a bill: every line rests on one agreed line, asks no more of it than was agreed in quantity and in price,
 * all together stay within the cap before any discount, and what was paid stays covered. Asked before a bill is written and
 * again when one is folded.
 */
export function billProblem(job: Job, lines: readonly BillLine[], discount: Discount | null): PricingRefusal | null {
  const agreed = new Map(agreedLines(job).map((line) => [line.key, line]))
  const seen = new Set<BasisKey>()
  let sum = 0
  for (const { basis, quantity, amountRial } of lines) {
    const key = basisKey(basis)
    const line = agreed.get(key)
    if (line?.state !== 'agreed') return { code: 'lineWithoutBasis', basis }
    if (seen.has(key)) return { code: 'lineTwice', basis }
    seen.add(key)
    if (quantity.unit !== line.quantity.unit || quantity.milli > line.quantity.milli) {
      return { code: 'lineMoreThanAgreed', basis, agreed: line.quantity }
    }
    const most = amountFor(line.agreedRial, quantity.milli, line.quantity.milli)
    if (amountRial > most) return { code: 'lineAboveAgreed', basis, agreedRial: most, askedRial: amountRial }
    sum += amountRial
  }
  const cap = capRial(job)
  if (sum > cap) return { code: 'billAboveCap', capRial: cap, billRial: rial(Math.min(maxRial, sum)) }
  const billRial = rial(sum)
  const discountRial = discount?.amountRial ?? 0
  if (discountRial > sum) return { code: 'discountAboveBill', billRial }
  const paid = paidRial(job)
  return sum - discountRial < paid ? { code: 'billBelowPaid', paidRial: paid, billRial: rial(sum - discountRial) } : null
}

/** @param leftRial what is still to be paid; null without a bill */
export function paymentProblem({ amountRial }: NewPayment, leftRial: Rial | null): PricingRefusal | null {
  if (amountRial <= 0) return { code: 'amountMissing' }
  if (leftRial === null) return { code: 'billMissing' }
  return amountRial > leftRial ? { code: 'paymentAboveBill', leftRial } : null
}
