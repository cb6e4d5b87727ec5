import { assertNever } from '../../basics/assertNever.ts'
import { rial } from '../../basics/rial.ts'
import { err, ok } from '../../basics/result.ts'
import type { JobContext, JobDecision } from '../job/context.ts'
import type { JobEvent } from '../job/events.ts'
import { isClosed } from '../job/phases.ts'
import type { Job } from '../job/types.ts'
import { differences, proposedLines } from './account.ts'
import { agreedLine } from './agreed.ts'
import { billProblem, leftOfPayment, leftToPayRial, paymentProblem } from './bill.ts'
import type { PricingCommand } from './commands.ts'
import { lineUseProblem } from './leftOut.ts'
import type { Bill, NewPayment } from './types.ts'
import { vatToday } from './vat.ts'

type CommandOf<Type extends PricingCommand['type']> = Extract<PricingCommand, { type: Type }>

/** T4: decides what is billed, paid and owed. */
export function decidePricing(command: PricingCommand, job: Job, context: JobContext): JobDecision {
  const { phase } = job
  const wrongPhase = err({ code: 'wrongPhase', phase: phase.kind })
  switch (command.type) {
    case 'leaveOut': {
      if (isClosed(phase.kind)) return wrongPhase
      const problem = lineUseProblem(job, command.basis)
      if (problem !== null) return err(problem)
      const reason = command.reason.trim()
      return reason === '' ? err({ code: 'reasonMissing' }) : ok([{ type: 'lineLeftOut', basis: command.basis, reason }])
    }
    case 'takeIn':
      if (isClosed(phase.kind)) return wrongPhase
      if (agreedLine(job, command.basis)?.state !== 'leftOut') return err({ code: 'unknownLine' })
      return ok([{ type: 'lineTakenIn', basis: command.basis }])
    case 'setBill':
      return isClosed(phase.kind) ? wrongPhase : setBill(command, job, context)
    case 'takePayment': {
      if (phase.kind === 'cancelled' || phase.kind === 'noShow') return wrongPhase
      const problem = paymentProblem(command.payment, leftToPayRial(job))
      return problem === null ? ok([paymentEvent(command.payment)]) : err(problem)
    }
    case 'refundPayment':
      return refund(command, job)
    case 'recordDebt': {
      if (phase.kind !== 'finished') return wrongPhase
      const left = leftToPayRial(job)
      if (left === null) return err({ code: 'billMissing' })
      if (left === 0 || command.debt.amountRial !== left) return err({ code: 'debtNotWhatIsLeft', leftRial: left })
      return ok([{ type: 'debtRecorded', ...command.debt }])
    }
    case 'handOver':
      return phase.kind === 'finished' ? handOver(command, job, context) : wrongPhase
    default:
      return assertNever(command)
  }
}

function setBill({ lines, discount, replacesSetAtUtcMs }: CommandOf<'setBill'>, job: Job, context: JobContext): JobDecision {
  // A discount that another window gave meanwhile is not to go without a word.
  if ((job.bill?.setAtUtcMs ?? null) !== replacesSetAtUtcMs) return err({ code: 'billChanged' })
  if (discount !== null && discount.amountRial === 0) return err({ code: 'amountMissing' })
  if (discount !== null && discount.reason.trim() === '') return err({ code: 'reasonMissing' })
  const problem = billProblem(job, lines, discount)
  if (problem !== null) return err(problem)
  const reduced = discount === null ? null : { ...discount, reason: discount.reason.trim() }
  return ok([{ type: 'billSet', lines, discount: reduced, vatPermyriad: vatToday(context.garage, context.nowUtcMs) }])
}

function paymentEvent(payment: NewPayment): JobEvent {
  return { type: 'paymentTaken', ...payment, reference: payment.reference.trim() }
}

/** Once the car is gone the bill stands, and money given back would be owed: the hand-over is taken back first. */
function refund({ paymentId, amountRial, method, reason }: CommandOf<'refundPayment'>, job: Job): JobDecision {
  if (job.phase.kind === 'handedOver') return err({ code: 'wrongPhase', phase: job.phase.kind })
  const payment = job.payments.find((each) => each.paymentId === paymentId)
  if (payment === undefined) return err({ code: 'unknownPayment' })
  if (amountRial <= 0) return err({ code: 'amountMissing' })
  const leftRial = leftOfPayment(payment)
  if (amountRial > leftRial) return err({ code: 'refundAbovePaid', leftRial })
  if (reason.trim() === '') return err({ code: 'reasonMissing' })
  return ok([{ type: 'paymentRefunded', paymentId, amountRial, method, reason: reason.trim() }])
}

/**
 * The car leaves when everything agreed was done, billed as used, and paid or owed on record (T1, T4). Settles in the same
 * breath: the events are one decision, written whole or not at all.
 */
function handOver({ payments, debt }: CommandOf<'handOver'>, job: Job, context: JobContext): JobDecision {
  const bill: Bill = job.bill ?? {
    lines: proposedLines(job),
    discount: null,
    vatPermyriad: vatToday(context.garage, context.nowUtcMs),
    setAtUtcMs: context.nowUtcMs,
    // Only asked about here: the event that sets it gets its id when it is recorded.
    billId: null,
    by: context.actorId,
  }
  const billed: Job = { ...job, bill }
  const problem = billProblem(billed, bill.lines, bill.discount)
  if (problem !== null) return err(problem)
  const open = differences(billed)
  if (open.length > 0) return err({ code: 'differencesLeft', differences: open })

  const { lines, discount, vatPermyriad } = bill
  const events: JobEvent[] = job.bill === null && lines.length > 0 ? [{ type: 'billSet', lines, discount, vatPermyriad }] : []
  let leftRial = leftToPayRial(billed) ?? rial(0)
  for (const payment of payments) {
    const refused = paymentProblem(payment, leftRial)
    if (refused !== null) return err(refused)
    leftRial = rial(leftRial - payment.amountRial)
    events.push(paymentEvent(payment))
  }
  if (debt !== null) {
    if (leftRial === 0 || debt.amountRial !== leftRial) return err({ code: 'debtNotWhatIsLeft', leftRial })
    events.push({ type: 'debtRecorded', ...debt })
  }
  const owed = debt?.amountRial ?? job.debt?.amountRial ?? 0
  if (leftRial !== owed && leftRial > 0) return err({ code: 'notSettled', leftRial })
  return ok([...events, { type: 'carHandedOver' }])
}
