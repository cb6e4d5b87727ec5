import { assertNever } from '../../basics/assertNever.ts'
import type { UtcMs } from '../../basics/instant.ts'
import { hasAnswer } from '../consent/state.ts'
import { billProblem } from '../pricing/bill.ts'
import { withAlarm } from './alarm.ts'
import { beforeUnseen, cancelled } from './cancelled.ts'
import { isAbout, isApart, notApplied, withConflict } from './apart.ts'
import type { Conflict } from './conflict.ts'
import type { LifeEvent, RecordedJobEvent } from './events.ts'
import { lastStep, newestStep, step, withdrawn } from './step.ts'
import type { Job, RecordedEvidence, Work } from './types.ts'

type EventOf<Type extends LifeEvent['type']> = Extract<LifeEvent, { type: Type }>

/** Folds the visit itself, from arrival to hand-over. */
export function evolveLife(job: Job, recorded: RecordedJobEvent, event: Exclude<LifeEvent, { type: 'jobOpened' }>): Job {
  const { eventId, atUtcMs } = recorded
  const { phase } = job
  switch (event.type) {
    case 'customerArrived':
      return arrived(job, recorded, event)
    case 'workStarted':
      return started(job, recorded, event)
    case 'servedOutOfTurn':
      return { ...job, outOfTurn: { reason: event.reason, passedOver: event.passedOver, atUtcMs, by: recorded.actorId } }
    case 'workPaused': {
      if (phase.kind !== 'inWork') return notApplied(job, recorded)
      const pause = { reason: event.reason, note: event.note, freesBay: event.freesBay, pausedAtUtcMs: atUtcMs }
      return step(job, 'pause', eventId, atUtcMs, { kind: 'paused', arrival: phase.arrival, work: stopped(phase.work, atUtcMs), pause })
    }
    case 'workResumed': {
      if (phase.kind !== 'paused') return notApplied(job, recorded)
      const work = { ...phase.work, bayId: event.bayId, mechanicId: event.mechanicId, sinceUtcMs: atUtcMs }
      return step(job, 'resume', eventId, atUtcMs, { kind: 'inWork', arrival: phase.arrival, work })
    }
    case 'workFinished':
      return finished(job, recorded)
    case 'carHandedOver':
      if (phase.kind !== 'finished') return notApplied(job, recorded)
      return step(job, 'handOver', eventId, atUtcMs, { ...phase, kind: 'handedOver', handedOverAtUtcMs: atUtcMs })
    case 'jobCancelled':
      return cancelled(job, recorded, event.by, event.reason, false)
    case 'noShowMarked':
      // A car that came in meanwhile says more than a clock that ran out.
      return phase.kind === 'expected' ? step(job, 'noShow', eventId, atUtcMs, { kind: 'noShow', markedAtUtcMs: atUtcMs }) : job
    case 'slotMoved':
      return moved(job, recorded, event.toUtcMs)
    case 'stepWithdrawn':
      return job.steps.at(-1)?.eventId === event.withdraws ? withdrawn(job, event.withdraws) : notApplied(job, recorded)
    case 'detailsCorrected':
      return detailsCorrected(job, recorded, event)
    case 'vehicleNoted':
      return { ...job, facts: { vin: event.vin, odometerKm: event.odometerKm } }
    case 'conflictSettled':
      return settled(job, recorded, event)
    default:
      return assertNever(event)
  }
}

/** Milliseconds worked until `nowUtcMs`. A clock that was set back counts nothing, never a negative time. */
export function workedMs(work: Work, nowUtcMs: UtcMs): number {
  return work.workedMsBefore + (work.sinceUtcMs === null ? 0 : Math.max(0, nowUtcMs - work.sinceUtcMs))
}

/** A slot that was moved, by the desk or on the platform. A car that stands in the garage is not sent away by who did not know of it. */
export function moved(job: Job, recorded: RecordedJobEvent, toUtcMs: UtcMs): Job {
  const { phase } = job
  const arrival = newestStep(job, 'checkIn')
  if (phase.kind !== 'expected' && phase.kind !== 'noShow' && arrival !== null && isApart(recorded, arrival.eventId)) {
    return withConflict(job, 'moveAfterArrival', [arrival.eventId, recorded.eventId], recorded)
  }
  if (phase.kind !== 'expected' && phase.kind !== 'waiting' && phase.kind !== 'noShow') return notApplied(job, recorded)
  const before = lastStep(job, 'moveSlot')
  const next = { ...step(job, 'moveSlot', recorded.eventId, recorded.atUtcMs, { kind: 'expected' }), slotStartUtcMs: toUtcMs }
  return before !== null && isApart(recorded, before.eventId)
    ? withConflict(next, 'movedTwice', [recorded.eventId, before.eventId], recorded)
    : next
}

function arrived(present: Job, recorded: RecordedJobEvent, { arrivalClass, evidence }: EventOf<'customerArrived'>): Job {
  const { eventId, atUtcMs } = recorded
  const { job, unseen } = beforeUnseen(present, recorded)
  // The same car checked in at two desks is one fact, told twice: the first one counts.
  if (job.phase.kind !== 'expected' && job.phase.kind !== 'noShow') return present
  const arrival = {
    arrivedAtUtcMs: countsFrom(job, evidence) ?? atUtcMs,
    arrivalClass,
    evidence,
    recordedBy: recorded.actorId,
  }
  const here = step(job, 'checkIn', eventId, atUtcMs, { kind: 'waiting', arrival })
  const crossing = present.steps.at(-1)
  if (unseen === null || crossing === undefined) return here
  return withConflict(here, unseen === 'cancel' ? 'cancelAfterArrival' : 'moveAfterArrival', [eventId, crossing.eventId], recorded)
}

function started(present: Job, recorded: RecordedJobEvent, { bayId, mechanicId }: EventOf<'workStarted'>): Job {
  const { eventId, atUtcMs } = recorded
  const { job, unseen } = beforeUnseen(present, recorded)
  const { phase } = job
  if (phase.kind !== 'waiting') {
    const other = newestStep(job, 'start')
    if (other === null || !isApart(recorded, other.eventId)) return notApplied(present, recorded)
    return withConflict(present, 'doubleStart', [other.eventId, eventId], recorded)
  }
  const work: Work = { bayId, mechanicId, startedAtUtcMs: atUtcMs, workedMsBefore: 0, sinceUtcMs: atUtcMs }
  const begun = step(job, 'start', eventId, atUtcMs, { kind: 'inWork', arrival: phase.arrival, work })
  const crossing = present.steps.at(-1)
  if (unseen === null || crossing === undefined) return begun
  return withConflict(begun, unseen === 'cancel' ? 'cancelAfterStart' : 'moveAfterArrival', [eventId, crossing.eventId], recorded)
}

/** Work that was finished is done, whoever cancelled it meanwhile without knowing. */
function finished(present: Job, recorded: RecordedJobEvent): Job {
  const { eventId, atUtcMs } = recorded
  const { job, unseen } = beforeUnseen(present, recorded)
  const { phase } = job
  if (phase.kind !== 'inWork' && phase.kind !== 'paused') return notApplied(present, recorded)
  const work = stopped(phase.work, atUtcMs)
  const done = step(job, 'finish', eventId, atUtcMs, { kind: 'finished', arrival: phase.arrival, work, finishedAtUtcMs: atUtcMs })
  const crossing = present.steps.at(-1)
  return unseen === null || crossing === undefined ? done : withConflict(done, 'cancelAfterStart', [eventId, crossing.eventId], recorded)
}

function settled(job: Job, recorded: RecordedJobEvent, { kind, about, assigned, note }: EventOf<'conflictSettled'>): Job {
  const found = job.conflicts.find((each) => each.kind === kind && isAbout(each, about))
  if (found === undefined || found.settled !== null) return job
  const settlement = { atUtcMs: recorded.atUtcMs, by: recorded.actorId, note, assigned }
  const conflicts = job.conflicts.map((each): Conflict => (each === found ? { ...each, settled: settlement } : each))
  const { phase } = job
  if (assigned === null || !('work' in phase)) return { ...job, conflicts }
  return { ...job, conflicts, phase: { ...phase, work: { ...phase.work, ...assigned } } }
}

/**
 * Services that a bill or an answered total rests on stay: a correction made apart, on another PC, cannot take the ground
 * from under them.
 */
function detailsCorrected(job: Job, recorded: RecordedJobEvent, event: EventOf<'detailsCorrected'>): Job {
  const { customer, vehicle, services, note } = event
  const corrected = { ...job, customer, vehicle, note }
  const asked = { ...corrected, services }
  const isChanged = services.map((each) => each.serviceId).join() !== job.services.map((each) => each.serviceId).join()
  const unbilled = job.bill !== null && billProblem(asked, job.bill.lines, job.bill.discount) !== null
  const broken = unbilled || (isChanged && hasAnswer(job))
  return broken ? withAlarm(corrected, 'requestRefused', recorded) : asked
}

/** Only a moment that stands in this job's own stream is believed, whoever wrote the event. */
function countsFrom({ withdrawnArrivals }: Job, { countsFrom: earlier }: RecordedEvidence): UtcMs | null {
  return withdrawnArrivals.find(({ arrivalId }) => arrivalId === earlier?.arrivalId)?.arrivedAtUtcMs ?? null
}

function stopped(work: Work, atUtcMs: UtcMs): Work {
  return { ...work, workedMsBefore: workedMs(work, atUtcMs), sinceUtcMs: null }
}
