import type { ActorId, ConsentId, DeviceId, EventId, GarageId, JobId, LinkId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Mobile } from '../../persian/mobile.ts'
import type { ClockState, Customer, Vehicle } from '../job/visit.ts'
import type { MaterialSpec, Quantity } from '../materials/types.ts'
import type { Offer } from '../pricing/types.ts'

/** How much the car's safety hangs on it (consent.md, record 4). */
export type SafetyGrade = 'unsafe' | 'soon' | 'advisory'
export const safetyGrades: readonly SafetyGrade[] = ['unsafe', 'soon', 'advisory']

export type Condition = 'new' | 'used' | 'reconditioned'
export const conditions: readonly Condition[] = ['new', 'used', 'reconditioned']

/** What a mechanic saw beyond the requested work. Photos are named by the hash of their bytes. */
export type Finding = {
  /** The event that recorded it. */
  readonly findingId: EventId
  readonly title: string
  readonly note: string
  readonly grade: SafetyGrade
  readonly photos: readonly Sha256Hex[]
  readonly atUtcMs: UtcMs
  readonly by: ActorId
  /** Not worth asking for, and why; null while it stands. */
  readonly droppedFor: string | null
}

export type ItemPrice = { readonly partRial: Rial; readonly labourRial: Rial; readonly taxRial: Rial }

/** One thing asked for, answered on its own. */
export type ConsentItem = {
  /** From 1 within its request. */
  readonly itemNo: number
  readonly title: string
  /** What a used part must match; null for work without a part. */
  readonly spec: MaterialSpec | null
  readonly condition: Condition | null
  readonly quantity: Quantity
  readonly findingId: EventId | null
  /** Why it is needed. */
  readonly reason: string
  readonly grade: SafetyGrade
  readonly photos: readonly Sha256Hex[]
  readonly foundBy: ActorId | null
  readonly price: ItemPrice
  readonly extraMin: number
  /** What refusal means, as the customer is told. */
  readonly ifRefused: string
  /** Other ways that were offered; may be empty. */
  readonly alternatives: string
  readonly oldPartBack: boolean | null
}

/**
 * What was asked, whole: fields 1 to 6 of the record (consent.md) and the totals. Its canonical JSON is hashed, and the
 * answer names that hash: what was answered is what was asked, or the verifier says so.
 */
export type ConsentSnapshot = {
  readonly format: 1
  readonly consentId: ConsentId
  /** From 1 within the job. */
  readonly consentNo: number
  readonly jobId: JobId
  readonly jobNo: number
  readonly bookingRef: string | null
  readonly offer: Offer | null
  readonly garageId: GarageId
  readonly deviceId: DeviceId
  readonly customer: Customer
  readonly vehicle: Vehicle & { readonly vin: string | null; readonly odometerKm: number | null }
  readonly items: readonly ConsentItem[]
  readonly capBeforeRial: Rial
  /** The cap if every item is accepted. */
  readonly capIfAllRial: Rial
  readonly readyBeforeUtcMs: UtcMs | null
  readonly readyIfAllUtcMs: UtcMs | null
  readonly askedAtUtcMs: UtcMs
  readonly validUntilUtcMs: UtcMs
  readonly askedBy: ActorId
  readonly clock: ClockState
}

/** The exact words that were shown or read aloud. */
export type ShownText = { readonly language: 'fa' | 'en'; /** Version of the wording. */ readonly version: string; readonly body: string }

export type Relation = 'owner' | 'driver' | 'delegate'
export const relations: readonly Relation[] = ['owner', 'driver', 'delegate']
export type Decider = {
  readonly name: string
  readonly relation: Relation
  readonly mobile: Mobile | null
  /** How a delegate may decide for the owner; null for owner and driver. */
  readonly delegateBasis: string | null
}

/** Pen strokes in the pad's own units: [x, y, milliseconds since the first point], whole numbers. */
export type SignaturePoint = readonly [x: number, y: number, ms: number]
export type Signature = { readonly width: number; readonly height: number; readonly strokes: readonly (readonly SignaturePoint[])[] }

/** Where the answer was given, with what shows that it was (consent.md, record 9 and 10). */
export type Evidence =
  | { readonly channel: 'app'; readonly receiptId: string }
  | { readonly channel: 'link'; readonly linkId: string; readonly openedAtUtcMs: UtcMs; readonly signature: Signature | null }
  | { readonly channel: 'counter'; readonly signature: Signature }
  | {
      readonly channel: 'call'
      readonly number: Mobile
      readonly calledAtUtcMs: UtcMs
      /** The text was read aloud and its items and new total were repeated by the customer. */
      readonly readBack: boolean
      readonly note: string
    }
export type Channel = Evidence['channel']
/** Channels that this counter can record by itself; the others come from the platform. */
export type CounterChannel = 'counter' | 'call'

/** How well a consent proves itself: A app, B own phone, C signature at the counter, D call noted by staff. */
export type ConsentGrade = 'A' | 'B' | 'C' | 'D'

export type Decision = 'accepted' | 'refused' | 'later'
export type ItemAnswer = {
  readonly itemNo: number
  readonly decision: Decision
  /** A condition that the customer set; may be empty. */ readonly condition: string
}

export type ItemState = 'pending' | Decision | 'voided' | 'withdrawn' | 'superseded'

export type Answer = {
  readonly answers: readonly ItemAnswer[]
  readonly decidedBy: Decider
  readonly evidence: Evidence
  readonly shownAtUtcMs: UtcMs
  readonly textHash: Sha256Hex
  readonly decidedAtUtcMs: UtcMs
  readonly clock: ClockState
  readonly capAfterRial: Rial
  readonly recordedBy: ActorId
  readonly eventId: EventId
}

export type ItemStatus = {
  readonly itemNo: number
  readonly state: ItemState
  /** Work has begun or a part was issued: no withdrawal any more. */
  readonly startedAtUtcMs: UtcMs | null
}

export type Shown = { readonly channel: Channel; readonly text: ShownText; readonly textHash: Sha256Hex; readonly atUtcMs: UtcMs }

/** A one-time link. Its secret stands in the link alone: here only its SHA-256, by which the platform knows it again. */
export type ConsentLink = {
  readonly linkId: LinkId
  readonly tokenHash: Sha256Hex
  readonly madeAtUtcMs: UtcMs
  readonly openedAtUtcMs: UtcMs | null
}

/** A request with everything that became of it. */
export type Consent = {
  readonly consentId: ConsentId
  readonly snapshot: ConsentSnapshot
  readonly snapshotHash: Sha256Hex
  /** The event that asked. */
  readonly askedEventId: EventId
  readonly supersedes: ConsentId | null
  readonly supersededBy: ConsentId | null
  /** The newest event that took items back: an edit, a withdrawal, a newer request. */
  readonly closedBy: EventId | null
  /** The newest showing of each text by each channel, oldest first. */
  readonly shown: readonly Shown[]
  readonly answer: Answer | null
  readonly items: readonly ItemStatus[]
  /** The newest link for the customer's own phone; null when none was made. */
  readonly link: ConsentLink | null
  /** The customer is to be called again; null when nothing was agreed. */
  readonly callAgainAtUtcMs: UtcMs | null
}
