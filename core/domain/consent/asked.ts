import { isApart, withConflict } from '../job/apart.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { changeProblem } from './change.ts'
import type { ConsentEvent } from './events.ts'
import { isOpen } from './state.ts'
import type { Consent, ItemStatus } from './types.ts'

/** Folds a new request, and what it takes the place of. */
export function asked(
  job: Job,
  recorded: RecordedJobEvent,
  { snapshot, snapshotHash, supersedes }: Extract<ConsentEvent, { type: 'consentAsked' }>,
): Job {
  const { consentId } = snapshot
  const { eventId } = recorded
  if (job.consents.some((consent) => consent.consentId === consentId)) return job
  const consent: Consent = {
    consentId,
    snapshot,
    snapshotHash,
    askedEventId: eventId,
    supersedes,
    supersededBy: null,
    closedBy: null,
    shown: [],
    answer: null,
    items: snapshot.items.map(({ itemNo }) => ({ itemNo, state: 'pending', startedAtUtcMs: null })),
    link: null,
    callAgainAtUtcMs: null,
  }
  const replaced = job.consents.find((each) => each.consentId === supersedes)
  const older = job.consents.map((each) => (each === replaced ? superseded(job, recorded, each, consentId) : each))
  const next = { ...job, consents: [...older, consent] }

  const answer = replaced?.answer ?? null
  if (answer !== null && isApart(recorded, answer.eventId)) {
    return withConflict(next, 'grantAndWithdrawal', [eventId, answer.eventId], recorded)
  }
  const other = job.consents.find((each) => each.consentId !== supersedes && isOpen(each) && isApart(recorded, each.askedEventId))
  return other === undefined ? next : withConflict(next, 'askedTwice', [eventId, other.askedEventId], recorded)
}

/** What waits is superseded; so is a yes that crossed this request on its way, unless work on it has begun. */
function superseded(job: Job, recorded: RecordedJobEvent, consent: Consent, by: Consent['consentId']): Consent {
  const crossed = consent.answer !== null && isApart(recorded, consent.answer.eventId)
  const items = consent.items.map((item): ItemStatus => {
    const taken = crossed && changeProblem(job, consent.consentId, item.itemNo) === null
    return item.state === 'pending' || taken ? { ...item, state: 'superseded' } : item
  })
  return { ...consent, items, supersededBy: by, closedBy: recorded.eventId }
}
