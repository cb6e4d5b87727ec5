import type { ActorId, BayId, EventId, JobId, PersonId, RequestId, ServiceId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Consent, Finding } from '../consent/types.ts'
import type { PartUse, RequestedMaterial } from '../materials/types.ts'
import type { Bill, Debt, LeftOut, Offer, Payment } from '../pricing/types.ts'
import type { ArrivalClass, Needs, PauseReason } from '../queue/types.ts'
import type { Conflict } from './conflict.ts'
import type { ClockState, Customer, Vehicle, VehicleFacts } from './visit.ts'

/** One requested service with the minutes and the price it was quoted at: later changes of the price list do not reach it. */
export type RequestedService = {
  readonly serviceId: ServiceId
  readonly title: string
  readonly quotedMin: number
  readonly priceRial: Rial
  readonly needs: Needs
}

/** Where a job came from: a file, the counter, the platform. A booking keeps the reference by which it is recognised again. */
export type Origin =
  | { readonly kind: 'booking'; readonly bookingRef: string; readonly fileName: string }
  | { readonly kind: 'walkIn' }
  | { readonly kind: 'platform'; readonly bookingRef: string; readonly requestId: RequestId | null }

/** Why a visit has its class: kept for the visit, whatever is set or done later (queue.md, policy 1). */
export type RecordedEvidence = {
  readonly slotStartUtcMs: UtcMs | null
  readonly graceMin: number
  readonly clock: ClockState
  /** The arrival that was taken back and that this one counts from; null where it counts from its own moment. */
  readonly countsFrom: EarlierArrival | null
}

/** A recorded arrival by its event, and the moment that it stood for. */
export type EarlierArrival = { readonly arrivalId: EventId; readonly arrivedAtUtcMs: UtcMs }

/** An arrival that was taken back, with what it rested on: the only earlier moment that a later one can count from. */
export type WithdrawnArrival = EarlierArrival & { readonly slotStartUtcMs: UtcMs | null; readonly clock: ClockState }

export type Arrival = {
  readonly arrivedAtUtcMs: UtcMs
  readonly arrivalClass: ArrivalClass
  readonly evidence: RecordedEvidence
  readonly recordedBy: ActorId
}

/** Work done so far. `sinceUtcMs` is null while the work stands. */
export type Work = {
  readonly bayId: BayId
  readonly mechanicId: PersonId
  readonly startedAtUtcMs: UtcMs
  readonly workedMsBefore: number
  readonly sinceUtcMs: UtcMs | null
}

export type Pause = { readonly reason: PauseReason; readonly note: string; readonly freesBay: boolean; readonly pausedAtUtcMs: UtcMs }

/** The job's life: expected -> waiting -> in work, paused -> finished -> handed over; cancelled and no-show on the way. */
export type Phase =
  | { readonly kind: 'expected' }
  | { readonly kind: 'waiting'; readonly arrival: Arrival }
  | { readonly kind: 'inWork'; readonly arrival: Arrival; readonly work: Work }
  | { readonly kind: 'paused'; readonly arrival: Arrival; readonly work: Work; readonly pause: Pause }
  | { readonly kind: 'finished'; readonly arrival: Arrival; readonly work: Work; readonly finishedAtUtcMs: UtcMs }
  | {
      readonly kind: 'handedOver'
      readonly arrival: Arrival
      readonly work: Work
      readonly finishedAtUtcMs: UtcMs
      readonly handedOverAtUtcMs: UtcMs
    }
  | {
      readonly kind: 'cancelled'
      readonly arrival: Arrival | null
      readonly by: CancelledBy
      readonly reason: string
      readonly cancelledAtUtcMs: UtcMs
    }
  | { readonly kind: 'noShow'; readonly markedAtUtcMs: UtcMs }

export type PhaseKind = Phase['kind']
export type CancelledBy = 'customer' | 'garage'

/** A step that can be taken back by a later event while it is the last one. */
export type StepKind = 'checkIn' | 'start' | 'pause' | 'resume' | 'finish' | 'handOver' | 'cancel' | 'noShow' | 'moveSlot'

export type Step = {
  readonly eventId: EventId
  readonly kind: StepKind
  readonly atUtcMs: UtcMs
  /** What taking the step back restores. */
  readonly phaseBefore: Phase
  readonly slotBeforeUtcMs: UtcMs | null
}

/** Served before others by a decision of the desk (queue.md, policy 10). */
export type OutOfTurn = { readonly reason: string; readonly passedOver: readonly JobId[]; readonly atUtcMs: UtcMs; readonly by: ActorId }

/**
 * A recorded fact that breaks a term, which only a merge of two devices or a by-passed program can bring: kept in the log,
 * left out of what is folded, and told.
 */
export type Alarm = { readonly code: AlarmCode; readonly eventId: EventId; readonly atUtcMs: UtcMs }
export type AlarmCode =
  | 'requestRefused'
  | 'usedWithoutBasis'
  | 'startedWithoutConsent'
  | 'billRefused'
  | 'paymentRefused'
  | 'answerRefused'
  | 'withdrawalRefused'

/** Stars from 1 to 5. */
export type CustomerRating = { readonly stars: number; readonly text: string; readonly atUtcMs: UtcMs }

export type Job = {
  readonly jobId: JobId
  readonly jobNo: number
  readonly origin: Origin
  readonly openedAtUtcMs: UtcMs
  readonly slotStartUtcMs: UtcMs | null
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly services: readonly RequestedService[]
  /** What the customer accepted on the platform; null for a visit without an offer. */
  readonly acceptedRial: Rial | null
  /** Which offer that was; null for a visit without one, and for a file that does not name it. */
  readonly offer: Offer | null
  readonly materials: readonly RequestedMaterial[]
  readonly facts: VehicleFacts
  readonly note: string
  readonly phase: Phase
  readonly steps: readonly Step[]
  readonly withdrawnArrivals: readonly WithdrawnArrival[]
  readonly outOfTurn: OutOfTurn | null
  readonly findings: readonly Finding[]
  /** Oldest first. One at most is open. */
  readonly consents: readonly Consent[]
  readonly uses: readonly PartUse[]
  readonly leftOut: readonly LeftOut[]
  readonly bill: Bill | null
  readonly payments: readonly Payment[]
  readonly debt: Debt | null
  /** What the customer says of the visit, on the platform. */
  readonly rating: CustomerRating | null
  readonly alarms: readonly Alarm[]
  readonly conflicts: readonly Conflict[]
}
