import { withAlarm } from '../job/alarm.ts'
import { isApart, withConflict } from '../job/apart.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { changeProblem } from './change.ts'
import { changedConsent } from './changed.ts'
import type { Answer, Consent, Decision, ItemStatus } from './types.ts'

/** An answer as it is recorded, at the counter, by call, on the link's page or in the app. */
export type GivenAnswer = Pick<Answer, 'answers' | 'decidedBy' | 'evidence' | 'shownAtUtcMs' | 'textHash' | 'clock' | 'capAfterRial'> & {
  readonly consentId: string
  readonly snapshotHash: string
}

/**
 * Folds an answer. It counts once, for exactly what was asked, while it waits for one. What crossed it on the way (a
 * withdrawal, another answer) leaves both facts in the record and the more cautious of them in force.
 */
export function answered(job: Job, recorded: RecordedJobEvent, given: GivenAnswer): Job {
  const consent = job.consents.find((each) => each.consentId === given.consentId)
  if (consent === undefined || consent.snapshotHash !== given.snapshotHash) return withAlarm(job, 'answerRefused', recorded)
  if (consent.answer !== null) return answeredTwice(job, recorded, given, consent, consent.answer)
  const answer = answerOf(recorded, given)
  if (consent.items.every((item) => item.state === 'pending')) {
    const decisions = decisionsOf(given)
    const items = consent.items.map((item): ItemStatus => ({ ...item, state: decisions.get(item.itemNo) ?? 'later' }))
    return changedConsent(job, consent.consentId, (each) => ({ ...each, answer, items }))
  }
  const { closedBy } = consent
  if (closedBy === null || !isApart(recorded, closedBy)) return withAlarm(job, 'answerRefused', recorded)
  const kept = changedConsent(job, consent.consentId, (each) => ({ ...each, answer }))
  return withConflict(kept, 'grantAndWithdrawal', [closedBy, recorded.eventId], recorded)
}

/** Of two answers that did not know of each other an item is accepted only if both say so, unless it is begun or billed already. */
function answeredTwice(job: Job, recorded: RecordedJobEvent, given: GivenAnswer, consent: Consent, first: Answer): Job {
  if (!isApart(recorded, first.eventId)) return withAlarm(job, 'answerRefused', recorded)
  const decisions = decisionsOf(given)
  const items = consent.items.map((item): ItemStatus => {
    const second = decisions.get(item.itemNo) ?? 'later'
    const stands = second === 'accepted' || changeProblem(job, consent.consentId, item.itemNo) !== null
    return stands ? item : { ...item, state: second }
  })
  const both = changedConsent(job, consent.consentId, (each) => ({ ...each, items }))
  return withConflict(both, 'twoAnswers', [first.eventId, recorded.eventId], recorded)
}

function answerOf({ atUtcMs, actorId, eventId }: RecordedJobEvent, given: GivenAnswer): Answer {
  const { answers, decidedBy, evidence, shownAtUtcMs, textHash, clock, capAfterRial } = given
  return {
    answers,
    decidedBy,
    evidence,
    shownAtUtcMs,
    textHash,
    clock,
    capAfterRial,
    decidedAtUtcMs: atUtcMs,
    recordedBy: actorId,
    eventId,
  }
}

function decisionsOf({ answers }: GivenAnswer): ReadonlyMap<number, Decision> {
  return new Map(answers.map(({ itemNo, decision }) => [itemNo, decision]))
}
