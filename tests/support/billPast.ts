import type { UtcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import { proposedLines } from '../../core/domain/pricing/account.ts'
import type { BillLine } from '../../core/domain/pricing/types.ts'
import { finished, inWork, usedAll } from './consentPast.ts'
import { at } from './garage.ts'
import { fold, job1, type Past } from './jobSpec.ts'

/** Accepted 33,000,000 over oil change 21.8 M, oil 14 M, filter 1.9 M by the list (37.7 M): the accepted price is shared out. */
export const done: readonly Past[] = [...inWork, ...usedAll(), finished]
export const material = { kind: 'material', lineNo: 1 } as const
export const folded = (past: readonly Past[]) => {
  const job = fold(job1, past)
  if (job === null) throw new Error('a stream begins with its opening')
  return job
}
export const billOf = (past: readonly Past[]): readonly BillLine[] => proposedLines(folded(past))
export const set = (lines: readonly BillLine[], amountRial = 0, replacesSetAtUtcMs: UtcMs | null = null) =>
  ({
    type: 'setBill',
    jobId: job1,
    lines,
    discount: amountRial === 0 ? null : { amountRial: rial(amountRial), reason: 'مشتری همیشگی' },
    replacesSetAtUtcMs,
  }) as const
export const billSet = (lines: readonly BillLine[], discountRial = 0): Past => [
  at('11:05'),
  { type: 'billSet', lines, discount: discountRial === 0 ? null : { amountRial: rial(discountRial), reason: 'x' }, vatPermyriad: 0 },
]
export const paid = (amountRial: number): Past => [
  at('11:10'),
  { type: 'paymentTaken', method: 'card', amountRial: rial(amountRial), reference: '' },
]
