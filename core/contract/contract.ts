import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { JobId, PersonId } from '../basics/ids.ts'
import type { UtcMs } from '../basics/instant.ts'
import type { Result } from '../basics/result.ts'
import type { Material } from '../domain/materials/types.ts'
import type { Garage } from '../domain/garage/types.ts'
import { command } from './commands.ts'
import { bookingFileMostChars, fileNameMostChars, photoMostBase64 } from '../wire/bounds.ts'
import { consentDraftInput, shownText } from '../wire/consentFields.ts'
import { commandId, consentId, deviceId, jobId, personId, requestId, sha256, shortText, text } from '../wire/fields.ts'
import { bayFields, hoursRow, personFields, profileFields, serviceFields } from '../wire/settingRows.ts'
import type { Refusal } from './refusals.ts'
import type {
  CatalogueAnswer,
  ConsentLinkView,
  DeviceLine,
  NewCode,
  RequestLine,
  RequestPage,
  SyncRefusal,
  SyncStatus,
  SyncTask,
  WaitingFact,
} from './syncViews.ts'
import type {
  BookingFileProblem,
  BookingPreview,
  Change,
  Hello,
  JobPage,
  MechanicView,
  PartyLine,
  PartyPage,
  PhotoRefusal,
  ProofFile,
  SearchHit,
  StoredPhoto,
  TakenBookings,
  TodayBoard,
} from './views.ts'

/** What a carried-out command answers. Repeating its id gives the same answer and does nothing again. */
export type Done = {
  /** The job it was about, or that it made; null for settings. */
  readonly jobId: JobId | null
  readonly bookings: TakenBookings | null
}
export type Outcome = Result<Done, Refusal>

/** The first garage of this database, all at once: the wizard writes nothing before its last step. */
export const setupInput = z.strictObject({
  profile: profileFields,
  hours: hoursRow,
  bays: z.array(bayFields).max(40),
  people: z.array(personFields).min(1).max(200),
  services: z.array(serviceFields).max(500),
})
export type SetupInput = z.infer<typeof setupInput>

const commandInput = z.strictObject({ commandId, actorId: personId, command })
export type CommandInput = z.infer<typeof commandInput>

/**
 * Every call that a screen can make. Client, router and doors derive their types from here. Inputs are parsed at the
 * door; outputs are the service's own values.
 */
export const contract = {
  hello: oc.output(type<Hello>()),
  /** A stream: what changed, until the page goes away. */
  changes: oc.output(eventIterator(type<Change>())),

  today: oc.output(type<TodayBoard | null>()),
  job: oc.input(z.strictObject({ jobId })).output(type<JobPage | null>()),
  search: oc.input(z.strictObject({ text: shortText })).output(type<readonly SearchHit[]>()),
  parties: oc
    .input(z.strictObject({ text: shortText, limit: z.int().min(1).max(200), offset: z.int().min(0) }))
    .output(type<{ readonly total: number; readonly lines: readonly PartyLine[] }>()),
  party: oc.input(z.strictObject({ partyId: text(60) })).output(type<PartyPage | null>()),
  /** The first free slot, today or later, for a job that waits without a good one (queue.md, policy 8). */
  freeSlot: oc.input(z.strictObject({ jobId })).output(type<UtcMs | null>()),
  /** A mechanic's own work, for the screen in the bay. */
  mechanic: oc.input(z.strictObject({ personId })).output(type<MechanicView | null>()),
  /** The catalogue by what it is, brand, part number or barcode; an exact barcode comes alone. */
  materials: oc
    .input(z.strictObject({ text: shortText, limit: z.int().min(1).max(200), alsoInactive: z.boolean() }))
    .output(type<readonly Material[]>()),
  /** The platform's catalogue in the same way, without prices: for what the garage's own has no line of. */
  platformMaterials: oc
    .input(z.strictObject({ text: shortText, limit: z.int().min(1).max(200) }))
    .output(type<readonly CatalogueAnswer['materials'][number][]>()),
  /** A bare JPEG as base64. The same bytes are stored once, under their hash. */
  addPhoto: oc.input(z.strictObject({ base64: z.string().max(photoMostBase64) })).output(type<Result<StoredPhoto, PhotoRefusal>>()),
  photo: oc.input(z.strictObject({ hash: sha256 })).output(type<{ readonly base64: string } | null>()),
  /** Keeps what the customer has pressed and signed so far; a draft of a request that is no longer open is dropped. */
  saveConsentDraft: oc.input(consentDraftInput).output(type<null>()),
  proof: oc.input(z.strictObject({ jobId })).output(type<ProofFile | null>()),
  garage: oc.output(type<Garage | null>()),

  command: oc.input(commandInput).output(type<Outcome>()),

  requests: oc.input(z.strictObject({ over: z.boolean(), limit: z.int().min(1).max(200) })).output(type<readonly RequestLine[]>()),
  request: oc.input(z.strictObject({ requestId })).output(type<RequestPage | null>()),
  /** Makes a link, or gives again the one that this PC made and that still holds. */
  consentLink: oc
    .input(z.strictObject({ commandId, actorId: personId, jobId, consentId, text: shownText, renew: z.boolean() }))
    .output(type<Result<ConsentLinkView, Refusal>>()),

  sync: oc.output(type<SyncStatus>()),
  syncWaiting: oc.output(type<readonly WaitingFact[]>()),
  syncNow: oc.output(type<null>()),
  syncTasks: oc.output(type<readonly SyncTask[]>()),
  /** `actorId`: null on a PC that has no garage yet; once it has one, its owner alone connects it. */
  join: oc
    .input(z.strictObject({ actorId: personId.nullable(), url: text(200), code: text(60), deviceName: shortText }))
    .output(type<Result<{ readonly garageName: string; readonly isFirst: boolean }, SyncRefusal | Refusal>>()),
  /** Tells the platform that this PC leaves. Refused while facts of it are unsent. */
  signOut: oc.input(z.strictObject({ actorId: personId })).output(type<Result<null, SyncRefusal | Refusal>>()),
  newCode: oc.input(z.strictObject({ actorId: personId })).output(type<Result<NewCode, SyncRefusal | Refusal>>()),
  devices: oc.output(type<Result<readonly DeviceLine[], SyncRefusal>>()),
  revokeDevice: oc.input(z.strictObject({ actorId: personId, device: deviceId })).output(type<Result<null, SyncRefusal | Refusal>>()),
  saveNetwork: oc
    .input(
      z.strictObject({
        actorId: personId,
        network: z.strictObject({ listen: z.boolean(), port: z.int().min(1024).max(65_535), peers: z.array(text(80)).max(8).readonly() }),
      }),
    )
    .output(type<Result<null, SyncRefusal | Refusal>>()),
  previewBookings: oc
    .input(z.strictObject({ fileName: text(fileNameMostChars), text: z.string().max(bookingFileMostChars) }))
    .output(type<Result<BookingPreview, BookingFileProblem>>()),

  setUp: oc.input(setupInput).output(type<Result<{ readonly ownerId: PersonId }, Refusal>>()),
  /** Opens the demo garage, in a database of its own beside the real one. */
  startDemo: oc.output(type<Result<null, Refusal>>()),
  /** Goes back to the real garage, or to the wizard. The demo database is thrown away. */
  leaveDemo: oc.output(type<Result<null, Refusal>>()),
}
