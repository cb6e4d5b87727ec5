import { addMinutes } from '../../basics/instant.ts'
import { rial } from '../../basics/rial.ts'
import { err, ok } from '../../basics/result.ts'
import { canonicalJson } from '../../wire/canonical.ts'
import type { JobContext, JobDecision } from '../job/context.ts'
import type { Job } from '../job/types.ts'
import { capRial } from '../pricing/cap.ts'
import type { ConsentCommand } from './commands.ts'
import { deciderProblem } from './decider.ts'
import type { ConsentRefusal } from './refusals.ts'
import { isSignature } from './signature.ts'
import { isOpen, itemRial } from './state.ts'
import type { Consent } from './types.ts'

type CommandOf<Type extends ConsentCommand['type']> = Extract<ConsentCommand, { type: Type }>

/** Notes the exact words that are put before the customer: an answer counts only after them. */
export function decideShow({ consentId, channel, text }: CommandOf<'showConsent'>, job: Job, context: JobContext): JobDecision {
  const consent = consentOf(job, consentId)
  const problem = openProblem(consent, context)
  if (consent === null || problem !== null) return err(problem ?? { code: 'unknownConsent' })
  return ok([{ type: 'consentShown', consentId, channel, text, textHash: context.sha256Hex(canonicalJson(text)) }])
}

/** Lets the platform show the request, in exactly these words, to whoever holds the link. */
export function decideLink(
  { consentId, text, linkId, tokenHash }: CommandOf<'makeConsentLink'>,
  job: Job,
  context: JobContext,
): JobDecision {
  const consent = consentOf(job, consentId)
  const problem = openProblem(consent, context)
  if (consent === null || problem !== null) return err(problem ?? { code: 'unknownConsent' })
  return ok([
    { type: 'consentShown', consentId, channel: 'link', text, textHash: context.sha256Hex(canonicalJson(text)) },
    { type: 'consentLinkMade', consentId, linkId, tokenHash },
  ])
}

/** Records the answer to exactly what was asked and shown, item by item; a refusal as carefully as a yes. */
export function decideAnswer(command: CommandOf<'answerConsent'>, job: Job, context: JobContext): JobDecision {
  const { consentId, snapshotHash, answers, decidedBy, evidence } = command
  const consent = consentOf(job, consentId)
  const problem = openProblem(consent, context)
  if (consent === null || problem !== null) return err(problem ?? { code: 'unknownConsent' })
  if (snapshotHash !== consent.snapshotHash) return err({ code: 'consentChanged' })
  const { snapshot } = consent
  const capBeforeRial = capRial(job)
  if (snapshot.capBeforeRial !== capBeforeRial) {
    return err({ code: 'consentTotalMoved', shownRial: snapshot.capBeforeRial, nowRial: capBeforeRial })
  }
  const textHash = context.sha256Hex(canonicalJson(command.text))
  const shown = consent.shown.find((each) => each.channel === evidence.channel && each.textHash === textHash)
  if (shown === undefined) return err({ code: 'consentNotShown', channel: evidence.channel })
  const incomplete = answersProblem(consent, command) ?? deciderProblem(decidedBy)
  if (incomplete !== null) return err(incomplete)
  if (evidence.channel === 'counter' && !isSignature(evidence.signature)) return err({ code: 'signatureTooSmall' })
  if (evidence.channel === 'call' && !evidence.readBack) return err({ code: 'notReadBack' })
  if (evidence.channel === 'call' && evidence.calledAtUtcMs > addMinutes(context.nowUtcMs, 1)) return err({ code: 'callTimeWrong' })

  const accepted = new Set(answers.filter((answer) => answer.decision === 'accepted').map((answer) => answer.itemNo))
  const addedRial = snapshot.items.reduce((sum, item) => (accepted.has(item.itemNo) ? sum + itemRial(item.price) : sum), 0)
  return ok([
    {
      type: 'consentAnswered',
      consentId,
      snapshotHash,
      textHash,
      answers: answers.map((answer) => ({ ...answer, condition: answer.condition.trim() })),
      decidedBy,
      evidence,
      shownAtUtcMs: shown.atUtcMs,
      capAfterRial: rial(capBeforeRial + addedRial),
      clock: context.clock,
    },
  ])
}

/** Nothing is decided: the customer wants to be called again. */
export function decidePostpone({ consentId, callAgainAtUtcMs, note }: CommandOf<'postponeConsent'>, job: Job): JobDecision {
  const consent = consentOf(job, consentId)
  const problem = standingProblem(consent)
  if (problem !== null) return err(problem)
  return ok([{ type: 'consentPostponed', consentId, callAgainAtUtcMs, note: note.trim() }])
}

function consentOf(job: Job, consentId: string): Consent | null {
  return job.consents.find((consent) => consent.consentId === consentId) ?? null
}

/** Why the request does not wait for an answer any more; null while it does. */
function standingProblem(consent: Consent | null): ConsentRefusal | null {
  if (consent === null) return { code: 'unknownConsent' }
  if (isOpen(consent)) return null
  if (consent.answer !== null) return { code: 'consentAlreadyAnswered', atUtcMs: consent.answer.decidedAtUtcMs }
  if (consent.supersededBy !== null) return { code: 'consentSuperseded', by: consent.supersededBy }
  return { code: 'consentNotOpen', states: consent.items.map((item) => item.state) }
}

function openProblem(consent: Consent | null, { nowUtcMs }: JobContext): ConsentRefusal | null {
  const problem = standingProblem(consent)
  if (problem !== null || consent === null) return problem
  const { validUntilUtcMs } = consent.snapshot
  return nowUtcMs > validUntilUtcMs ? { code: 'consentExpired', atUtcMs: validUntilUtcMs } : null
}

export function answersProblem({ snapshot }: Consent, { answers }: Pick<CommandOf<'answerConsent'>, 'answers'>): ConsentRefusal | null {
  const asked = new Set(snapshot.items.map((item) => item.itemNo))
  const answered = new Set<number>()
  for (const { itemNo } of answers) {
    if (!asked.has(itemNo) || answered.has(itemNo)) return { code: 'unknownItem', itemNo }
    answered.add(itemNo)
  }
  const missing = [...asked].filter((itemNo) => !answered.has(itemNo))
  return missing.length === 0 ? null : { code: 'answersIncomplete', missing }
}
