import { assertNever } from '../../basics/assertNever.ts'
import { withAlarm } from '../job/alarm.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { changeProblem, voidedItems } from './change.ts'
import { isLeftOut } from '../pricing/agreed.ts'
import { isBilled } from '../pricing/bill.ts'
import type { ConsentEvent } from './events.ts'
import { isItemStarted, itemState } from './state.ts'
import type { Answer, Consent, ItemStatus } from './types.ts'

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
      return asked(job, event)
    case 'consentShown': {
      const { consentId, channel, text, textHash } = event
      return changed(job, consentId, (consent) => ({
        ...consent,
        shown: [
          ...consent.shown.filter((each) => each.channel !== channel || each.textHash !== textHash),
          { channel, text, textHash, atUtcMs },
        ],
      }))
    }
    case 'consentAnswered':
      return answered(job, recorded, event)
    case 'consentPostponed':
      return changed(job, event.consentId, (consent) => ({ ...consent, callAgainAtUtcMs: event.callAgainAtUtcMs }))
    case 'consentWithdrawn': {
      const { consentId, itemNos } = event
      if (itemNos.some((itemNo) => changeProblem(job, consentId, itemNo) !== null)) return withAlarm(job, 'withdrawalRefused', recorded)
      return changed(job, consentId, (consent) => withState(consent, itemNos, 'withdrawn'))
    }
    case 'consentVoided': {
      const { consentId, itemNos } = event
      const stands = (itemNo: number) => changeProblem(job, consentId, itemNo) === null || isPending(job, consentId, itemNo)
      if (!itemNos.every(stands)) return withAlarm(job, 'withdrawalRefused', recorded)
      return changed(job, consentId, (consent) => voidedItems(consent, itemNos))
    }
    case 'itemStarted': {
      const { consentId, itemNo } = event
      const consent = job.consents.find((each) => each.consentId === consentId)
      const leftOut = isLeftOut(job, { kind: 'consent', consentId, itemNo })
      if (consent === undefined || leftOut || itemState(consent, itemNo) !== 'accepted') {
        return withAlarm(job, 'startedWithoutConsent', recorded)
      }
      if (isItemStarted(job, consentId, itemNo)) return job
      return changed(job, consentId, (each) => mapItems(each, [itemNo], (item) => ({ ...item, startedAtUtcMs: atUtcMs })))
    }
    case 'itemStartTakenBack': {
      const { consentId, itemNo } = event
      if (isBilled(job, { kind: 'consent', consentId, itemNo })) return withAlarm(job, 'withdrawalRefused', recorded)
      return changed(job, consentId, (consent) => mapItems(consent, [itemNo], (item) => ({ ...item, startedAtUtcMs: null })))
    }
    default:
      return assertNever(event)
  }
}

type EventOf<Type extends ConsentEvent['type']> = Extract<ConsentEvent, { type: Type }>

function asked(job: Job, { snapshot, snapshotHash, supersedes }: EventOf<'consentAsked'>): Job {
  const { consentId } = snapshot
  if (job.consents.some((consent) => consent.consentId === consentId)) return job
  const consent: Consent = {
    consentId,
    snapshot,
    snapshotHash,
    supersedes,
    supersededBy: null,
    shown: [],
    answer: null,
    items: snapshot.items.map(({ itemNo }) => ({ itemNo, state: 'pending', startedAtUtcMs: null })),
    callAgainAtUtcMs: null,
  }
  const older = job.consents.map((each) => (each.consentId === supersedes ? superseded(each, consentId) : each))
  return { ...job, consents: [...older, consent] }
}

function superseded(consent: Consent, by: Consent['consentId']): Consent {
  const items = consent.items.map((item) => (item.state === 'pending' ? { ...item, state: 'superseded' as const } : item))
  return { ...consent, items, supersededBy: by }
}

function answered(job: Job, recorded: RecordedJobEvent, event: EventOf<'consentAnswered'>): Job {
  const consent = job.consents.find((each) => each.consentId === event.consentId)
  const fits = consent !== undefined && consent.answer === null && consent.snapshotHash === event.snapshotHash
  if (!fits || !consent.items.every((item) => item.state === 'pending')) return withAlarm(job, 'answerRefused', recorded)
  const { type: _, consentId: __, snapshotHash: ___, ...given } = event
  const answer: Answer = { ...given, decidedAtUtcMs: recorded.atUtcMs, recordedBy: recorded.actorId, eventId: recorded.eventId }
  const decisions = new Map(event.answers.map(({ itemNo, decision }) => [itemNo, decision]))
  const items = consent.items.map((item): ItemStatus => ({ ...item, state: decisions.get(item.itemNo) ?? 'later' }))
  return changed(job, event.consentId, (each) => ({ ...each, answer, items }))
}

function changed(job: Job, consentId: string, change: (consent: Consent) => Consent): Job {
  return { ...job, consents: job.consents.map((consent) => (consent.consentId === consentId ? change(consent) : consent)) }
}

function withState(consent: Consent, itemNos: readonly number[], state: ItemStatus['state']): Consent {
  return mapItems(consent, itemNos, (item) => ({ ...item, state }))
}

function mapItems(consent: Consent, itemNos: readonly number[], change: (item: ItemStatus) => ItemStatus): Consent {
  return { ...consent, items: consent.items.map((item) => (itemNos.includes(item.itemNo) ? change(item) : item)) }
}

function isPending(job: Job, consentId: string, itemNo: number): boolean {
  const consent = job.consents.find((each) => each.consentId === consentId)
  return consent !== undefined && itemState(consent, itemNo) === 'pending'
}
