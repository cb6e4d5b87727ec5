import { expect, test } from 'vitest'
import { maxRial, rial } from '../../../core/basics/rial.ts'
import { billNow } from '../../../core/domain/pricing/billNow.ts'
import { capMeter } from '../../../core/domain/pricing/meter.ts'
import { billOf, billSet, done, folded, paid } from '../../support/billPast.ts'

test('before a bill it is what would be billed, then the bill with its discount and what is paid', () => {
  const proposedLines = billOf(done)
  const before = billNow({ bill: null, proposedLines, meter: capMeter(folded(done)) })
  expect(before).toMatchObject({ isProposed: true, discount: null, toPayRial: 33_000_000, paidRial: 0, leftRial: 33_000_000 })

  const job = folded([...done, billSet(proposedLines.slice(0, 1), 82_228), paid(9_000_000)])
  expect(billNow({ bill: job.bill, proposedLines, meter: capMeter(job) })).toMatchObject({
    isProposed: false,
    linesRial: 19_082_228,
    toPayRial: 19_000_000,
    paidRial: 9_000_000,
    leftRial: 10_000_000,
  })
})

test('ends at the largest amount there is, and never asks for less than nothing', () => {
  const proposedLines = billOf(done).map((line) => ({ ...line, amountRial: rial(maxRial) }))
  expect(billNow({ bill: null, proposedLines, meter: { paidRial: rial(0) } }).toPayRial).toBe(maxRial)
  expect(billNow({ bill: null, proposedLines: [], meter: { paidRial: rial(5) } }).leftRial).toBe(0)
})
