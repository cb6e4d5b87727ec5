import { assertNever } from '../../basics/assertNever.ts'
import type { EventId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import { evolveConsent } from '../consent/evolve.ts'
import { hasAnswer } from '../consent/state.ts'
import { evolveMaterial } from '../materials/evolve.ts'
import { billProblem } from '../pricing/bill.ts'
import { evolvePricing } from '../pricing/evolve.ts'
import { withAlarm } from './alarm.ts'
import type { RecordedJobEvent } from './events.ts'
import type { Job, Phase, RecordedEvidence, Step, StepKind, WithdrawnArrival, Work } from './types.ts'

/**
 * Folds one recorded event into the job. Total: an event that does not fit the phase (two PCs acting apart) leaves the
 * job as it stands, for the log keeps the fact and nothing may crash a screen. A stream begins with `jobOpened`.
 */
export function evolve(job: Job | null, recorded: RecordedJobEvent): Job | null {
  const { event, eventId, atUtcMs } = recorded
  if (event.type === 'jobOpened') return job ?? opened(recorded, event)
  if (job === null) return null
  const { phase } = job
  switch (event.type) {
    case 'customerArrived': {
      if (phase.kind !== 'expected' && phase.kind !== 'noShow') return job
      const arrival = {
        arrivedAtUtcMs: countsFrom(job, event.evidence) ?? atUtcMs,
        arrivalClass: event.arrivalClass,
        evidence: event.evidence,
        recordedBy: recorded.actorId,
      }
      return step(job, 'checkIn', eventId, atUtcMs, { kind: 'waiting', arrival })
    }
    case 'workStarted': {
      if (phase.kind !== 'waiting') return job
      const work: Work = {
        bayId: event.bayId,
        mechanicId: event.mechanicId,
        startedAtUtcMs: atUtcMs,
        workedMsBefore: 0,
        sinceUtcMs: atUtcMs,
      }
      return step(job, 'start', eventId, atUtcMs, { kind: 'inWork', arrival: phase.arrival, work })
    }
    case 'servedOutOfTurn':
      return { ...job, outOfTurn: { reason: event.reason, passedOver: event.passedOver, atUtcMs, by: recorded.actorId } }
    case 'workPaused': {
      if (phase.kind !== 'inWork') return job
      const pause = { reason: event.reason, note: event.note, freesBay: event.freesBay, pausedAtUtcMs: atUtcMs }
      return step(job, 'pause', eventId, atUtcMs, { kind: 'paused', arrival: phase.arrival, work: stopped(phase.work, atUtcMs), pause })
    }
    case 'workResumed': {
      if (phase.kind !== 'paused') return job
      const work = { ...phase.work, bayId: event.bayId, mechanicId: event.mechanicId, sinceUtcMs: atUtcMs }
      return step(job, 'resume', eventId, atUtcMs, { kind: 'inWork', arrival: phase.arrival, work })
    }
    case 'workFinished': {
      if (phase.kind !== 'inWork' && phase.kind !== 'paused') return job
      const work = stopped(phase.work, atUtcMs)
      return step(job, 'finish', eventId, atUtcMs, { kind: 'finished', arrival: phase.arrival, work, finishedAtUtcMs: atUtcMs })
    }
    case 'carHandedOver':
      if (phase.kind !== 'finished') return job
      return step(job, 'handOver', eventId, atUtcMs, { ...phase, kind: 'handedOver', handedOverAtUtcMs: atUtcMs })
    case 'jobCancelled': {
      if (phase.kind === 'finished' || phase.kind === 'handedOver' || phase.kind === 'cancelled') return job
      const arrival = 'arrival' in phase ? phase.arrival : null
      return step(job, 'cancel', eventId, atUtcMs, {
        kind: 'cancelled',
        arrival,
        by: event.by,
        reason: event.reason,
        cancelledAtUtcMs: atUtcMs,
      })
    }
    case 'noShowMarked':
      if (phase.kind !== 'expected') return job
      return step(job, 'noShow', eventId, atUtcMs, { kind: 'noShow', markedAtUtcMs: atUtcMs })
    case 'slotMoved': {
      if (phase.kind !== 'expected' && phase.kind !== 'waiting' && phase.kind !== 'noShow') return job
      return { ...step(job, 'moveSlot', eventId, atUtcMs, { kind: 'expected' }), slotStartUtcMs: event.toUtcMs }
    }
    case 'stepWithdrawn':
      return withdrawn(job, event.withdraws)
    case 'detailsCorrected':
      return detailsCorrected(job, recorded, event)
    case 'vehicleNoted':
      return { ...job, facts: { vin: event.vin, odometerKm: event.odometerKm } }
    case 'workRequested':
    case 'partUsed':
    case 'partTakenBack':
      return evolveMaterial(job, recorded, event)
    case 'findingReported':
    case 'findingDropped':
    case 'consentAsked':
    case 'consentShown':
    case 'consentAnswered':
    case 'consentPostponed':
    case 'consentWithdrawn':
    case 'consentVoided':
    case 'itemStarted':
    case 'itemStartTakenBack':
      return evolveConsent(job, recorded, event)
    case 'lineLeftOut':
    case 'lineTakenIn':
    case 'billSet':
    case 'paymentTaken':
    case 'paymentRefunded':
    case 'debtRecorded':
      return evolvePricing(job, recorded, event)
    default:
      return assertNever(event)
  }
}

/** Milliseconds worked until `nowUtcMs`. A clock that was set back counts nothing, never a negative time. */
export function workedMs(work: Work, nowUtcMs: UtcMs): number {
  return work.workedMsBefore + (work.sinceUtcMs === null ? 0 : Math.max(0, nowUtcMs - work.sinceUtcMs))
}

function opened({ jobId, atUtcMs }: RecordedJobEvent, event: Extract<RecordedJobEvent['event'], { type: 'jobOpened' }>): Job {
  const { type: _, ...facts } = event
  return {
    jobId,
    openedAtUtcMs: atUtcMs,
    ...facts,
    offer: null,
    materials: [],
    facts: { vin: null, odometerKm: null },
    phase: { kind: 'expected' },
    steps: [],
    withdrawnArrivals: [],
    outOfTurn: null,
    findings: [],
    consents: [],
    uses: [],
    leftOut: [],
    bill: null,
    payments: [],
    debt: null,
    alarms: [],
  }
}

/**
 * Services that a bill or an answered total rests on stay: a correction made apart, on another PC, cannot take the ground
 * from under them.
 */
function detailsCorrected(
  job: Job,
  recorded: RecordedJobEvent,
  event: Extract<RecordedJobEvent['event'], { type: 'detailsCorrected' }>,
): Job {
  const { customer, vehicle, services, note } = event
  const corrected = { ...job, customer, vehicle, note }
  const asked = { ...corrected, services }
  const isChanged = services.map((each) => each.serviceId).join() !== job.services.map((each) => each.serviceId).join()
  const unbilled = job.bill !== null && billProblem(asked, job.bill.lines, job.bill.discount) !== null
  const broken = unbilled || (isChanged && hasAnswer(job))
  return broken ? withAlarm(corrected, 'requestRefused', recorded) : asked
}

function step(job: Job, kind: StepKind, eventId: EventId, atUtcMs: UtcMs, phase: Phase): Job {
  const taken: Step = { eventId, kind, atUtcMs, phaseBefore: job.phase, slotBeforeUtcMs: job.slotStartUtcMs }
  return { ...job, phase, steps: [...job.steps, taken] }
}

/** Takes the last step back. An earlier one stays: what was built on it cannot be unmade by half. */
function withdrawn(job: Job, eventId: EventId): Job {
  const last = job.steps.at(-1)
  if (last?.eventId !== eventId) return job
  return {
    ...job,
    phase: last.phaseBefore,
    slotStartUtcMs: last.slotBeforeUtcMs,
    steps: job.steps.slice(0, -1),
    withdrawnArrivals: last.kind === 'checkIn' ? [...job.withdrawnArrivals, ...arrivalOf(job, eventId)] : job.withdrawnArrivals,
    outOfTurn: last.kind === 'start' ? null : job.outOfTurn,
  }
}

function arrivalOf({ phase }: Job, arrivalId: EventId): readonly WithdrawnArrival[] {
  if (phase.kind !== 'waiting') return []
  const { arrivedAtUtcMs, evidence } = phase.arrival
  return [{ arrivalId, arrivedAtUtcMs, slotStartUtcMs: evidence.slotStartUtcMs, clock: evidence.clock }]
}

/** Only a moment that stands in this job's own stream is believed, whoever wrote the event. */
function countsFrom({ withdrawnArrivals }: Job, evidence: RecordedEvidence): UtcMs | null {
  return withdrawnArrivals.find(({ arrivalId }) => arrivalId === evidence.countsFrom?.arrivalId)?.arrivedAtUtcMs ?? null
}

function stopped(work: Work, atUtcMs: UtcMs): Work {
  return { ...work, workedMsBefore: workedMs(work, atUtcMs), sinceUtcMs: null }
}
