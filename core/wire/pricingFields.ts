import { z } from 'zod'
import type { Basis } from '../domain/pricing/basis.ts'
import { paymentMethods, type BillLine, type Discount, type NewDebt, type NewPayment, type Offer } from '../domain/pricing/types.ts'
import { isIsoDate, type IsoDate } from '../persian/jalali.ts'
import { itemsMost, materialsMost, vatMostPermyriad } from './bounds.ts'
import { consentId, noteText, rial, serviceId, shortText } from './fields.ts'
import { quantity } from './materialFields.ts'

/** Field schemas of money, shared by stored events and by commands at the door. */

export const itemNo = z.int().min(1).max(itemsMost)

export const basis = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('service'), serviceId }),
    z.strictObject({ kind: z.literal('material'), lineNo: z.int().min(1).max(materialsMost) }),
    z.strictObject({ kind: z.literal('consent'), consentId, itemNo }),
  ])
  .readonly() satisfies z.ZodType<Basis>

const ratePermyriad = z.int().min(0).max(vatMostPermyriad)
export const offerVat = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inside') }),
  z.strictObject({ kind: z.literal('added'), ratePermyriad }),
])
export const offer = z
  .strictObject({
    offerId: shortText.min(1),
    revision: z.int().min(0).max(1_000_000),
    amountRial: rial,
    vat: offerVat,
  })
  .readonly() satisfies z.ZodType<Offer>

const billLine = z.strictObject({ basis, quantity, amountRial: rial }).readonly() satisfies z.ZodType<BillLine>
export const billLines = z.array(billLine).max(200).readonly()
export const discount = z.strictObject({ amountRial: rial, reason: noteText }).readonly() satisfies z.ZodType<Discount>
export const vatPermyriad = ratePermyriad

export const paymentMethod = z.enum(paymentMethods)
export const paymentFields = { method: paymentMethod, amountRial: rial, reference: shortText }
export const payment = z.strictObject(paymentFields).readonly() satisfies z.ZodType<NewPayment>

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value))
export const debtFields = { amountRial: rial, dueDate: date.nullable(), note: noteText }
export const debt = z.strictObject(debtFields).readonly() satisfies z.ZodType<NewDebt>
