import { assertNever } from '../../basics/assertNever.ts'
import { withAlarm } from '../job/alarm.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { answered } from './answered.ts'
import { asked } from './asked.ts'
import { voidedItems } from './change.ts'
import { changedConsent, mapItems, withState } from './changed.ts'
import { isLeftOut } from '../pricing/agreed.ts'
import { isBilled } from '../pricing/bill.ts'
import type { ConsentEvent } from './events.ts'
import { linkMade } from './link.ts'
import { isItemStarted, itemState } from './state.ts'
import { takenBack } from './takenBack.ts'

/** Folds what was found, asked and answered. What does not fit, as two devices may bring, raises an alarm and changes no item. */
export function evolveConsent(job: Job, recorded: RecordedJobEvent, event: ConsentEvent): Job {
  const { eventId, atUtcMs, actorId } = recorded
  switch (event.type) {
    case 'findingReported': {
      const { type: _, ...facts } = event
      return { ...job, findings: [...job.findings, { ...facts, findingId: eventId, atUtcMs, by: actorId, droppedFor: null }] }
    }
    case 'findingDropped': {
      const { findingId, reason } = event
      return { ...job, findings: job.findings.map((each) => (each.findingId === findingId ? { ...each, droppedFor: reason } : each)) }
    }
    case 'consentAsked':
      return asked(job, recorded, event)
    case 'consentShown': {
      const { consentId, channel, text, textHash } = event
      return changedConsent(job, consentId, (consent) => ({
        ...consent,
        shown: [
          ...consent.shown.filter((each) => each.channel !== channel || each.textHash !== textHash),
          { channel, text, textHash, atUtcMs },
        ],
      }))
    }
    case 'consentLinkMade':
      return linkMade(job, recorded, event)
    case 'consentAnswered':
      return answered(job, recorded, event)
    case 'consentPostponed':
      return changedConsent(job, event.consentId, (consent) => ({ ...consent, callAgainAtUtcMs: event.callAgainAtUtcMs }))
    case 'consentWithdrawn':
      return takenBack(job, recorded, event, (consent) => withState(consent, event.itemNos, 'withdrawn'))
    case 'consentVoided':
      return takenBack(job, recorded, event, (consent) => voidedItems(consent, event.itemNos))
    case 'itemStarted': {
      const { consentId, itemNo } = event
      const consent = job.consents.find((each) => each.consentId === consentId)
      const leftOut = isLeftOut(job, { kind: 'consent', consentId, itemNo })
      if (consent === undefined || leftOut || itemState(consent, itemNo) !== 'accepted') {
        return withAlarm(job, 'startedWithoutConsent', recorded)
      }
      if (isItemStarted(job, consentId, itemNo)) return job
      return changedConsent(job, consentId, (each) => mapItems(each, [itemNo], (item) => ({ ...item, startedAtUtcMs: atUtcMs })))
    }
    case 'itemStartTakenBack': {
      const { consentId, itemNo } = event
      if (isBilled(job, { kind: 'consent', consentId, itemNo })) return withAlarm(job, 'withdrawalRefused', recorded)
      return changedConsent(job, consentId, (consent) => mapItems(consent, [itemNo], (item) => ({ ...item, startedAtUtcMs: null })))
    }
    default:
      return assertNever(event)
  }
}
