import { assertNever } from '../../basics/assertNever.ts'
import { withAlarm } from './alarm.ts'
import { evolveConsent } from '../consent/evolve.ts'
import { evolveMaterial } from '../materials/evolve.ts'
import { evolvePricing } from '../pricing/evolve.ts'
import type { RecordedJobEvent } from './events.ts'
import { evolveLife } from './life.ts'
import { evolvePlatform } from './platform.ts'
import type { Job } from './types.ts'

export { workedMs } from './life.ts'

/**
 * Folds one recorded event into the job. Total: an event that does not fit the phase (two PCs acting apart) leaves the
 * job as it stands or makes a conflict of it, for the log keeps the fact and nothing may crash a screen. A stream begins with
 * `jobOpened`, or on the platform with `bookingMade`.
 */
export function evolve(job: Job | null, recorded: RecordedJobEvent): Job | null {
  const { event } = recorded
  if (event.type === 'jobOpened' || event.type === 'bookingMade') {
    if (job === null) return opened(recorded, event)
    // What the customer accepted on the platform is the ground of its job, whatever else somebody wrote into the stream before it.
    const ground = event.type === 'bookingMade' && job.origin.kind !== 'platform' ? opened(recorded, event) : job
    return withAlarm(ground, 'requestRefused', recorded)
  }
  if (job === null) return null
  switch (event.type) {
    case 'customerArrived':
    case 'workStarted':
    case 'servedOutOfTurn':
    case 'workPaused':
    case 'workResumed':
    case 'workFinished':
    case 'carHandedOver':
    case 'jobCancelled':
    case 'noShowMarked':
    case 'slotMoved':
    case 'stepWithdrawn':
    case 'detailsCorrected':
    case 'vehicleNoted':
    case 'conflictSettled':
      return evolveLife(job, recorded, event)
    case 'workRequested':
    case 'partUsed':
    case 'partTakenBack':
      return evolveMaterial(job, recorded, event)
    case 'findingReported':
    case 'findingDropped':
    case 'consentAsked':
    case 'consentShown':
    case 'consentLinkMade':
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
    case 'bookingMoved':
    case 'bookingCancelled':
    case 'linkOpened':
    case 'answerReceived':
    case 'visitRated':
      return evolvePlatform(job, recorded, event)
    default:
      return assertNever(event)
  }
}

function opened(
  { jobId, atUtcMs }: RecordedJobEvent,
  event: Extract<RecordedJobEvent['event'], { type: 'jobOpened' | 'bookingMade' }>,
): Job {
  return { ...empty, jobId, openedAtUtcMs: atUtcMs, ...openingFacts(event) }
}

type OpeningFacts = Pick<
  Job,
  'jobNo' | 'origin' | 'slotStartUtcMs' | 'customer' | 'vehicle' | 'services' | 'materials' | 'acceptedRial' | 'offer' | 'note'
>

function openingFacts(event: Extract<RecordedJobEvent['event'], { type: 'jobOpened' | 'bookingMade' }>): OpeningFacts {
  if (event.type === 'jobOpened') {
    const { type: _, ...facts } = event
    return { ...facts, materials: [], offer: null }
  }
  const { type: _, bookingRef, requestId, ...facts } = event
  return { ...facts, origin: { kind: 'platform', bookingRef, requestId } }
}

const empty = {
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
  rating: null,
  alarms: [],
  conflicts: [],
} as const
