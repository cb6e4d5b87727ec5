import type { ConsentId, EventId, JobId, LinkId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { ConsentItem, CounterChannel, Decider, Evidence, ItemAnswer, SafetyGrade, ShownText } from './types.ts'

export type NewConsentItem = Omit<ConsentItem, 'itemNo'>

export type ConsentCommand =
  | {
      readonly type: 'reportFinding'
      readonly jobId: JobId
      readonly title: string
      readonly note: string
      readonly grade: SafetyGrade
      readonly photos: readonly Sha256Hex[]
    }
  | { readonly type: 'dropFinding'; readonly jobId: JobId; readonly findingId: EventId; readonly reason: string }
  | {
      readonly type: 'askConsent'
      readonly jobId: JobId
      readonly items: readonly NewConsentItem[]
      /** What this request takes the place of: an open request whole (every item), or accepted items that are changed. */
      readonly replaces: { readonly consentId: ConsentId; readonly itemNos: readonly number[] } | null
    }
  | {
      readonly type: 'showConsent'
      readonly jobId: JobId
      readonly consentId: ConsentId
      readonly channel: CounterChannel
      readonly text: ShownText
    }
  /** Notes the words and lets the platform show them to whoever holds the link. */
  | {
      readonly type: 'makeConsentLink'
      readonly jobId: JobId
      readonly consentId: ConsentId
      readonly text: ShownText
      readonly linkId: LinkId
      readonly tokenHash: Sha256Hex
    }
  | {
      readonly type: 'answerConsent'
      readonly jobId: JobId
      readonly consentId: ConsentId
      /** Of the request that the customer saw: an answer to anything else is refused. */
      readonly snapshotHash: Sha256Hex
      /** The words that were before him, as `showConsent` recorded them: another window may have shown others since. */
      readonly text: ShownText
      readonly answers: readonly ItemAnswer[]
      readonly decidedBy: Decider
      readonly evidence: Extract<Evidence, { channel: CounterChannel }>
    }
  | {
      readonly type: 'postponeConsent'
      readonly jobId: JobId
      readonly consentId: ConsentId
      readonly callAgainAtUtcMs: UtcMs | null
      readonly note: string
    }
  | {
      readonly type: 'withdrawConsent'
      readonly jobId: JobId
      readonly consentId: ConsentId
      readonly itemNos: readonly number[]
      readonly by: Decider
      readonly reason: string
    }
  /** Nothing to ask any more: an open request is taken back whole. */
  | { readonly type: 'dropConsent'; readonly jobId: JobId; readonly consentId: ConsentId; readonly reason: string }
  | { readonly type: 'startItem'; readonly jobId: JobId; readonly consentId: ConsentId; readonly itemNo: number }
  | { readonly type: 'takeBackStart'; readonly jobId: JobId; readonly consentId: ConsentId; readonly itemNo: number }
