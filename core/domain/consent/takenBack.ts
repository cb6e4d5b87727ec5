import { withAlarm } from '../job/alarm.ts'
import { isApart, withConflict } from '../job/apart.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { changeProblem } from './change.ts'
import { changedConsent } from './changed.ts'
import type { ConsentEvent } from './events.ts'
import { itemState } from './state.ts'
import type { Consent } from './types.ts'

/**
 * Folds items that were taken back, by the customer or by an edit: open ones, and accepted ones that nothing was built on. A
 * yes that crossed the withdrawal leaves both facts, and the items withdrawn until the customer is asked again.
 */
export function takenBack(
  job: Job,
  recorded: RecordedJobEvent,
  event: Extract<ConsentEvent, { type: 'consentWithdrawn' | 'consentVoided' }>,
  change: (consent: Consent) => Consent,
): Job {
  const { consentId, itemNos } = event
  const consent = job.consents.find((each) => each.consentId === consentId)
  const isPending = (itemNo: number) => consent !== undefined && itemState(consent, itemNo) === 'pending'
  const answer = consent?.answer ?? null
  const crossed = answer !== null && isApart(recorded, answer.eventId)
  const isTakeable = (itemNo: number) =>
    changeProblem(job, consentId, itemNo) === null || (event.type === 'consentVoided' && isPending(itemNo))
  const isDecidedOtherwise = (itemNo: number) => consent !== undefined && itemState(consent, itemNo) !== 'accepted'
  // What the customer refused at the same time needs no taking back.
  if (!itemNos.every((itemNo) => isTakeable(itemNo) || (crossed && isDecidedOtherwise(itemNo)))) {
    return withAlarm(job, 'withdrawalRefused', recorded)
  }
  const taken = changedConsent(job, consentId, (each) => ({ ...change(each), closedBy: recorded.eventId }))
  return crossed ? withConflict(taken, 'grantAndWithdrawal', [recorded.eventId, answer.eventId], recorded) : taken
}
