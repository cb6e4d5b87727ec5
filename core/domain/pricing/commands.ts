import type { EventId, JobId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Basis } from './basis.ts'
import type { BillLine, Discount, NewDebt, NewPayment, PaymentMethod } from './types.ts'

export type PricingCommand =
  /** Agreed, and not done: nothing is used or billed for it. */
  | { readonly type: 'leaveOut'; readonly jobId: JobId; readonly basis: Basis; readonly reason: string }
  | { readonly type: 'takeIn'; readonly jobId: JobId; readonly basis: Basis }
  | {
      readonly type: 'setBill'
      readonly jobId: JobId
      readonly lines: readonly BillLine[]
      readonly discount: Discount | null
      /** When the bill was made that this one is made from; null when there was none. Another window may have made one since. */
      readonly replacesSetAtUtcMs: UtcMs | null
    }
  | { readonly type: 'takePayment'; readonly jobId: JobId; readonly payment: NewPayment }
  | {
      readonly type: 'refundPayment'
      readonly jobId: JobId
      readonly paymentId: EventId
      readonly amountRial: Rial
      readonly method: PaymentMethod
      readonly reason: string
    }
  | { readonly type: 'recordDebt'; readonly jobId: JobId; readonly debt: NewDebt }
  /**
   * Settles and hands over in one go: a bill of what was used where there is none yet, these payments, this debt, the
   * car. Whole or not at all.
   */
  | { readonly type: 'handOver'; readonly jobId: JobId; readonly payments: readonly NewPayment[]; readonly debt: NewDebt | null }
