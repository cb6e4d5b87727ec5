import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import { billTotals } from './bill.ts'
import type { CapMeter } from './closing.ts'
import type { Bill, BillLine, Discount } from './types.ts'

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

type Account = {
  readonly bill: Bill | null
  /** What the bill would be, where there is none. */
  readonly proposedLines: readonly BillLine[]
  readonly meter: Pick<CapMeter, 'paidRial'>
}

export function billNow({ bill, proposedLines, meter: { paidRial } }: Account): BillNow {
  const { lines, discount, linesRial, toPayRial } = bill === null ? proposed(proposedLines) : { ...bill, ...billTotals(bill) }
  return { isProposed: bill === null, lines, discount, linesRial, toPayRial, paidRial, leftRial: rial(Math.max(0, toPayRial - paidRial)) }
}

/** Nobody bounded the sum of what is only proposed. */
function proposed(lines: readonly BillLine[]) {
  const sum = rial(
    Math.min(
      maxRial,
      lines.reduce((all: number, line) => all + line.amountRial, 0),
    ),
  )
  return { lines, discount: null, linesRial: sum, toPayRial: sum }
}
