import type { BayId, EventId, JobId, PersonId, ServiceId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { ConsentCommand } from '../consent/commands.ts'
import type { MaterialCommand } from '../materials/commands.ts'
import type { RequestedMaterial } from '../materials/types.ts'
import type { PricingCommand } from '../pricing/commands.ts'
import type { PauseReason } from '../queue/types.ts'
import type { Assignment } from './conflict.ts'
import type { CancelledBy, StepKind } from './types.ts'
import type { Customer, Vehicle } from './visit.ts'

/** What a person can ask of a job. Each becomes events or a refusal with a code (decide.ts). */
export type JobCommand = LifeCommand | MaterialCommand | ConsentCommand | PricingCommand

export type LifeCommand =
  | {
      readonly type: 'openVisit'
      readonly customer: Customer
      readonly vehicle: Vehicle
      readonly serviceIds: readonly ServiceId[]
      readonly materials: readonly Omit<RequestedMaterial, 'lineNo'>[]
      readonly note: string
      /** Set once the desk has seen that this plate is already in the garage or booked for today. */
      readonly plateSeenTwice: boolean
    }
  | { readonly type: 'checkIn'; readonly jobId: JobId }
  /** After an arrival of today was taken back: counts from that one, or with null from now. */
  | { readonly type: 'checkInAgain'; readonly jobId: JobId; readonly arrivalId: EventId | null }
  | {
      readonly type: 'startWork'
      readonly jobId: JobId
      readonly bayId: BayId
      readonly mechanicId: PersonId
      /** Wanted when somebody else's turn would be passed over; null otherwise. */
      readonly overrideReason: string | null
    }
  | { readonly type: 'pauseWork'; readonly jobId: JobId; readonly reason: PauseReason; readonly note: string; readonly freesBay: boolean }
  | { readonly type: 'resumeWork'; readonly jobId: JobId; readonly bayId: BayId; readonly mechanicId: PersonId }
  | { readonly type: 'finishWork'; readonly jobId: JobId }
  | { readonly type: 'cancelJob'; readonly jobId: JobId; readonly by: CancelledBy; readonly reason: string }
  | { readonly type: 'markNoShow'; readonly jobId: JobId }
  | { readonly type: 'moveSlot'; readonly jobId: JobId; readonly toUtcMs: UtcMs; readonly reason: string }
  | { readonly type: 'withdrawStep'; readonly jobId: JobId; readonly step: StepKind; readonly reason: string }
  | {
      readonly type: 'correctDetails'
      readonly jobId: JobId
      readonly customer: Customer
      readonly vehicle: Vehicle
      readonly serviceIds: readonly ServiceId[]
      readonly note: string
      readonly reason: string
    }
  | { readonly type: 'noteVehicle'; readonly jobId: JobId; readonly vin: string | null; readonly odometerKm: number | null }
  /** `assigned` is wanted for a double start and nothing else. */
  | {
      readonly type: 'settleConflict'
      readonly jobId: JobId
      readonly about: readonly EventId[]
      readonly assigned: Assignment | null
      readonly note: string
    }

export type JobCommandType = JobCommand['type']
