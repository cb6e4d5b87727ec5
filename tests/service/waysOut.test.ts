import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import { billNow } from '../../core/domain/pricing/billNow.ts'
import type { Difference } from '../../core/domain/pricing/closing.ts'
import type { BillLine } from '../../core/domain/pricing/types.ts'
import { billDraftOf, billOf, isAbove, mostRial, sumsOf, withQuantity } from '../../renderer/features/bill/billDraft.ts'
import { namedLines } from '../../renderer/features/bill/namedLines.ts'
import { newSettleDraft, settleNeed, settlementOf, withMethod } from '../../renderer/features/bill/settlement.ts'
import { type Resolution, resolutions } from '../../renderer/features/job/resolutions.ts'
import { finishWarnings } from '../../renderer/features/jobActions/finishWarnings.ts'
import { accountOf, answer, askAtCounter, carInWork, type OpenGarage, surely } from '../support/consentDay.ts'
import { item, labour, part, quantity } from '../support/consents.ts'
import { openTestGarage } from '../support/service.ts'

const oilLine = { kind: 'material', lineNo: 1 } as const
const oil = part('روغن موتور', 'بهران', '10W-40')

function logOil(open: OpenGarage, jobId: JobId, litres: number): void {
  surely(open, { type: 'logPart', jobId, basis: oilLine, part: oil, quantity: quantity(litres, 'litre'), source: 'hand' })
}

function waysOut(open: OpenGarage, jobId: JobId): { readonly difference: Difference; readonly ways: readonly Resolution[] } {
  const account = accountOf(open, jobId)
  const [difference, ...more] = account.differences
  if (difference === undefined || more.length > 0) throw new Error(`one difference expected: ${JSON.stringify(account.differences)}`)
  return { difference, ways: resolutions(jobId, account, difference) }
}

/** Presses a way out that needs no question, as the page does. */
function press(open: OpenGarage, ways: readonly Resolution[], kind: Resolution['kind']): void {
  const way = ways.find((each) => each.kind === kind)
  if (way === undefined || !('command' in way)) throw new Error(`${kind} is no press of ${ways.map((each) => each.kind).join()}`)
  surely(open, way.command)
}

/** Oil billed as agreed, 4 litres, and 3.5 used. */
function overBilled() {
  const open = openTestGarage()
  const jobId = carInWork(open)
  logOil(open, jobId, 3.5)
  const { rows } = accountOf(open, jobId)
  const lines = rows.flatMap(({ basis, requested, agreedRial }): readonly BillLine[] =>
    requested === null ? [] : [{ basis, quantity: requested, amountRial: agreedRial }],
  )
  surely(open, { type: 'setBill', jobId, lines, discount: null, replacesSetAtUtcMs: seen(open, jobId) })
  surely(open, { type: 'finishWork', jobId })
  return { open, jobId }
}

describe('what differs, put right by one press', () => {
  it('makes the bill what was used, for the price of what was used', () => {
    const { open, jobId } = overBilled()
    const { ways } = waysOut(open, jobId)
    expect(ways.map(({ kind }) => kind)).toEqual(['setBill', 'logUsed'])
    press(open, ways, 'setBill')
    const account = accountOf(open, jobId)
    expect(account.differences).toEqual([])
    expect(account.rows.find(({ hasPart }) => hasPart)).toMatchObject({ billed: quantity(3.5, 'litre'), billedRial: 12_250_000 })
  })

  it('or records the rest as used', () => {
    const { open, jobId } = overBilled()
    press(open, waysOut(open, jobId).ways, 'logUsed')
    expect(accountOf(open, jobId)).toMatchObject({ differences: [], meter: { usedRial: 21_800_000 + 14_000_000 } })
  })

  it('does not raise by a smaller quantity what was lowered by hand', () => {
    const { open, jobId } = overBilled()
    const { lines } = accountOf(open, jobId).bill ?? { lines: [] }
    const lowered = lines.map((line) => (line.basis.kind === 'material' ? { ...line, amountRial: rial(10_000_000) } : line))
    surely(open, { type: 'setBill', jobId, lines: lowered, discount: null, replacesSetAtUtcMs: seen(open, jobId) })
    press(open, waysOut(open, jobId).ways, 'setBill')
    expect(accountOf(open, jobId).meter.billedRial).toBe(21_800_000 + 10_000_000)
  })

  it('records a line that nobody touched as it was asked for, or leaves it out', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    surely(open, { type: 'finishWork', jobId })
    const { difference, ways } = waysOut(open, jobId)
    expect([difference.code, ...ways.map(({ kind }) => kind)]).toEqual(['untouched', 'logUsed', 'leaveOut'])
    press(open, ways, 'logUsed')
    expect(accountOf(open, jobId)).toMatchObject({
      differences: [],
      uses: [{ use: { source: 'requested', quantity: quantity(4, 'litre') } }],
    })
  })

  it('takes off the bill what was taken back or left out', () => {
    const { open, jobId } = overBilled()
    const [use] = accountOf(open, jobId).uses
    if (use === undefined) throw new Error('oil was logged')
    surely(open, { type: 'takeBackPart', jobId, useId: use.use.useId, milli: 3_500, reason: 'هم‌خوان نبود' })
    const { ways } = waysOut(open, jobId)
    expect(ways.map(({ kind }) => kind)).toEqual(['logUsed', 'takeOffBill'])
    press(open, ways, 'takeOffBill')
    expect(waysOut(open, jobId).ways.map(({ kind }) => kind)).toEqual(['logUsed', 'leaveOut'])
    surely(open, { type: 'leaveOut', jobId, basis: oilLine, reason: 'مشتری خودش خرید' })
    expect(accountOf(open, jobId).differences).toEqual([])
  })

  it('records accepted work without a part as done, and leads to an open request', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    logOil(open, jobId, 4)
    askAtCounter(open, jobId, [labour, item()])
    expect(waysOut(open, jobId).ways.map(({ kind }) => kind)).toEqual(['answer', 'dropConsent'])
    expect(finishWarnings(accountOf(open, jobId))).toEqual([{ kind: 'openConsent', items: 2 }])
    surely(open, answer(open, jobId, ['accepted', 'refused']))
    expect(finishWarnings(accountOf(open, jobId))).toMatchObject([{ kind: 'untouched', title: labour.title, hasPart: false }])
    surely(open, { type: 'finishWork', jobId })
    press(open, waysOut(open, jobId).ways, 'startItem')
    expect(accountOf(open, jobId)).toMatchObject({ differences: [] })
  })
})

describe('the bill at the desk', () => {
  it('is proposed by what was used, and its payment hands the car over in one command', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    logOil(open, jobId, 3.5)
    surely(open, { type: 'finishWork', jobId })
    const now = billNow(accountOf(open, jobId))
    expect(now).toMatchObject({ isProposed: true, leftRial: 21_800_000 + 12_250_000 })
    expect(namedLines(accountOf(open, jobId).rows, now.lines).map(({ line }) => line.quantity.milli)).toEqual([1_000, 3_500])
    expect(settleNeed({ differences: 0, leftRial: now.leftRial })).toBe('payment')
    const settlement = settlementOf(withMethod(newSettleDraft, 1, 'card'), now.leftRial)
    if (!settlement.ok || settlement.value.kind !== 'handOver') throw new Error('one press settles')
    surely(open, { type: 'handOver', jobId, payments: settlement.value.payments, debt: null })
    expect(open.service.job(jobId)).toMatchObject({ phase: 'handedOver', account: { meter: { leftRial: 0 } } })
  })

  it('is lowered by quantity, amount and a discount, and asked for as it was typed', () => {
    const { open, jobId } = overBilled()
    const draft = billDraftOf(accountOf(open, jobId))
    const [service, billedOil] = draft.lines
    if (service === undefined || billedOil === undefined) throw new Error('two lines')
    const less = withQuantity(billedOil, quantity(3.5, 'litre'))
    expect(less.amountRial).toBe(12_250_000)
    const lowered = { ...less, amountRial: rial(12_000_000) }
    const next = { lines: [service, lowered], discountRial: rial(1_000_000), discountReason: ' مشتری همیشگی ' }
    expect(sumsOf(next)).toEqual({ linesRial: 33_800_000, toPayRial: 32_800_000 })
    const bill = billOf(next)
    if (!bill.ok) throw new Error(bill.error)
    surely(open, { type: 'setBill', jobId, ...bill.value, replacesSetAtUtcMs: seen(open, jobId) })
    expect(accountOf(open, jobId).bill).toMatchObject({ discount: { amountRial: 1_000_000, reason: 'مشتری همیشگی' } })
    expect(accountOf(open, jobId).meter).toMatchObject({ toPayRial: 32_800_000 })
  })

  it('says above its own fields what the domain would refuse', () => {
    const { open, jobId } = overBilled()
    const line = billDraftOf(accountOf(open, jobId)).lines[1]
    if (line === undefined) throw new Error('two lines')
    expect(isAbove(withQuantity(line, quantity(4.001, 'litre')))).toEqual({ quantity: true, amount: false })
    expect(isAbove({ ...line, amountRial: rial(mostRial(line) + 1) })).toEqual({ quantity: false, amount: true })
    expect(billOf({ lines: [{ ...line, amountRial: null }], discountRial: null, discountReason: '' })).toEqual({
      ok: false,
      error: 'unreadable',
    })
  })
})

/** The bill that the desk looks at. */
function seen(open: Parameters<typeof accountOf>[0], jobId: Parameters<typeof accountOf>[1]) {
  return accountOf(open, jobId).bill?.setAtUtcMs ?? null
}
