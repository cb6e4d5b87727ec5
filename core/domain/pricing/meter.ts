import { maxRial, rial } from '../../basics/rial.ts'
import type { Job } from '../job/types.ts'
import { closingRows } from './account.ts'
import { acceptedRial } from './agreed.ts'
import { billTotals, paidRial } from './bill.ts'
import { capRial, consentedRial } from './cap.ts'
import type { CapMeter } from './closing.ts'

export function capMeter(job: Job): CapMeter {
  const { linesRial, discountRial, toPayRial } = billTotals(job.bill)
  const paid = paidRial(job)
  const used = closingRows(job).reduce((sum: number, row) => sum + row.usedRial, 0)
  return {
    acceptedRial: acceptedRial(job),
    consentedRial: consentedRial(job),
    capRial: capRial(job),
    usedRial: rial(Math.min(maxRial, used)),
    billedRial: linesRial,
    discountRial,
    toPayRial,
    paidRial: paid,
    leftRial: rial(toPayRial - paid),
  }
}
