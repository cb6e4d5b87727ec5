import { assertNever } from '../../basics/assertNever.ts'
import { withAlarm } from '../job/alarm.ts'
import { isApart, withConflict } from '../job/apart.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { basisKey } from './basis.ts'
import { billProblem, leftOfPayment, leftToPayRial, paymentProblem } from './bill.ts'
import type { PricingEvent } from './events.ts'
import { lineUseProblem } from './leftOut.ts'

/**
 * Folds money. The terms hold for whatever is folded, not only for what was decided here: a bill above the cap or a payment
 * above the bill, as a by-passed program may bring, raises an alarm and counts for nothing.
 */
export function evolvePricing(job: Job, recorded: RecordedJobEvent, event: PricingEvent): Job {
  const { eventId, atUtcMs, actorId: by } = recorded
  switch (event.type) {
    case 'lineLeftOut': {
      const { basis, reason } = event
      if (lineUseProblem(job, basis) !== null) return withAlarm(job, 'billRefused', recorded)
      return { ...job, leftOut: [...job.leftOut, { basis, reason, atUtcMs, by }] }
    }
    case 'lineTakenIn': {
      const key = basisKey(event.basis)
      return { ...job, leftOut: job.leftOut.filter((line) => basisKey(line.basis) !== key) }
    }
    case 'billSet': {
      const { lines, discount, vatPermyriad } = event
      if (billProblem(job, lines, discount) !== null) return withAlarm(job, 'billRefused', recorded)
      const next = { ...job, bill: { lines, discount, vatPermyriad, setAtUtcMs: atUtcMs, billId: eventId, by } }
      const before = job.bill?.billId ?? null
      return before !== null && isApart(recorded, before) ? withConflict(next, 'billedTwice', [eventId, before], recorded) : next
    }
    case 'paymentTaken': {
      const { type: _, ...payment } = event
      if (paymentProblem(payment, leftToPayRial(job)) !== null) return withAlarm(job, 'paymentRefused', recorded)
      return { ...job, payments: [...job.payments, { ...payment, paymentId: eventId, atUtcMs, by, refunds: [] }] }
    }
    case 'paymentRefunded': {
      const { paymentId, amountRial, method, reason } = event
      const payment = job.payments.find((each) => each.paymentId === paymentId)
      if (payment === undefined || amountRial > leftOfPayment(payment)) return withAlarm(job, 'paymentRefused', recorded)
      const refunds = [...payment.refunds, { amountRial, method, reason, atUtcMs, by }]
      return { ...job, payments: job.payments.map((each) => (each === payment ? { ...payment, refunds } : each)) }
    }
    case 'debtRecorded': {
      const { amountRial, dueDate, note } = event
      return { ...job, debt: { amountRial, dueDate, note, atUtcMs, by } }
    }
    default:
      return assertNever(event)
  }
}
