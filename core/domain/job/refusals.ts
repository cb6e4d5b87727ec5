import type { BayId, JobId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { ConsentRefusal } from '../consent/refusals.ts'
import type { MaterialRefusal } from '../materials/refusals.ts'
import type { PricingRefusal } from '../pricing/refusals.ts'
import type { BayKind, Skill } from '../queue/types.ts'
import type { EarlierArrival, PhaseKind, StepKind } from './types.ts'

/** Why a command on a job was not carried out, with the facts that fill the words of renderer/i18n. Nothing was written. */
export type JobRefusal = LifeRefusal | MaterialRefusal | ConsentRefusal | PricingRefusal

export type LifeRefusal =
  | { readonly code: 'unknownJob' }
  | { readonly code: 'wrongPhase'; readonly phase: PhaseKind }
  | { readonly code: 'nameOrMobileMissing' }
  | { readonly code: 'serviceMissing' }
  | { readonly code: 'unknownService' }
  | { readonly code: 'unknownBay' }
  | { readonly code: 'unknownMechanic' }
  | { readonly code: 'reasonMissing' }
  | { readonly code: 'plateAlreadyHere'; readonly jobId: JobId; readonly jobNo: number }
  | { readonly code: 'plateIsBooked'; readonly jobId: JobId; readonly jobNo: number; readonly slotStartUtcMs: UtcMs }
  | { readonly code: 'slotOnAnotherDay'; readonly slotStartUtcMs: UtcMs }
  | { readonly code: 'bayTaken'; readonly bayId: BayId; readonly byJobId: JobId }
  | { readonly code: 'bayUnfit'; readonly wanted: readonly BayKind[] }
  | { readonly code: 'mechanicBusy'; readonly byJobId: JobId }
  | { readonly code: 'mechanicUnfit'; readonly missing: readonly Skill[] }
  | { readonly code: 'outOfTurn'; readonly passedOver: readonly JobId[] }
  | { readonly code: 'slotInPast' }
  | { readonly code: 'slotOnHoliday' }
  | { readonly code: 'slotOnClosedDay' }
  | { readonly code: 'slotOutsideHours' }
  | { readonly code: 'slotTooSoon'; readonly fromUtcMs: UtcMs }
  | { readonly code: 'tooEarlyForNoShow'; readonly fromUtcMs: UtcMs }
  /** The desk says which of these moments counts, or that the customer comes now. */
  | { readonly code: 'arrivalTakenBack'; readonly arrivals: readonly EarlierArrival[] }
  | { readonly code: 'unknownArrival' }
  | { readonly code: 'notLastStep'; readonly lastStep: StepKind | null }
  | { readonly code: 'vinWrong' }
  | { readonly code: 'unknownConflict' }
  | { readonly code: 'assignmentMissing' }
