import { rial, type Rial } from '../../../core/basics/rial.ts'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { PhaseKind } from '../../../core/domain/job/types.ts'
import type { BillNow } from '../../../core/domain/pricing/billNow.ts'
import type { NewDebt, NewPayment, PaymentMethod } from '../../../core/domain/pricing/types.ts'
import { parseDate } from '../../../core/persian/dateText.ts'

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

/** One payment on its way in. `amountRial` null: whatever is left, so that nobody types what the program knows. */
export type PaymentDraft = {
  readonly key: number
  readonly method: PaymentMethod | null
  readonly amountRial: Rial | null
  readonly reference: string
}

export type SettleDraft = {
  /** The last one alone may have no amount of its own. */
  readonly payments: readonly PaymentDraft[]
  readonly owes: boolean
  readonly dueDate: string
  readonly note: string
}

export const newSettleDraft: SettleDraft = {
  payments: [{ key: 1, method: null, amountRial: null, reference: '' }],
  owes: false,
  dueDate: '',
  note: '',
}

/** What each payment comes to, and what is left of the bill after them; below 0 when they are too much. */
export function amountsOf(
  { payments }: Pick<SettleDraft, 'payments'>,
  leftRial: Rial,
): { readonly amounts: readonly Rial[]; readonly rest: number } {
  const typed = payments.reduce((sum, { amountRial }) => sum + (amountRial ?? 0), 0)
  const amounts = payments.map(({ amountRial }) => amountRial ?? rial(Math.max(0, leftRial - typed)))
  return { amounts, rest: leftRial - amounts.reduce((sum: number, amount) => sum + amount, 0) }
}

/** What is sent: everything with the hand-over in one command, or a part of the money alone while the car stays. */
export type Settlement =
  | { readonly kind: 'handOver'; readonly payments: readonly NewPayment[]; readonly debt: NewDebt | null }
  | { readonly kind: 'takeOnly'; readonly payments: readonly NewPayment[] }

export type SettleProblem = 'methodMissing' | 'aboveLeft' | 'nothing' | 'dateWrong'

export function settlementOf(draft: SettleDraft, leftRial: Rial): Result<Settlement, SettleProblem> {
  const { amounts, rest } = amountsOf(draft, leftRial)
  const payments: NewPayment[] = []
  for (const [index, { method, reference }] of draft.payments.entries()) {
    const amountRial = amounts[index] ?? rial(0)
    // A line of 0 is no payment: all of it is owed, or nothing is to pay.
    if (amountRial === 0) continue
    if (method === null) return err('methodMissing')
    payments.push({ method, amountRial, reference: reference.trim() })
  }
  if (rest < 0) return err('aboveLeft')
  if (rest === 0) return ok({ kind: 'handOver', payments, debt: null })
  if (!draft.owes) return payments.length === 0 ? err('nothing') : ok({ kind: 'takeOnly', payments })
  const due = parseDate(draft.dueDate)
  if (!due.ok && due.error !== 'empty') return err('dateWrong')
  return ok({ kind: 'handOver', payments, debt: { amountRial: rial(rest), dueDate: due.ok ? due.value : null, note: draft.note.trim() } })
}

export function withMethod(draft: SettleDraft, key: number, method: PaymentMethod): SettleDraft {
  return { ...draft, payments: draft.payments.map((payment) => (payment.key === key ? { ...payment, method } : payment)) }
}

/** The payment that a number key chooses the method of: the first without one, else the last. */
export function keyedPayment({ payments }: SettleDraft): number {
  return (payments.find(({ method }) => method === null) ?? payments.at(-1))?.key ?? 0
}

export function withAnotherPayment(draft: SettleDraft): SettleDraft {
  const key = Math.max(0, ...draft.payments.map((payment) => payment.key)) + 1
  return { ...draft, payments: [...draft.payments, { key, method: null, amountRial: null, reference: '' }] }
}

export function withoutPayment(draft: SettleDraft, key: number): SettleDraft {
  const payments = draft.payments.filter((payment) => payment.key !== key)
  // What is left alone takes all that is left.
  return {
    ...draft,
    payments: payments.map((payment, index) => (index === payments.length - 1 ? { ...payment, amountRial: null } : payment)),
  }
}
