import type { UtcMs } from '../../basics/instant.ts'
import type { SlotProblem } from '../../persian/workingCalendar.ts'
import type { ConsentRefusal } from '../consent/refusals.ts'
import type { RequestStatus } from '../request/types.ts'

/**
 * Why a request cannot be answered on the customer's own phone. `replaced`: it was edited and asked anew. `newerLink`: another
 * link to it was made since. `takenBack`: the garage or the customer took it back. `moved`: the total that it was asked on
 * top of is another one by now. `over`: the car was handed over, or the visit was cancelled.
 */
export type LinkClosed = 'expired' | 'replaced' | 'newerLink' | 'takenBack' | 'moved' | 'over'

/** Why what a customer wanted was not done. Nothing was written. */
export type CustomerRefusal =
  | { readonly code: 'notFound' }
  | { readonly code: 'unknownService' }
  | { readonly code: 'requestOver'; readonly status: RequestStatus }
  /** There is no such offer, or it says something else than what was accepted. */
  | { readonly code: 'offerUnknown' }
  | { readonly code: 'offerRevised'; readonly newest: number }
  | { readonly code: 'offerWithdrawn' }
  | { readonly code: 'offerExpired'; readonly atUtcMs: UtcMs }
  | { readonly code: 'slotUnfit'; readonly problem: SlotProblem }
  | { readonly code: 'slotTaken' }
  /** The car stands in the garage already, or the visit is over: the garage is called instead. */
  | { readonly code: 'visitBegun' }
  | { readonly code: 'visitOver' }
  | { readonly code: 'notHandedOver' }
  | { readonly code: 'alreadyRated' }
  | { readonly code: 'linkClosed'; readonly why: LinkClosed }
  | Extract<
      ConsentRefusal,
      { readonly code: 'unknownItem' | 'answersIncomplete' | 'deciderNameMissing' | 'delegateBasisMissing' | 'signatureTooSmall' }
    >
