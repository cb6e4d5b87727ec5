import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JobId, PersonId } from '../../core/basics/ids.ts'
import { dayMs, minuteMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { CommandInput, Outcome, SetupInput } from '../../core/contract/contract.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type {
  BookingFileProblem,
  BookingPreview,
  Change,
  Hello,
  JobPage,
  PartyLine,
  PartyPage,
  SearchHit,
  StartProblem,
  TodayBoard,
} from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { checkpoint, closeDatabase, openDatabase } from '../../db/connection.ts'
import { lastWallAtUtcMs } from '../../db/log/read.ts'
import { forgetAnswersBefore } from '../../db/queries/commands.ts'
import { todayBoard } from './board.ts'
import { previewBookings } from './bookings/preview.ts'
import { clockFrom, type Clock } from './clock.ts'
import { garageContext, type GarageContext } from './context.ts'
import { demoMoment, seedDemo } from './demo/seed.ts'
import { listParties, partyPage, search } from './find.ts'
import { earliestOffer, freeSlot } from './freeSlot.ts'
import { handleCommand } from './handleCommand.ts'
import { jobPage } from './jobPage.ts'
import { markNoShows } from './noShows.ts'
import { setUp } from './setUp.ts'

/** The program behind the doors. No call of it throws for anything that a person, a file or a network can send. */
export type Service = {
  readonly hello: () => Hello
  readonly today: () => TodayBoard | null
  readonly job: (jobId: JobId) => JobPage | null
  readonly search: (text: string) => readonly SearchHit[]
  readonly parties: (text: string, limit: number, offset: number) => { readonly total: number; readonly lines: readonly PartyLine[] }
  readonly party: (partyId: string) => PartyPage | null
  readonly freeSlot: (jobId: JobId) => UtcMs | null
  readonly garage: () => Garage | null
  readonly command: (input: CommandInput) => Outcome
  readonly previewBookings: (fileName: string, text: string) => Result<BookingPreview, BookingFileProblem>
  readonly setUp: (input: SetupInput) => Result<{ readonly ownerId: PersonId }, Refusal>
  readonly startDemo: () => Result<null, Refusal>
  readonly leaveDemo: () => Result<null, Refusal>
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
}

/** A page repeats a command within seconds; a week is kept so that a phone left in a drawer is answered too. */
const answersKeptMs = 7 * dayMs

export function openService(options: ServiceOptions): Result<Service, StartProblem> {
  mkdirSync(options.dataFolder, { recursive: true })
  const realFile = join(options.dataFolder, 'garage.sqlite')
  const demoFile = join(options.dataFolder, 'demo.sqlite')
  if (options.demoAtUtcMs !== null) removeDatabase(demoFile)

  const openReal = () => openGarage(realFile, options.clock)
  const openDemo = (atUtcMs: UtcMs | null): Result<GarageContext, StartProblem> => {
    const fresh = !existsSync(demoFile)
    const opened = openGarage(demoFile, options.clock)
    if (!opened.ok) return opened
    const { db } = opened.value
    const startUtcMs = fresh ? (atUtcMs ?? demoMoment(options.clock.wallUtcMs())) : (lastWallAtUtcMs(db) ?? options.clock.wallUtcMs())
    if (fresh) seedDemo(db, startUtcMs)
    return ok(garageContext(db, clockFrom(startUtcMs, options.clock)))
  }

  const first = options.demoAtUtcMs !== null || existsSync(demoFile) ? openDemo(options.demoAtUtcMs) : openReal()
  if (!first.ok) return first
  let context = first.value
  let board: TodayBoard | null = null
  const listeners = new Set<(change: Change) => void>()

  const publish = (change: Change): void => {
    board = null
    for (const listener of listeners) listener(change)
  }

  const switchTo = (open: () => Result<GarageContext, StartProblem>): Result<null, Refusal> => {
    const opened = open()
    if (!opened.ok) return err({ code: 'noGarage' })
    const left = context
    context = opened.value
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
    garage: () => context.garage(),
    command: (input) => {
      const { outcome, touched } = handleCommand(context, input)
      if (touched !== null) publish(touched)
      return outcome
    },
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
      if (left.ok) removeDatabase(demoFile)
      return left
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    passMinute,
    stop: () => {
      minutes.stop()
      closeDatabase(context.db)
    },
  })
}

function openGarage(file: string, clock: Clock): Result<GarageContext, StartProblem> {
  const opened = openDatabase(file)
  return opened.ok ? ok(garageContext(opened.value, clock)) : opened
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
