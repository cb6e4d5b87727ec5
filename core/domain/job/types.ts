import type { ActorId, BayId, EventId, JobId, PersonId, ServiceId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Mobile } from '../../persian/mobile.ts'
import type { Plate } from '../../persian/plate.ts'
import type { ArrivalClass, Needs, PauseReason } from '../queue/types.ts'

export type Customer = {
  /** As typed; folded only for search. Empty when a walk-in gave none. */
  readonly name: string
  readonly mobile: Mobile | null
}

export type Vehicle = {
  readonly plate: Plate
  /** Make and model as people say it, e.g. "پژو ۲۰۶". */
  readonly model: string
}

/** One requested service with the minutes and the price it was quoted at: later changes of the price list do not reach it. */
export type RequestedService = {
  readonly serviceId: ServiceId
  readonly title: string
  readonly quotedMin: number
  readonly priceRial: Rial
  readonly needs: Needs
}

/** Where a job came from. A booking keeps the reference by which a second import recognises it. */
export type Origin = { readonly kind: 'booking'; readonly bookingRef: string; readonly fileName: string } | { readonly kind: 'walkIn' }

/**
 * What is known of this PC's clock when something is recorded: `ok`, earlier than the log's last record (`behind`), or
 * moved by more than two minutes against the monotonic clock since the program started (`jumped`). Recorded, never a reason to refuse.
 */
export type ClockState = 'ok' | 'behind' | 'jumped'

/** Why a visit has its class: kept for the visit, whatever is set or done later (queue.md, policy 1). */
export type RecordedEvidence = {
  readonly slotStartUtcMs: UtcMs | null
  readonly graceMin: number
  readonly clock: ClockState
}

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
  readonly note: string
  readonly phase: Phase
  readonly steps: readonly Step[]
  readonly outOfTurn: OutOfTurn | null
}
