import type { BayId, EventId, JobId, PersonId } from '../basics/ids.ts'
import type { UtcMs } from '../basics/instant.ts'
import type { Rial } from '../basics/rial.ts'
import type { BookingRow } from '../domain/booking/types.ts'
import type { Bay, Garage } from '../domain/garage/types.ts'
import type { JobEvent } from '../domain/job/events.ts'
import type {
  RecordedEvidence,
  CancelledBy,
  ClockState,
  Customer,
  OutOfTurn,
  Pause,
  PhaseKind,
  RequestedService,
  StepKind,
  Vehicle,
} from '../domain/job/types.ts'
import type { QueueRow } from '../domain/queue/row.ts'
import type { ArrivalClass } from '../domain/queue/types.ts'
import type { IsoDate } from '../persian/jalali.ts'

/** What every card of the board shows of a job. */
export type JobCard = {
  readonly jobId: JobId
  readonly jobNo: number
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly services: readonly RequestedService[]
  readonly slotStartUtcMs: UtcMs | null
  /** What may be asked at most: the accepted price, or for a visit without one the sum of the quoted prices. */
  readonly capRial: Rial
  readonly acceptedRial: Rial | null
  readonly note: string
}

export type ExpectedCard = JobCard & {
  readonly slotStartUtcMs: UtcMs
  /** The grace has passed: the slot is open to others, the customer would now count as late. */
  readonly released: boolean
  readonly noShowAtUtcMs: UtcMs
}

export type WaitingCard = JobCard & {
  readonly arrivedAtUtcMs: UtcMs
  readonly arrivalClass: ArrivalClass
  readonly evidence: RecordedEvidence
  readonly recordedByName: string | null
  /** Position, turn, reason, expected start: as core/domain/queue explains it. */
  readonly row: QueueRow
  /** Times that somebody was served before this customer by override, newest last. */
  readonly passedOverBy: readonly PassedOver[]
}

export type PassedOver = { readonly jobId: JobId; readonly jobNo: number; readonly reason: string; readonly atUtcMs: UtcMs }

export type WorkCard = JobCard & {
  readonly phase: 'inWork' | 'paused'
  readonly bayId: BayId
  readonly mechanicId: PersonId
  readonly mechanicName: string
  readonly startedAtUtcMs: UtcMs
  readonly workedMsBefore: number
  readonly sinceUtcMs: UtcMs | null
  readonly estimateMin: number
  readonly endsAboutUtcMs: UtcMs | null
  readonly pause: Pause | null
}

export type BayStrip = {
  readonly bay: Bay
  readonly job: WorkCard | null
  /** Who the queue would send into this bay next, and about when. */
  readonly next: { readonly jobId: JobId; readonly position: number; readonly aboutUtcMs: UtcMs } | null
}

export type ReadyCard = JobCard & { readonly finishedAtUtcMs: UtcMs; readonly workedMs: number }

export type MissedCard = JobCard & { readonly slotStartUtcMs: UtcMs }

/** The screen that stays open. */
export type TodayBoard = {
  readonly nowUtcMs: UtcMs
  readonly date: IsoDate
  readonly clock: ClockState
  readonly expected: readonly ExpectedCard[]
  /** Booked for earlier days, never arrived and never marked: asked about, not marked by the program. */
  readonly unresolved: readonly MissedCard[]
  readonly waiting: readonly WaitingCard[]
  readonly bays: readonly BayStrip[]
  /** Paused work that freed its bay. */
  readonly standing: readonly WorkCard[]
  readonly ready: readonly ReadyCard[]
  readonly handedOverToday: number
  readonly noShowsToday: readonly MissedCard[]
  readonly cancelledToday: number
  readonly longestWaitMin: number | null
}

export type Actor = { readonly personId: PersonId | null; readonly name: string | null }

export type TimelineEntry = {
  readonly eventId: EventId
  readonly atUtcMs: UtcMs
  readonly actor: Actor
  readonly event: JobEvent
  /** Names of the bay and mechanic that the event speaks of, as they are called now. */
  readonly bayName: string | null
  readonly mechanicName: string | null
  /** A later entry took this step back. */
  readonly withdrawn: boolean
}

export type JobPage = {
  readonly card: JobCard
  readonly phase: PhaseKind
  readonly origin: { readonly kind: 'booking'; readonly bookingRef: string; readonly fileName: string } | { readonly kind: 'walkIn' }
  readonly openedAtUtcMs: UtcMs
  readonly arrival: { readonly atUtcMs: UtcMs; readonly arrivalClass: ArrivalClass; readonly evidence: RecordedEvidence } | null
  readonly bayId: BayId | null
  readonly bayName: string | null
  readonly mechanicId: PersonId | null
  readonly mechanicName: string | null
  readonly workedMs: number | null
  /** While work goes on: since when; the screen adds the running minutes itself. */
  readonly sinceUtcMs: UtcMs | null
  readonly estimateMin: number
  readonly pause: Pause | null
  readonly cancelled: { readonly by: CancelledBy; readonly reason: string } | null
  /** The step that can be taken back now. */
  readonly lastStep: StepKind | null
  readonly outOfTurn: OutOfTurn | null
  readonly passedOverBy: readonly PassedOver[]
  readonly row: QueueRow | null
  readonly timeline: readonly TimelineEntry[]
  /** Visits of the same plate or mobile, this one included. */
  readonly visitCount: number
}

export type VisitLine = {
  readonly jobId: JobId
  readonly jobNo: number
  readonly phase: PhaseKind
  /** Slot, else arrival, else opening: what the list is ordered by. */
  readonly atUtcMs: UtcMs
  readonly arrivalClass: ArrivalClass | null
  readonly vehicle: Vehicle
  readonly customer: Customer
  readonly serviceTitles: readonly string[]
  readonly capRial: Rial
}

/** One customer with one car, as the garage knows them from their visits. */
export type PartyLine = {
  readonly partyId: string
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly visits: number
  readonly lastVisit: VisitLine
  readonly onTime: number
  readonly late: number
  readonly noShows: number
}

export type PartyPage = { readonly party: PartyLine; readonly visits: readonly VisitLine[] }

/** A find of the search box: today's open job of the party when it has one, else its latest. */
export type SearchHit = {
  readonly partyId: string
  readonly job: VisitLine
  /** The visit is not over. */
  readonly open: boolean
  readonly matched: 'plate' | 'mobile' | 'name' | 'jobNo'
}

export type { BookingField, BookingFileProblem, BookingProblem, BookingRow, BookingWarning } from '../domain/booking/types.ts'

export type BookingPreview = {
  readonly good: number
  readonly bad: number
  readonly alreadyTaken: number
  readonly rows: readonly BookingRow[]
}

export type TakenBookings = { readonly taken: number; readonly bad: number; readonly alreadyTaken: number }

/** Why the garage's database was not opened. The file was left as it was. */
export type StartProblem =
  | { readonly code: 'databaseNewer'; readonly found: number; readonly known: number }
  | { readonly code: 'databaseOfOtherProgram' }
  | { readonly code: 'databaseUnreadable'; readonly sqlite: string }

/** What the page needs to know before it can show anything. */
export type Hello = {
  readonly programVersion: string
  /** When set nothing else works, and the screen says what to do. */
  readonly problem: StartProblem | null
  /** Null until the wizard has made a garage. */
  readonly garage: Garage | null
  readonly nowUtcMs: UtcMs
}

/** Said after every committed change and every minute. Screens ask again for what they show. */
export type Change = { readonly topics: readonly ChangeTopic[]; readonly jobIds: readonly JobId[] }
/** `everything`: another garage is open now (the demo was entered or left). */
export type ChangeTopic = 'today' | 'jobs' | 'garage' | 'minute' | 'everything'
