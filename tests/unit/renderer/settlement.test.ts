import { describe, expect, it } from 'vitest'
import { rial } from '../../../core/basics/rial.ts'
import {
  amountsOf,
  keyedPayment,
  newSettleDraft,
  type SettleDraft,
  settlementOf,
  withAnotherPayment,
  withMethod,
  withoutPayment,
} from '../../../renderer/features/bill/settlement.ts'

const left = rial(15_600_000)
const byCard = withMethod(newSettleDraft, 1, 'card')

function typed(draft: SettleDraft, key: number, amount: number): SettleDraft {
  return { ...draft, payments: draft.payments.map((payment) => (payment.key === key ? { ...payment, amountRial: rial(amount) } : payment)) }
}

describe('payment and hand-over', () => {
  it('takes all that is left by one method, without an amount being typed', () => {
    expect(settlementOf(byCard, left)).toEqual({
      ok: true,
      value: { kind: 'handOver', payments: [{ method: 'card', amountRial: left, reference: '' }], debt: null },
    })
  })

  it('guesses no method', () => {
    expect(settlementOf(newSettleDraft, left)).toEqual({ ok: false, error: 'methodMissing' })
  })

  it('gives the last payment what the others leave', () => {
    const both = withMethod(withAnotherPayment(typed(byCard, 1, 5_000_000)), 2, 'cash')
    expect(amountsOf(both, left)).toEqual({ amounts: [rial(5_000_000), rial(10_600_000)], rest: 0 })
    expect(settlementOf(both, left)).toMatchObject({
      value: { payments: [{ method: 'card' }, { method: 'cash', amountRial: 10_600_000 }] },
    })
    expect(amountsOf(withoutPayment(both, 2), left)).toEqual({ amounts: [left], rest: 0 })
  })

  it('takes a part alone while the car stays, and hands over only with the rest recorded as a debt', () => {
    const part = typed(byCard, 1, 10_000_000)
    expect(settlementOf(part, left)).toMatchObject({ value: { kind: 'takeOnly', payments: [{ amountRial: 10_000_000 }] } })
    const owed: SettleDraft = { ...part, owes: true, dueDate: '۱۴۰۵/۹/۱۵', note: ' تا آخر ماه ' }
    expect(settlementOf(owed, left)).toMatchObject({
      value: { kind: 'handOver', debt: { amountRial: 5_600_000, dueDate: '2026-12-06', note: 'تا آخر ماه' } },
    })
    expect(settlementOf({ ...owed, dueDate: '1405/13/1' }, left)).toEqual({ ok: false, error: 'dateWrong' })
  })

  it('owes everything without a payment, and does nothing for nothing', () => {
    const nothing = typed(newSettleDraft, 1, 0)
    expect(settlementOf(nothing, left)).toEqual({ ok: false, error: 'nothing' })
    expect(settlementOf({ ...nothing, owes: true }, left)).toEqual({
      ok: true,
      value: { kind: 'handOver', payments: [], debt: { amountRial: left, dueDate: null, note: '' } },
    })
  })

  it('takes no more than is left', () => {
    expect(settlementOf(typed(byCard, 1, 15_600_010), left)).toEqual({ ok: false, error: 'aboveLeft' })
  })

  it('hands a free car over without a method', () => {
    expect(settlementOf(newSettleDraft, rial(0))).toEqual({ ok: true, value: { kind: 'handOver', payments: [], debt: null } })
  })

  it('gives a number key to the payment that lacks its method, else to the last', () => {
    const second = withAnotherPayment(typed(byCard, 1, 1))
    expect([keyedPayment(newSettleDraft), keyedPayment(byCard), keyedPayment(second)]).toEqual([1, 1, 2])
  })
})
