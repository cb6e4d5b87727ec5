import type { EventId } from '../../basics/ids.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Basis } from './basis.ts'
import type { BillLine, Discount, NewDebt, NewPayment, PaymentMethod } from './types.ts'

export type PricingEvent =
  | { readonly type: 'lineLeftOut'; readonly basis: Basis; readonly reason: string }
  | { readonly type: 'lineTakenIn'; readonly basis: Basis }
  /** The whole bill as it is now; a later one takes its place. */
  | { readonly type: 'billSet'; readonly lines: readonly BillLine[]; readonly discount: Discount | null; readonly vatPermyriad: number }
  | ({ readonly type: 'paymentTaken' } & NewPayment)
  | {
      readonly type: 'paymentRefunded'
      readonly paymentId: EventId
      readonly amountRial: Rial
      readonly method: PaymentMethod
      readonly reason: string
    }
  | ({ readonly type: 'debtRecorded' } & NewDebt)
