import type { ConsentId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { CounterChannel, ItemState } from './types.ts'

export type ConsentRefusal =
  | { readonly code: 'findingTitleMissing' }
  | { readonly code: 'unknownFinding' }
  | { readonly code: 'findingInRequest'; readonly consentId: ConsentId }
  | { readonly code: 'itemsMissing' }
  | { readonly code: 'itemTitleMissing'; readonly itemNo: number }
  | { readonly code: 'itemReasonMissing'; readonly itemNo: number }
  | { readonly code: 'itemIfRefusedMissing'; readonly itemNo: number }
  /** Nothing costs nothing: an item has a price above 0, and the cap stays within 10^12 rial. */
  | { readonly code: 'itemPriceWrong'; readonly itemNo: number }
  | { readonly code: 'itemQuantityWrong'; readonly itemNo: number }
  /** Another request is open: its items join the new one, or it is answered first. */
  | { readonly code: 'consentOpen'; readonly consentId: ConsentId }
  | { readonly code: 'unknownConsent' }
  | { readonly code: 'consentNotOpen'; readonly states: readonly ItemState[] }
  | { readonly code: 'consentAlreadyAnswered'; readonly atUtcMs: UtcMs }
  | { readonly code: 'consentSuperseded'; readonly by: ConsentId | null }
  | { readonly code: 'consentExpired'; readonly atUtcMs: UtcMs }
  /** The customer saw something else than what is asked now. */
  | { readonly code: 'consentChanged' }
  | { readonly code: 'consentTotalMoved'; readonly shownRial: Rial; readonly nowRial: Rial }
  | { readonly code: 'consentNotShown'; readonly channel: CounterChannel }
  | { readonly code: 'answersIncomplete'; readonly missing: readonly number[] }
  | { readonly code: 'unknownItem'; readonly itemNo: number }
  | { readonly code: 'deciderNameMissing' }
  | { readonly code: 'delegateBasisMissing' }
  | { readonly code: 'signatureTooSmall' }
  | { readonly code: 'notReadBack' }
  | { readonly code: 'itemNotAccepted'; readonly itemNo: number; readonly state: ItemState }
  | { readonly code: 'itemAlreadyStarted'; readonly itemNo: number }
  | { readonly code: 'itemNotStarted'; readonly itemNo: number }
  /** It begins when its part is logged. */
  | { readonly code: 'itemHasPart'; readonly itemNo: number }
  /** A photo that nobody has stored here. */
  | { readonly code: 'photoUnknown' }
  | { readonly code: 'callTimeWrong' }
  /** The bill holds it: it is taken off the bill first. */
  | { readonly code: 'itemBilled'; readonly itemNo: number }
