import { sumRial } from '../../core/basics/rial.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { PartUse } from '../../core/domain/materials/types.ts'
import type { Payment } from '../../core/domain/pricing/types.ts'
import { basisKey } from '../../core/domain/pricing/basis.ts'
import { statement, type WritableDb } from '../connection.ts'
import { requestChanged, writeConsents, writeRequest } from './agreement.ts'

/**
 * What stands on what: payments on the bill, bill and parts on what was agreed. Where the ground changes, everything on it
 * is taken down first and put up again last, so that the triggers see no state between two valid ones that is not valid.
 */
export type AccountChange = {
  readonly request: boolean
  readonly consents: boolean
  readonly uses: boolean
  readonly bill: boolean
  readonly payments: boolean
  readonly debt: boolean
}

export function accountChange(before: Job | null, job: Job): AccountChange {
  const request = requestChanged(before, job)
  const consents = before?.consents !== job.consents || before.leftOut !== job.leftOut
  const ground = request || consents
  const bill = before?.bill !== job.bill || (ground && job.bill !== null)
  return {
    request,
    consents: consents && (job.consents.length > 0 || (before?.consents.length ?? 0) > 0),
    uses: before?.uses !== job.uses || (ground && job.uses.length > 0),
    bill,
    payments: before?.payments !== job.payments || (bill && job.payments.length > 0),
    debt: (before?.debt ?? null) !== job.debt,
  }
}

/** First: what stands on ground that changes. */
export function takeDown(db: WritableDb, { jobId }: Job, change: AccountChange): void {
  if (change.payments) statement<[string], never>(db, 'DELETE FROM payment WHERE job_id = ?').run(jobId)
  if (change.bill) {
    statement<[string], never>(db, 'DELETE FROM bill WHERE job_id = ?').run(jobId)
    statement<[string], never>(db, 'DELETE FROM bill_line WHERE job_id = ?').run(jobId)
  }
  if (change.uses) statement<[string], never>(db, 'DELETE FROM part_use WHERE job_id = ?').run(jobId)
}

/** Last, after the job's own row with its cap: from the ground up. */
export function putUp(db: WritableDb, before: Job | null, job: Job, change: AccountChange): void {
  if (change.request) writeRequest(db, before, job)
  if (change.consents) writeConsents(db, before, job)
  if (change.uses) for (const use of job.uses) writeUse(db, job, use)
  if (change.bill) writeBill(db, job)
  if (change.payments) for (const payment of job.payments) writePayment(db, job, payment)
  if (change.debt) writeDebt(db, job)
}

const insertUseSql = `
INSERT INTO part_use (job_id, use_id, basis, kind, brand, grade, part_no, barcode, material_id, milli, unit, taken_back_milli, source,
  at_utc_ms, used_by)
VALUES (@jobId, @useId, @key, @kind, @brand, @grade, @partNo, @barcode, @materialId, @milli, @unit, @takenBackMilli, @source, @atUtcMs, @by)`

function writeUse(db: WritableDb, { jobId }: Job, { useId, basis, part, quantity, source, takenBackMilli, atUtcMs, by }: PartUse): void {
  const row = { jobId, useId, key: basisKey(basis), ...part, ...quantity, takenBackMilli, source, atUtcMs, by }
  statement<[object], never>(db, insertUseSql).run(row)
}

const insertLineSql = `
INSERT INTO bill_line (job_id, position, basis, milli, unit, amount_rial) VALUES (@jobId, @position, @key, @milli, @unit, @amountRial)`

const insertBillSql = `
INSERT INTO bill (job_id, discount_rial, discount_reason, vat_permyriad, set_at_utc_ms, set_by)
VALUES (@jobId, @discountRial, @discountReason, @vatPermyriad, @setAtUtcMs, @by)`

function writeBill(db: WritableDb, { jobId, bill }: Job): void {
  if (bill === null) return
  for (const [position, { basis, quantity, amountRial }] of bill.lines.entries()) {
    statement<[object], never>(db, insertLineSql).run({ jobId, position, key: basisKey(basis), ...quantity, amountRial })
  }
  const { discount, vatPermyriad, setAtUtcMs, by } = bill
  statement<[object], never>(db, insertBillSql).run({
    jobId,
    discountRial: discount?.amountRial ?? 0,
    discountReason: discount?.reason ?? '',
    vatPermyriad,
    setAtUtcMs,
    by,
  })
}

const insertPaymentSql = `
INSERT INTO payment (job_id, payment_id, method, amount_rial, refunded_rial, reference, at_utc_ms, taken_by)
VALUES (@jobId, @paymentId, @method, @amountRial, @refundedRial, @reference, @atUtcMs, @by)`

const insertRefundSql = `
INSERT INTO refund (job_id, payment_id, position, method, amount_rial, reason, at_utc_ms, given_by)
VALUES (@jobId, @paymentId, @position, @method, @amountRial, @reason, @atUtcMs, @by)`

function writePayment(db: WritableDb, { jobId }: Job, { refunds, ...payment }: Payment): void {
  const refundedRial = sumRial(refunds.map((refund) => refund.amountRial))
  statement<[object], never>(db, insertPaymentSql).run({ jobId, ...payment, refundedRial })
  for (const [position, refund] of refunds.entries()) {
    statement<[object], never>(db, insertRefundSql).run({ jobId, paymentId: payment.paymentId, position, ...refund })
  }
}

const insertDebtSql = `
INSERT INTO debt (job_id, amount_rial, due_date, note, at_utc_ms, recorded_by)
VALUES (@jobId, @amountRial, @dueDate, @note, @atUtcMs, @by)`

function writeDebt(db: WritableDb, { jobId, debt }: Job): void {
  statement<[string], never>(db, 'DELETE FROM debt WHERE job_id = ?').run(jobId)
  if (debt !== null) statement<[object], never>(db, insertDebtSql).run({ jobId, ...debt })
}
