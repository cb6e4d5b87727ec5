import type { Rial } from '../../basics/rial.ts'
import type { Quantity } from '../materials/types.ts'
import type { Basis } from './basis.ts'
import type { Difference } from './closing.ts'

export type PricingRefusal =
  /** T5: a line that rests on nothing the customer asked for or accepted. */
  | { readonly code: 'lineWithoutBasis'; readonly basis: Basis }
  | { readonly code: 'lineTwice'; readonly basis: Basis }
  | { readonly code: 'lineAboveAgreed'; readonly basis: Basis; readonly agreedRial: Rial; readonly askedRial: Rial }
  | { readonly code: 'lineMoreThanAgreed'; readonly basis: Basis; readonly agreed: Quantity }
  /** T4. */
  | { readonly code: 'billAboveCap'; readonly capRial: Rial; readonly billRial: Rial }
  | { readonly code: 'discountAboveBill'; readonly billRial: Rial }
  | { readonly code: 'billBelowPaid'; readonly paidRial: Rial; readonly billRial: Rial }
  | { readonly code: 'billMissing' }
  | { readonly code: 'billChanged' }
  | { readonly code: 'amountMissing' }
  | { readonly code: 'paymentAboveBill'; readonly leftRial: Rial }
  | { readonly code: 'unknownPayment' }
  | { readonly code: 'refundAbovePaid'; readonly leftRial: Rial }
  | { readonly code: 'debtNotWhatIsLeft'; readonly leftRial: Rial }
  | { readonly code: 'lineInUse'; readonly basis: Basis }
  /** T1: requested = consented = used = billed, or the reason stands there. */
  | { readonly code: 'differencesLeft'; readonly differences: readonly Difference[] }
  | { readonly code: 'notSettled'; readonly leftRial: Rial }
  | { readonly code: 'refundFirst'; readonly paidRial: Rial }
