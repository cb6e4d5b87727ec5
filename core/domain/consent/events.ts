import type { ConsentId, EventId, LinkId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { ClockState } from '../job/visit.ts'
import type { Channel, ConsentSnapshot, Decider, Evidence, ItemAnswer, SafetyGrade, ShownText } from './types.ts'

export type ConsentEvent =
  | {
      readonly type: 'findingReported'
      readonly title: string
      readonly note: string
      readonly grade: SafetyGrade
      readonly photos: readonly Sha256Hex[]
    }
  | { readonly type: 'findingDropped'; readonly findingId: EventId; readonly reason: string }
  | {
      readonly type: 'consentAsked'
      readonly snapshot: ConsentSnapshot
      readonly snapshotHash: Sha256Hex
      /** The request whose place this one takes: its open items are superseded, its accepted ones that were edited are voided. */
      readonly supersedes: ConsentId | null
    }
  | {
      readonly type: 'consentShown'
      readonly consentId: ConsentId
      readonly channel: Channel
      readonly text: ShownText
      readonly textHash: Sha256Hex
    }
  /** The words that the link's page shows stand in the `consentShown` before it. */
  | { readonly type: 'consentLinkMade'; readonly consentId: ConsentId; readonly linkId: LinkId; readonly tokenHash: Sha256Hex }
  | {
      readonly type: 'consentAnswered'
      readonly consentId: ConsentId
      readonly snapshotHash: Sha256Hex
      readonly textHash: Sha256Hex
      readonly answers: readonly ItemAnswer[]
      readonly decidedBy: Decider
      readonly evidence: Evidence
      readonly shownAtUtcMs: UtcMs
      readonly capAfterRial: Rial
      readonly clock: ClockState
    }
  /** The customer asked to be called again: nothing is decided. */
  | { readonly type: 'consentPostponed'; readonly consentId: ConsentId; readonly callAgainAtUtcMs: UtcMs | null; readonly note: string }
  | {
      readonly type: 'consentWithdrawn'
      readonly consentId: ConsentId
      readonly itemNos: readonly number[]
      readonly by: Decider
      readonly reason: string
    }
  /** Taken back by the garage: an edit of what was asked or accepted, or nothing to ask any more. */
  | {
      readonly type: 'consentVoided'
      readonly consentId: ConsentId
      readonly itemNos: readonly number[]
      readonly cause: 'edited' | 'dropped'
      readonly reason: string
    }
  | { readonly type: 'itemStarted'; readonly consentId: ConsentId; readonly itemNo: number }
  | { readonly type: 'itemStartTakenBack'; readonly consentId: ConsentId; readonly itemNo: number }
