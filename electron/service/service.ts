import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JobId, PersonId, RequestId, Sha256Hex } from '../../core/basics/ids.ts'
import { dayMs, minuteMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { CommandInput, Outcome, SetupInput } from '../../core/contract/contract.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { ConsentLinkView, RequestLine, RequestPage, SyncTask, WaitingFact } from '../../core/contract/syncViews.ts'
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
  StartProblem,
  StoredPhoto,
  TodayBoard,
} from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { Material } from '../../core/domain/materials/types.ts'
import type { ConsentDraftInput } from '../../core/wire/consentFields.ts'
import { checkpoint, closeDatabase, openDatabase } from '../../db/connection.ts'
import { lastSeq, lastWallAtUtcMs } from '../../db/log/read.ts'
import { foldUnread } from '../../db/projections/refold.ts'
import { fillProjections } from '../../db/projections/rebuild.ts'
import { forgetAnswersBefore } from '../../db/queries/commands.ts'
import type { MaterialSearch } from '../../db/queries/materials.ts'
import type { PlatformMaterial } from '../../db/queries/platformMaterials.ts'
import { todayBoard } from './board.ts'
import { previewBookings } from './bookings/preview.ts'
import { findMaterials, findPlatformMaterials } from './catalogue.ts'
import { clockFrom, type Clock } from './clock.ts'
import { saveConsentDraft } from './consentDrafts.ts'
import { consentLink, type LinkInput } from './consentLink.ts'
import { garageContext, type GarageContext } from './context.ts'
import { demoMoment, seedDemo } from './demo/seed.ts'
import type { DeviceKey } from './deviceKey/deviceKey.ts'
import { fileDeviceKey } from './deviceKey/fileKey.ts'
import { demoKeyFile, deviceKeyFiles } from './deviceKey/places.ts'
import { listParties, partyPage, search } from './find.ts'
import { earliestOffer, freeSlot } from './freeSlot.ts'
import { handleCommand, ownerRefusal } from './handleCommand.ts'
import { jobPage } from './jobPage.ts'
import { mechanicView } from './mechanic.ts'
import { markNoShows } from './noShows.ts'
import { proofFile } from './proof/proofFile.ts'
import { addPhoto, photo } from './photos.ts'
import { requestLines, requestPage } from './requests.ts'
import { setUp } from './setUp.ts'
import { syncGarage, type SyncGarage } from './syncGarage.ts'
import { countSyncTasks, syncTasks, waitingFacts } from './syncTasks.ts'

/** The program behind the doors. No call of it throws for anything that a person, a file or a network can send. */
export type Service = {
  readonly hello: () => Hello
  readonly today: () => TodayBoard | null
  readonly job: (jobId: JobId) => JobPage | null
  readonly search: (text: string) => readonly SearchHit[]
  readonly parties: (text: string, limit: number, offset: number) => { readonly total: number; readonly lines: readonly PartyLine[] }
  readonly party: (partyId: string) => PartyPage | null
  readonly freeSlot: (jobId: JobId) => UtcMs | null
  readonly mechanic: (personId: PersonId) => MechanicView | null
  readonly materials: (search: MaterialSearch) => readonly Material[]
  readonly platformMaterials: (text: string, limit: number) => readonly PlatformMaterial[]
  readonly addPhoto: (base64: string) => Result<StoredPhoto, PhotoRefusal>
  readonly photo: (hash: Sha256Hex) => { readonly base64: string } | null
  readonly saveConsentDraft: (input: ConsentDraftInput) => null
  readonly proof: (jobId: JobId) => ProofFile | null
  readonly garage: () => Garage | null
  readonly command: (input: CommandInput) => Outcome
  readonly requests: (over: boolean, limit: number) => readonly RequestLine[]
  readonly request: (requestId: RequestId) => RequestPage | null
  readonly consentLink: (input: LinkInput) => Result<ConsentLinkView, Refusal>
  readonly syncTasks: () => readonly SyncTask[]
  /** How many there are. */
  readonly openTasks: () => number
  readonly syncWaiting: () => readonly WaitingFact[]
  /** Why this person may not change how the garage is connected; null for its owner. */
  readonly ownerRefusal: (actorId: PersonId) => Refusal | null
  readonly previewBookings: (fileName: string, text: string) => Result<BookingPreview, BookingFileProblem>
  readonly setUp: (input: SetupInput) => Result<{ readonly ownerId: PersonId }, Refusal>
  readonly startDemo: () => Result<null, Refusal>
  readonly leaveDemo: () => Result<null, Refusal>
  /** The open garage as sync needs it; null when none could be opened. */
  readonly garageForSync: () => SyncGarage | null
  /** Calls back when another garage is open: the demo was entered or left. */
  readonly onGarageChanged: (listener: () => void) => () => void
  /** Calls back after every committed change; the returned function ends it. */
  readonly onChange: (listener: (change: Change) => void) => () => void
  /** What the program does by itself each minute: no-shows, tidying, and telling the screens that time has passed. */
  readonly passMinute: () => void
  /** Folds the write-ahead log into the file and closes. Nothing may be called afterwards. */
  readonly stop: () => void
}

export type ServiceOptions = {
  readonly dataFolder: string
  readonly clock: Clock
  readonly programVersion: string
  /** Start in a fresh demo garage, as if it were this moment. */
  readonly demoAtUtcMs: UtcMs | null
  /** What this PC signs with; without one the key of a file beside the database. The demo garage always has such a file of its own. */
  readonly deviceKey?: DeviceKey | undefined
}

/** A page repeats a command within seconds; a week is kept so that a phone left in a drawer is answered too. */
const answersKeptMs = 7 * dayMs

export function openService(options: ServiceOptions): Result<Service, StartProblem> {
  mkdirSync(options.dataFolder, { recursive: true })
  const realFile = join(options.dataFolder, 'garage.sqlite')
  const demoFile = join(options.dataFolder, 'demo.sqlite')
  const removeDemo = (): void => {
    removeDatabase(demoFile)
    rmSync(demoKeyFile(options.dataFolder), { force: true })
  }
  if (options.demoAtUtcMs !== null) removeDemo()

  const openReal = () =>
    openGarage(realFile, options.clock, () => options.deviceKey ?? fileDeviceKey(deviceKeyFiles(options.dataFolder).plain))
  const openDemo = (atUtcMs: UtcMs | null): Result<GarageContext, StartProblem> => {
    const fresh = !existsSync(demoFile)
    const opened = openGarage(demoFile, options.clock, () => fileDeviceKey(demoKeyFile(options.dataFolder)))
    if (!opened.ok) return opened
    const { db, deviceKey } = opened.value
    const startUtcMs = fresh ? (atUtcMs ?? demoMoment(options.clock.wallUtcMs())) : (lastWallAtUtcMs(db) ?? options.clock.wallUtcMs())
    if (fresh) seedDemo(db, startUtcMs, deviceKey)
    return ok(garageContext(db, clockFrom(startUtcMs, options.clock), deviceKey))
  }

  const first = options.demoAtUtcMs !== null || existsSync(demoFile) ? openDemo(options.demoAtUtcMs) : openReal()
  if (!first.ok) return first
  let context = first.value
  let board: TodayBoard | null = null
  const listeners = new Set<(change: Change) => void>()
  const garageListeners = new Set<() => void>()
  const committedListeners = new Set<() => void>()
  let toldSeq = lastSeq(context.db)

  const publish = (change: Change): void => {
    // A draft of an answer, told at every stroke, stands on no card.
    if (change.topics.some((topic) => topic !== 'jobs')) board = null
    for (const listener of listeners) listener(change)
    const newest = lastSeq(context.db)
    if (newest === toldSeq) return
    toldSeq = newest
    for (const listener of committedListeners) listener()
  }

  const forSync = (): SyncGarage => syncGarage(context, { publish, onCommitted: (listener) => listen(committedListeners, listener) })
  let sync = forSync()

  const switchTo = (open: () => Result<GarageContext, StartProblem>): Result<null, Refusal> => {
    const opened = open()
    if (!opened.ok) return err({ code: 'noGarage' })
    const left = context
    context = opened.value
    sync = forSync()
    for (const listener of garageListeners) listener()
    closeDatabase(left.db)
    publish({ topics: ['everything'], jobIds: [] })
    return ok(null)
  }

  const passMinute = (): void => {
    const marked = markNoShows(context)
    forgetAnswersBefore(context.db, utcMs(context.clock.wallUtcMs() - answersKeptMs))
    checkpoint(context.db)
    publish({ topics: marked.length > 0 ? ['minute', 'today', 'jobs'] : ['minute', 'today'], jobIds: marked })
  }
  const today = (): TodayBoard | null => {
    const garage = context.garage()
    return garage === null ? null : (board ??= todayBoard(context, garage))
  }
  const minutes = everyMinute(() => context.clock, passMinute)

  return ok({
    hello: () => ({ programVersion: options.programVersion, problem: null, garage: context.garage(), nowUtcMs: context.clock.wallUtcMs() }),
    today,
    job: (jobId) => {
      const garage = context.garage()
      return garage === null ? null : jobPage(context, garage, jobId)
    },
    search: (text) => search(context.db, text),
    parties: (text, limit, offset) => listParties(context.db, text, limit, offset),
    party: (partyId) => partyPage(context.db, partyId),
    freeSlot: (jobId) => {
      const garage = context.garage()
      return garage === null
        ? null
        : freeSlot(garage, context.openJobs().values(), earliestOffer(today(), jobId) ?? context.clock.wallUtcMs())
    },
    mechanic: (personId) => {
      const garage = context.garage()
      const now = today()
      return garage === null || now === null ? null : mechanicView(now, garage, personId)
    },
    materials: (wanted) => findMaterials(context.db, wanted),
    platformMaterials: (text, limit) => findPlatformMaterials(context.db, text, limit),
    addPhoto: (base64) => addPhoto(context.db, base64, context.clock.wallUtcMs()),
    photo: (hash) => photo(context.db, hash),
    saveConsentDraft: (input) => {
      if (saveConsentDraft(context, input)) publish({ topics: ['jobs'], jobIds: [input.jobId] })
      return null
    },
    proof: (jobId) => proofFile(context, options.programVersion, jobId),
    garage: () => context.garage(),
    command: (input) => {
      const { outcome, touched } = handleCommand(context, input)
      if (touched !== null) publish(touched)
      return outcome
    },
    requests: (over, limit) => requestLines(context.db, over, limit, context.clock.wallUtcMs()),
    request: (requestId) => {
      const garage = context.garage()
      return garage === null ? null : requestPage(context.db, garage, requestId, context.clock.wallUtcMs())
    },
    consentLink: (input) => {
      const { outcome, isNew } = consentLink(context, input)
      if (isNew) publish({ topics: ['today', 'jobs'], jobIds: [input.jobId] })
      return outcome
    },
    syncTasks: () => {
      const garage = context.garage()
      return garage === null ? [] : syncTasks(context, garage)
    },
    openTasks: () => {
      const garage = context.garage()
      return garage === null ? 0 : countSyncTasks(context, garage)
    },
    syncWaiting: () => waitingFacts(context),
    ownerRefusal: (actorId) => ownerRefusal(context.garage(), actorId),
    garageForSync: () => sync,
    onGarageChanged: (listener) => listen(garageListeners, listener),
    previewBookings: (fileName, text) => {
      const garage = context.garage()
      if (garage === null) return ok({ good: 0, bad: 0, alreadyTaken: 0, rows: [] })
      return previewBookings(context, garage, { fileName, text }, context.clock.wallUtcMs())
    },
    setUp: (input) => {
      const made = setUp(context, input, false)
      if (made.ok) publish({ topics: ['everything'], jobIds: [] })
      return made
    },
    startDemo: () => {
      if (context.garage() !== null) return err({ code: 'garageExists' })
      return switchTo(() => openDemo(null))
    },
    leaveDemo: () => {
      if (context.garage()?.profile.demo !== true) return err({ code: 'noGarage' })
      const left = switchTo(openReal)
      if (left.ok) removeDemo()
      return left
    },
    onChange: (listener) => listen(listeners, listener),
    passMinute,
    stop: () => {
      minutes.stop()
      closeDatabase(context.db)
    },
  })
}

/** The key is asked for once the database stands: one that is refused leaves the folder as it was. */
function openGarage(file: string, clock: Clock, deviceKey: () => DeviceKey): Result<GarageContext, StartProblem> {
  const opened = openDatabase(file)
  if (opened.ok) {
    fillProjections(opened.value)
    foldUnread(opened.value)
  }
  return opened.ok ? ok(garageContext(opened.value, clock, deviceKey())) : opened
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function removeDatabase(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true })
}

/** Calls at each full minute of the wall clock, whatever is done to it in between. */
function everyMinute(clock: () => Clock, call: () => void): { readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout>
  const plan = (): void => {
    const sinceMinuteMs = ((clock().wallUtcMs() % minuteMs) + minuteMs) % minuteMs
    timer = setTimeout(() => {
      call()
      plan()
    }, minuteMs - sinceMinuteMs)
    timer.unref()
  }
  plan()
  return { stop: () => clearTimeout(timer) }
}
