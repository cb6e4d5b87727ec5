import type { ActorId, BayId, EventId, JobId, PersonId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { ConsentEvent } from '../consent/events.ts'
import type { MaterialEvent } from '../materials/events.ts'
import type { PricingEvent } from '../pricing/events.ts'
import type { ArrivalClass, PauseReason } from '../queue/types.ts'
import type { Assignment, ConflictKind } from './conflict.ts'
import type { PlatformJobEvent } from './platformEvents.ts'
import type { RecordedEvidence, CancelledBy, Origin, RequestedService, StepKind } from './types.ts'
import type { Customer, Vehicle } from './visit.ts'

/** What happened to a job. Every type has one author side, shop or platform. Facts are never edited; a later event corrects them. */
export type JobEvent = ShopJobEvent | PlatformJobEvent
export type ShopJobEvent = LifeEvent | MaterialEvent | ConsentEvent | PricingEvent

/** The visit itself: from booking to hand-over. */
export type LifeEvent =
  | {
      readonly type: 'jobOpened'
      readonly jobNo: number
      readonly origin: Origin
      readonly slotStartUtcMs: UtcMs | null
      readonly customer: Customer
      readonly vehicle: Vehicle
      readonly services: readonly RequestedService[]
      readonly acceptedRial: Rial | null
      readonly note: string
    }
  | { readonly type: 'customerArrived'; readonly arrivalClass: ArrivalClass; readonly evidence: RecordedEvidence }
  | { readonly type: 'workStarted'; readonly bayId: BayId; readonly mechanicId: PersonId }
  | { readonly type: 'servedOutOfTurn'; readonly reason: string; readonly passedOver: readonly JobId[] }
  | { readonly type: 'workPaused'; readonly reason: PauseReason; readonly note: string; readonly freesBay: boolean }
  | { readonly type: 'workResumed'; readonly bayId: BayId; readonly mechanicId: PersonId }
  | { readonly type: 'workFinished' }
  | { readonly type: 'carHandedOver' }
  | { readonly type: 'jobCancelled'; readonly by: CancelledBy; readonly reason: string }
  | { readonly type: 'noShowMarked'; readonly by: 'clock' | 'desk' }
  | { readonly type: 'slotMoved'; readonly fromUtcMs: UtcMs | null; readonly toUtcMs: UtcMs; readonly reason: string }
  | { readonly type: 'stepWithdrawn'; readonly step: StepKind; readonly withdraws: EventId; readonly reason: string }
  | {
      readonly type: 'detailsCorrected'
      readonly customer: Customer
      readonly vehicle: Vehicle
      readonly services: readonly RequestedService[]
      readonly note: string
      readonly reason: string
    }
  | { readonly type: 'vehicleNoted'; readonly vin: string | null; readonly odometerKm: number | null }
  /** A person has looked at two facts that were recorded apart; of a double start he says who works where. */
  | {
      readonly type: 'conflictSettled'
      readonly kind: ConflictKind
      readonly about: readonly EventId[]
      readonly assigned: Assignment | null
      readonly note: string
    }

export type JobEventType = JobEvent['type']

/** An event as the log holds it, with what the reducer needs of its envelope. */
export type RecordedJobEvent = {
  readonly eventId: EventId
  readonly jobId: JobId
  readonly atUtcMs: UtcMs
  readonly actorId: ActorId
  /** Earlier events of the stream that the writer had not seen (core/sync/order); left out where he had seen them all. */
  readonly apart?: readonly EventId[]
  readonly event: JobEvent
}
