import type { ActorId, EventId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { IsoDate } from '../../persian/jalali.ts'
import type { Quantity } from '../materials/types.ts'
import type { Basis } from './basis.ts'

/**
 * VAT of an accepted offer. `inside`: the amount is what the customer pays. `added`: the offer said that VAT comes on top,
 * at this rate. Rates are in ten-thousandths (900 = 9 %), so that no rate is a float.
 */
export type OfferVat = { readonly kind: 'inside' } | { readonly kind: 'added'; readonly ratePermyriad: number }

/** The offer that the customer accepted on the platform. A newer revision is another offer: nothing is carried forward. */
export type Offer = { readonly offerId: string; readonly revision: number; readonly amountRial: Rial; readonly vat: OfferVat }

/** The VAT rates as the owner dates them: each holds from its day until the next one's. The program claims no tax compliance. */
export type VatRate = { readonly from: IsoDate; readonly ratePermyriad: number }

export type BillLine = { readonly basis: Basis; readonly quantity: Quantity; readonly amountRial: Rial }
export type Discount = { readonly amountRial: Rial; readonly reason: string }

/** What is asked of the customer, VAT inside every amount. */
export type Bill = {
  readonly lines: readonly BillLine[]
  readonly discount: Discount | null
  /** The rate of the day on which the bill was made: what the total holds of VAT is shown by it. */
  readonly vatPermyriad: number
  readonly setAtUtcMs: UtcMs
  /** The event that set it; null while it is only thought of. */
  readonly billId: EventId | null
  readonly by: ActorId
}

export type PaymentMethod = 'cash' | 'card' | 'transfer' | 'platform'
export const paymentMethods: readonly PaymentMethod[] = ['cash', 'card', 'transfer', 'platform']

export type NewPayment = {
  readonly method: PaymentMethod
  readonly amountRial: Rial
  /** Number of the slip or transfer; may be empty. */ readonly reference: string
}
export type Refund = {
  readonly amountRial: Rial
  readonly method: PaymentMethod
  readonly reason: string
  readonly atUtcMs: UtcMs
  readonly by: ActorId
}
export type Payment = NewPayment & {
  /** The event that recorded it. */
  readonly paymentId: EventId
  readonly atUtcMs: UtcMs
  readonly by: ActorId
  readonly refunds: readonly Refund[]
}

/** What the customer owes when he takes the car along unpaid: recorded, so that the hand-over is no oversight. */
export type NewDebt = { readonly amountRial: Rial; readonly dueDate: IsoDate | null; readonly note: string }
export type Debt = NewDebt & { readonly atUtcMs: UtcMs; readonly by: ActorId }

/** A line that was agreed and is left undone, so that nothing is used or billed for it. */
export type LeftOut = { readonly basis: Basis; readonly reason: string; readonly atUtcMs: UtcMs; readonly by: ActorId }
