import type { ConsentId, Sha256Hex } from '../../basics/ids.ts'
import { rial } from '../../basics/rial.ts'
import type { UtcMs } from '../../basics/instant.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { answersProblem } from '../consent/answer.ts'
import { deciderProblem } from '../consent/decider.ts'
import { isSignature } from '../consent/signature.ts'
import { isOpen, itemRial } from '../consent/state.ts'
import type { Answer, Consent, Decider, Evidence, ItemAnswer, Shown } from '../consent/types.ts'
import type { PlatformJobEvent } from '../job/platformEvents.ts'
import type { Job } from '../job/types.ts'
import { capRial } from '../pricing/cap.ts'
import type { CustomerRefusal, LinkClosed } from './refusals.ts'

export type LinkState =
  | { readonly kind: 'open'; readonly consent: Consent; readonly shown: Shown }
  | { readonly kind: 'answered'; readonly consent: Consent; readonly shown: Shown; readonly answer: Answer }
  | { readonly kind: 'closed'; readonly consent: Consent; readonly why: LinkClosed }

/**
 * What a link shows now, by the platform's clock; null when the job knows nothing of it.
 * @param linkId null in the app, where the customer is known by himself
 */
export function linkState(job: Job, consentId: string, linkId: string | null, nowUtcMs: UtcMs): LinkState | null {
  const consent = job.consents.find((each) => each.consentId === consentId)
  // The words for a customer's own screen are those of his link.
  const shown = consent?.shown.findLast(({ channel }) => channel === 'link')
  if (consent === undefined || shown === undefined) return null
  if (consent.answer !== null) return { kind: 'answered', consent, shown, answer: consent.answer }
  const why = closedWhy(job, consent, linkId, nowUtcMs)
  return why === null ? { kind: 'open', consent, shown } : { kind: 'closed', consent, why }
}

function closedWhy(job: Job, consent: Consent, linkId: string | null, nowUtcMs: UtcMs): LinkClosed | null {
  if (consent.supersededBy !== null) return 'replaced'
  if (!isOpen(consent)) return 'takenBack'
  if (job.phase.kind === 'handedOver' || job.phase.kind === 'cancelled') return 'over'
  if (linkId !== null && consent.link?.linkId !== linkId) return 'newerLink'
  if (nowUtcMs > consent.snapshot.validUntilUtcMs) return 'expired'
  return consent.snapshot.capBeforeRial === capRial(job) ? null : 'moved'
}

export type OwnAnswer = {
  readonly consentId: ConsentId
  /** Of the request and of the words that were before him: an answer to anything else is refused. */
  readonly snapshotHash: Sha256Hex
  readonly textHash: Sha256Hex
  readonly answers: readonly ItemAnswer[]
  readonly decidedBy: Decider
  readonly evidence: Extract<Evidence, { channel: 'app' | 'link' }>
}
type AnswerEvent = Extract<PlatformJobEvent, { type: 'answerReceived' }>

/** The customer's own answer, on his phone (grade B) or in the app (grade A). Judged as the counter judges one. */
export function decideOwnAnswer(job: Job, given: OwnAnswer, nowUtcMs: UtcMs): Result<AnswerEvent, CustomerRefusal> {
  const { consentId, snapshotHash, textHash, answers, decidedBy, evidence } = given
  const state = linkState(job, consentId, evidence.channel === 'link' ? evidence.linkId : null, nowUtcMs)
  if (state === null) return err({ code: 'notFound' })
  if (state.kind !== 'open') return err({ code: 'linkClosed', why: state.kind === 'closed' ? state.why : 'takenBack' })
  const { consent, shown } = state
  if (snapshotHash !== consent.snapshotHash || textHash !== shown.textHash) return err({ code: 'linkClosed', why: 'replaced' })
  const problem = answersProblem(consent, { answers }) ?? deciderProblem(decidedBy)
  if (problem?.code === 'unknownItem' || problem?.code === 'answersIncomplete') return err(problem)
  if (problem?.code === 'deciderNameMissing' || problem?.code === 'delegateBasisMissing') return err(problem)
  if (evidence.channel === 'link' && (evidence.signature === null || !isSignature(evidence.signature))) {
    return err({ code: 'signatureTooSmall' })
  }
  return ok({
    type: 'answerReceived',
    consentId: consent.consentId,
    snapshotHash,
    textHash,
    answers: answers.map((answer) => ({ ...answer, condition: answer.condition.trim() })),
    decidedBy: { ...decidedBy, name: decidedBy.name.trim() },
    evidence,
    shownAtUtcMs: shown.atUtcMs,
    capAfterRial: rial(capAfter(consent, answers)),
  })
}

/** The total that these answers make: what the page shows while they are given, and what the answer records. */
export function capAfter({ snapshot }: Pick<Consent, 'snapshot'>, answers: readonly ItemAnswer[]): number {
  const accepted = new Set(answers.flatMap(({ itemNo, decision }) => (decision === 'accepted' ? [itemNo] : [])))
  return snapshot.items.reduce(
    (sum: number, item) => (accepted.has(item.itemNo) ? sum + itemRial(item.price) : sum),
    snapshot.capBeforeRial,
  )
}
