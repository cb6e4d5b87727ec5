import { z } from 'zod'
import { eventId, noteText, rial } from './fields.ts'
import { basis, billLines, debtFields, discount, paymentFields, paymentMethod, vatPermyriad } from './pricingFields.ts'

export const pricingEvents = {
  lineLeftOut: z.strictObject({ type: z.literal('lineLeftOut'), basis, reason: noteText }),
  lineTakenIn: z.strictObject({ type: z.literal('lineTakenIn'), basis }),
  billSet: z.strictObject({ type: z.literal('billSet'), lines: billLines, discount: discount.nullable(), vatPermyriad }),
  paymentTaken: z.strictObject({ type: z.literal('paymentTaken'), ...paymentFields }),
  paymentRefunded: z.strictObject({
    type: z.literal('paymentRefunded'),
    paymentId: eventId,
    amountRial: rial,
    method: paymentMethod,
    reason: noteText,
  }),
  debtRecorded: z.strictObject({ type: z.literal('debtRecorded'), ...debtFields }),
} as const
