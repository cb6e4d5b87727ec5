import { z } from 'zod'
import { eventId, jobId, noteText, rial, utcMs } from '../wire/fields.ts'
import { basis, billLines, debt, discount, payment, paymentMethod } from '../wire/pricingFields.ts'

export const pricingCommands = [
  z.strictObject({ type: z.literal('leaveOut'), jobId, basis, reason: noteText }),
  z.strictObject({ type: z.literal('takeIn'), jobId, basis }),
  z.strictObject({
    type: z.literal('setBill'),
    jobId,
    lines: billLines,
    discount: discount.nullable(),
    replacesSetAtUtcMs: utcMs.nullable(),
  }),
  z.strictObject({ type: z.literal('takePayment'), jobId, payment }),
  z.strictObject({
    type: z.literal('refundPayment'),
    jobId,
    paymentId: eventId,
    amountRial: rial,
    method: paymentMethod,
    reason: noteText,
  }),
  z.strictObject({ type: z.literal('recordDebt'), jobId, debt }),
  z.strictObject({ type: z.literal('handOver'), jobId, payments: z.array(payment).max(10).readonly(), debt: debt.nullable() }),
] as const
