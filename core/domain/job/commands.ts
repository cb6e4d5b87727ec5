import type { BayId, JobId, PersonId, ServiceId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { PauseReason } from '../queue/types.ts'
import type { CancelledBy, Customer, StepKind, Vehicle } from './types.ts'

/** What a person can ask of a job. Each becomes events or a refusal with a code (decide.ts). */
export type JobCommand =
  | {
      readonly type: 'openVisit'
      readonly customer: Customer
      readonly vehicle: Vehicle
      readonly serviceIds: readonly ServiceId[]
      readonly note: string
      /** Set once the desk has seen that this plate is already in the garage or booked for today. */
      readonly plateSeenTwice: boolean
    }
  | { readonly type: 'checkIn'; readonly jobId: JobId }
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
  | { readonly type: 'handOver'; readonly jobId: JobId }
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

export type JobCommandType = JobCommand['type']
