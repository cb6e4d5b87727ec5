import type { BayId, ConsentId, EventId, JobId, PersonId, Sha256Hex } from '../basics/ids.ts'
import type { UtcMs } from '../basics/instant.ts'
import type { Rial } from '../basics/rial.ts'
import type { BookingRow } from '../domain/booking/types.ts'
import type { RequestState } from '../domain/consent/state.ts'
import type { Consent, ConsentGrade, CounterChannel, Decider, Decision, Finding, Signature } from '../domain/consent/types.ts'
import type { Bay, Garage } from '../domain/garage/types.ts'
import type { JobEvent } from '../domain/job/events.ts'
import type { Conflict } from '../domain/job/conflict.ts'
import type {
  Alarm,
  CustomerRating,
  RecordedEvidence,
  CancelledBy,
  Origin,
  OutOfTurn,
  Pause,
  PhaseKind,
  RequestedService,
  StepKind,
} from '../domain/job/types.ts'
import type { ClockState, Customer, Vehicle, VehicleFacts } from '../domain/job/visit.ts'
import type { PartUse } from '../domain/materials/types.ts'
import type { CapMeter, ClosingRow, Difference } from '../domain/pricing/closing.ts'
import type { Bill, BillLine, Debt, Offer, Payment } from '../domain/pricing/types.ts'
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
  readonly account: CardAccount
}

/** What a card of the board says of money, consent and what is left to put right. */
export type CardAccount = {
  readonly usedRial: Rial
  readonly toPayRial: Rial
  readonly paidRial: Rial
  /** What is left to pay of the bill, or of what would be billed now. */
  readonly leftRial: Rial
  /** The newest request that is open or answered; null when nothing was asked. */
  readonly consent: {
    readonly consentId: ConsentId
    readonly state: RequestState
    readonly items: number
    readonly accepted: number
    readonly askedAtUtcMs: UtcMs
  } | null
  /** Findings that nobody has asked the customer about yet. */
  readonly openFindings: number
  readonly differences: number
  readonly alarms: number
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
  readonly origin: Origin
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
  readonly account: JobAccount
}

/** Requested, consented, used, billed and paid, with the facts that they come from. */
export type JobAccount = {
  readonly offer: Offer | null
  readonly facts: VehicleFacts
  readonly rows: readonly ClosingRow[]
  readonly differences: readonly Difference[]
  readonly meter: CapMeter
  readonly findings: readonly FindingView[]
  /** Newest first. */
  readonly consents: readonly ConsentView[]
  readonly uses: readonly UseView[]
  readonly bill: Bill | null
  /** What the bill would be by what is used now. */
  readonly proposedLines: readonly BillLine[]
  /** Today's rate: that of a bill or an item that is made now. A bill that stands has its own. */
  readonly vatPermyriad: number
  readonly payments: readonly (Payment & { readonly byName: string | null })[]
  readonly debt: (Debt & { readonly byName: string | null }) | null
  readonly alarms: readonly Alarm[]
  readonly conflicts: readonly Conflict[]
  readonly rating: CustomerRating | null
}

export type FindingView = {
  readonly finding: Finding
  readonly byName: string | null
  /** The newest request that asks about it. */
  readonly consentId: ConsentId | null
}

export type UseView = { readonly use: PartUse; readonly byName: string | null }

export type ConsentView = {
  readonly consent: Consent
  readonly state: RequestState
  /** Of the answer; null before it. */
  readonly grade: ConsentGrade | null
  readonly askedByName: string | null
  readonly recordedByName: string | null
  /** What the customer has pressed and signed so far, or said by call, and nobody has recorded yet; the newest first. */
  readonly drafts: readonly ConsentDraft[]
}

/** An answer that is being given: kept at every stroke, so that a power cut between signature and save loses nothing. */
export type ConsentDraft = {
  readonly consentId: ConsentId
  readonly snapshotHash: Sha256Hex
  readonly channel: CounterChannel
  readonly answers: readonly { readonly itemNo: number; readonly decision: Decision; readonly condition: string }[]
  readonly decidedBy: Decider
  readonly signature: Signature | null
  readonly savedAtUtcMs: UtcMs
}

/** What one mechanic has to do. */
export type MechanicView = {
  readonly personId: PersonId
  readonly running: readonly WorkCard[]
  /** Whom the queue gives him next, when it is somebody's turn now. */
  readonly next: { readonly card: WaitingCard; readonly bay: Bay } | null
}

export type StoredPhoto = { readonly hash: Sha256Hex; readonly width: number; readonly height: number }

/** Why a picture was not kept. */
export type PhotoRefusal =
  | { readonly code: 'photoTooLarge'; readonly mostBytes: number }
  | { readonly code: 'photoKindUnknown' }
  /** More pixels than a camera takes: a small file that would fill the memory. */
  | { readonly code: 'photoTooManyPixels'; readonly most: number }
  /** It still says where and with what it was taken. */
  | { readonly code: 'photoHasMetadata' }

/** A proof to be saved: one HTML file that shows and checks itself, and that docs/verify.html and `npm run verify` check apart from us. */
export type ProofFile = { readonly fileName: string; readonly html: string }

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

export type { RequestState } from '../domain/consent/state.ts'
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
export type ChangeTopic = 'today' | 'requests' | 'sync' | 'jobs' | 'garage' | 'minute' | 'everything'
