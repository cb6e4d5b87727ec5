import type { BayId, DeviceId, EventId, JobId, LinkId, RequestId } from '../basics/ids.ts'
import type { UtcMs } from '../basics/instant.ts'
import type { Conflict } from '../domain/job/conflict.ts'
import type { Customer, Vehicle } from '../domain/job/visit.ts'
import type { RequestEvent } from '../domain/request/events.ts'
import type { PriceRequest, RequestStatus } from '../domain/request/types.ts'
import type { TimelineEntry, VisitLine } from './views.ts'

/**
 * How this PC stands with the platform, in one word for the badge: `notJoined` before it is connected; `allSent`; `sending`;
 * `waiting` for the next try while the network is there; `offline`; `needsYou` when nothing goes on without a person.
 */
export type SyncState = 'notJoined' | 'allSent' | 'sending' | 'waiting' | 'offline' | 'needsYou'

/** Why sync stands until a person does something. Nothing is wiped, and the counter goes on working. */
export type SyncTrouble =
  /** The server has another history than the one that this PC knows: it was restored or replaced. */
  | { readonly code: 'historyReset' }
  | { readonly code: 'revoked' }
  | { readonly code: 'tokenReplayed' }
  /** The server's certificate is not to be trusted. */
  | { readonly code: 'certificateWrong' }
  /** What answers there speaks another language: a captive portal, a wrong address, a newer protocol. */
  | { readonly code: 'answerWrong' }
  | { readonly code: 'eventTooLarge'; readonly eventId: EventId }
  | { readonly code: 'diskFull' }
  /** The log of this PC is not what its own hashes say: care is needed before anything is sent. */
  | { readonly code: 'logDamaged' }

export type SyncStatus = {
  readonly state: SyncState
  readonly trouble: SyncTrouble | null
  /** Facts of this PC that the platform has not acknowledged yet. */
  readonly waiting: number
  readonly waitingPhotos: number
  readonly oldestWaitingAtUtcMs: UtcMs | null
  /** Since when the platform cannot be reached; null while it can. */
  readonly offlineSinceUtcMs: UtcMs | null
  readonly lastContactUtcMs: UtcMs | null
  readonly nextTryUtcMs: UtcMs | null
  /** The live channel stands: what happens on the platform is here within seconds. */
  readonly live: boolean
  /** While a PC that has just joined is filled with the garage's history: how many events of it are here. */
  readonly receiving: { readonly done: number; readonly total: number } | null
  /** Events that this program keeps but cannot read: after an upgrade it can, or they are damaged, or the platform holds them in quarantine. */
  readonly unread: { readonly newer: number; readonly invalid: number }
  /** This PC wrote under an id that another one used too; it has a new one now, and nothing was lost. */
  readonly forkedAtUtcMs: UtcMs | null
  readonly platform: { readonly url: string; readonly garageName: string; readonly deviceName: string; readonly deviceNo: number } | null
  readonly network: NetworkStatus
  /** Conflicts and crossings that wait for a person. */
  readonly openTasks: number
}

/** The other PCs of this garage on its own network. */
export type NetworkStatus = {
  readonly settings: NetworkSettings
  /** Where other PCs find this one, as a person types it: `192.168.1.10:7443`. Empty while it does not listen. */
  readonly addresses: readonly string[]
  readonly listenProblem: 'portTaken' | 'notJoined' | null
  readonly peers: readonly {
    readonly address: string
    readonly state: 'connected' | 'unreachable' | 'refused'
    readonly lastContactUtcMs: UtcMs | null
  }[]
}
export type NetworkSettings = { readonly listen: boolean; readonly port: number; readonly peers: readonly string[] }

/** One fact that waits to be sent. */
export type WaitingFact = {
  readonly eventId: EventId
  readonly atUtcMs: UtcMs
  readonly type: string
  readonly job: { readonly jobId: JobId; readonly jobNo: number; readonly customerName: string } | null
  readonly requestId: RequestId | null
}

/** Why a call about sync was not carried out. */
export type SyncRefusal =
  | { readonly code: 'urlWrong' }
  | { readonly code: 'platformUnreachable' }
  | { readonly code: 'certificateWrong' }
  | { readonly code: 'answerWrong' }
  | { readonly code: 'codeUnknown' | 'codeExpired' | 'codeUsed' }
  | { readonly code: 'garageDiffers' }
  | { readonly code: 'garageHasFacts' }
  | { readonly code: 'alreadyJoined' }
  | { readonly code: 'notJoined' }
  | { readonly code: 'demoStaysHere' }
  | { readonly code: 'factsUnsent'; readonly waiting: number }
  | { readonly code: 'portWrong' | 'addressWrong' }
  | { readonly code: 'platformBusy' }

export type NewCode = { readonly code: string; readonly expiresAtUtcMs: UtcMs }
export type DeviceLine = {
  readonly device: DeviceId
  readonly deviceNo: number
  readonly name: string
  readonly isThisOne: boolean
  readonly enrolledAtUtcMs: UtcMs
  readonly lastSeenUtcMs: UtcMs | null
  readonly revokedAtUtcMs: UtcMs | null
}

/** A fact as a task shows it beside the other one. */
export type TaskFact = TimelineEntry & { readonly deviceName: string | null }

/** Something that two devices did apart and that a person has to look at. */
export type SyncTask =
  | {
      readonly kind: 'job'
      readonly conflict: Conflict
      readonly job: VisitLine
      /** What stands first. */
      readonly facts: readonly TaskFact[]
    }
  | {
      readonly kind: 'crossing'
      readonly request: RequestLine
      readonly acceptedRevision: number
      readonly newestRevision: number
      readonly jobId: JobId
    }
  /** One booking became two jobs: one of them is to be cancelled. */
  | { readonly kind: 'bookingTwice'; readonly bookingRef: string; readonly jobs: readonly VisitLine[] }
  /** Two jobs stand in one bay, started at two PCs. */
  | { readonly kind: 'bayTwice'; readonly bayId: BayId; readonly bayName: string; readonly jobs: readonly VisitLine[] }

/** A price request as the inbox lists it. */
export type RequestLine = {
  readonly requestId: RequestId
  readonly status: RequestStatus
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly titles: readonly string[]
  readonly askedAtUtcMs: UtcMs
  /** What the countdown runs to: the time to answer, or the end of the offer's validity; null for what is over. */
  readonly untilUtcMs: UtcMs | null
  readonly offeredRial: number | null
  readonly revision: number | null
  readonly jobId: JobId | null
  /** Visits of the same plate or mobile so far. */
  readonly visitCount: number
}

export type RequestPage = {
  readonly line: RequestLine
  readonly request: PriceRequest
  readonly timeline: readonly {
    readonly eventId: EventId
    readonly atUtcMs: UtcMs
    readonly actorName: string | null
    readonly side: 'customer' | 'garage'
    readonly event: RequestEvent
  }[]
  /** The job that the acceptance made, with its number. */
  readonly job: { readonly jobId: JobId; readonly jobNo: number; readonly slotStartUtcMs: UtcMs | null } | null
  /** Visits of the same plate or mobile so far. */
  readonly visitCount: number
}

/** A link for the customer's own phone; the secret stands in the address and nowhere else. */
export type ConsentLinkView = {
  readonly linkId: LinkId
  readonly url: string
  readonly validUntilUtcMs: UtcMs
  readonly openedAtUtcMs: UtcMs | null
}

/** A line of the platform's catalogue, without a price. */
export type { CatalogueAnswer } from '../wire/protocol.ts'
