import type { DeviceId, Sha256Hex } from '../../basics/ids.ts'
import type { AlarmCode } from '../../domain/job/types.ts'
import type { PricingRefusal } from '../../domain/pricing/refusals.ts'
import type { ProvenEvent } from '../proof.ts'
import type { PublicKeyHex } from '../signing.ts'

/** Which event of the proof: the n-th of the job, or the n-th announcement of a key, counted from 1. */
export type At = { readonly list: 'events' | 'keys'; readonly n: number; readonly event: ProvenEvent }

/** The first thing that does not hold. Codes and facts; the words are the page's. */
export type ProofFault =
  | { readonly code: 'notAProof' }
  | { readonly code: 'formatNewer'; readonly found: number; readonly known: number }
  /** `where` is the path in the data, empty when it is no JSON at all. */
  | { readonly code: 'dataUnreadable'; readonly where: string }
  | EventFault
  | KeyFault
  | ConsentFault
  | { readonly code: 'photo'; readonly hash: Sha256Hex }
  | SumFault
  | SealFault

export type EventFault =
  /** The event says something else than what its hash was taken over. */
  | { readonly code: 'eventHash'; readonly at: At }
  /** An event of another job or another garage. */
  | { readonly code: 'eventForeign'; readonly at: At }
  /** The event before it is missing or another one, or the order was changed. */
  | { readonly code: 'chainLink'; readonly at: At }
  | { readonly code: 'eventUnreadable'; readonly at: At }
  /** Written by a newer program than this check knows. */
  | { readonly code: 'eventNewer'; readonly at: At }

export type KeyFault =
  | { readonly code: 'signature'; readonly at: At }
  | { readonly code: 'signatureMissing'; readonly at: At }
  /** The device that signed it has announced no key, or the announcement is missing. */
  | { readonly code: 'keyUnknown'; readonly at: At; readonly device: DeviceId }
  /** Signed with a key of the same device that was not its key at the time. */
  | { readonly code: 'keyChanged'; readonly at: At; readonly device: DeviceId }
  /** All is signed, but sealed by another device than the one that the reader knows. */
  | { readonly code: 'keyNotExpected'; readonly found: PublicKeyHex; readonly expected: string }

export type ConsentFault = {
  readonly code: ConsentFaultCode
  readonly at: At
  /** Number of the request within the job; null when there is no such request. */
  readonly consentNo: number | null
}
export type ConsentFaultCode =
  /** What was asked is not what its hash says. */
  | 'snapshotHash'
  /** The totals do not add up from the items. */
  | 'snapshotTotals'
  /** The request is of another job. */
  | 'snapshotForeign'
  /** The answer was given to something else than what was asked. */
  | 'answersOther'
  /** The words shown are not what their hash says, or the answer names other words. */
  | 'textHash'
  | 'answeredUnshown'
  | 'answeredLate'
  /** The limit before or after the answer is not what the recorded facts make. */
  | 'answerTotals'
  /** No real signature at the counter, or a call that was not read back. */
  | 'evidenceMissing'

export type SumFault =
  | { readonly code: 'sums'; readonly at: At; readonly problem: PricingRefusal }
  /** Any other recorded fact that breaks a term. */
  | { readonly code: 'term'; readonly at: At; readonly alarm: AlarmCode }

export type SealFault =
  | { readonly code: 'sealMissing' }
  /** Some byte of the file is not what it was when it was sealed. */
  | { readonly code: 'sealHash' }
  | { readonly code: 'sealSignature' }
  /** Sealed with a key that is not the sealing device's own. */
  | { readonly code: 'sealKey' }
