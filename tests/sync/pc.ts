import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CommandId, EventId, JobId, PersonId, ServiceId } from '../../core/basics/ids.ts'
import type { CommandInput } from '../../core/contract/contract.ts'
import { jobStream } from '../../core/wire/jobEvents.ts'
import { openDatabase } from '../../db/connection.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { systemClock, type Clock } from '../../electron/service/clock.ts'
import { newId } from '../../electron/service/ids.ts'
import { openService, type Service } from '../../electron/service/service.ts'
import type { SyncControl } from '../../electron/service/syncControl.ts'
import { createSync } from '../../electron/sync/control.ts'
import type { Timing } from '../../electron/sync/timing.ts'
import { makeFirstCode } from '../../platform/access/codes.ts'
import { inTransaction } from '../../platform/database/pool.ts'
import { appendAsPlatform } from '../../platform/log/author.ts'
import type { Platform } from '../../platform/server.ts'
import { testPlate } from '../support/plates.ts'
import { setupInput } from '../support/setupInput.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** A PC of a garage: the real service and the real engine on a data folder of its own. */
export type Pc = {
  readonly service: Service
  readonly sync: SyncControl
  readonly dataFolder: string
  readonly clock: Clock
  /** Opens a visit of a new car; its note names it. */
  readonly visit: (note: string) => JobId
  readonly visits: (count: number, prefix: string) => readonly string[]
  readonly act: (command: CommandInput['command']) => void
  /** By the notes of the visits that this PC's database holds, in the order of their names. */
  readonly notes: () => readonly string[]
  readonly eventIds: () => readonly EventId[]
  /** Ends without a goodbye to anybody, and leaves the folder. */
  readonly stop: () => Promise<void>
}

export type PcOptions = {
  readonly dataFolder?: string
  readonly marksFolder?: string
  readonly clock?: Clock
  readonly timing?: Partial<Timing>
  /** Whenever the screens are told of a change. */
  readonly onChange?: (status: ReturnType<SyncControl['status']>) => void
}

/** Waits that a test can sit through; nothing else of the engine differs. */
export const quickTiming: Partial<Timing> = {
  random: () => 0.05,
  pollMs: 100,
  photosMs: 200,
  networkMs: 50,
  patience: { idleMs: 2_000, wholeMs: 10_000 },
}

let cars = 0

export function openPc({
  dataFolder = temporaryFolder(),
  marksFolder = join(dataFolder, '..', `${dataFolder}-marks`),
  clock = systemClock,
  timing = {},
  onChange,
}: PcOptions = {}): Pc {
  const opened = openService({ dataFolder, clock, programVersion: 'test', demoAtUtcMs: null })
  if (!opened.ok) throw new Error(opened.error.code)
  const service = opened.value
  const sync = createSync({ source: service, dataFolder, marksFolder, programVersion: 'test', timing: { ...quickTiming, ...timing } })
  if (onChange !== undefined) service.onChange(() => onChange(sync.status()))
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= sync.stop().then(() => service.stop()))
  onTestFinished(stop)
  const db = () => {
    const garage = service.garageForSync()
    if (garage === null) throw new Error('a garage is open')
    return garage.db
  }
  const act = (command: CommandInput['command']): JobId | null => {
    const actorId: PersonId = service.garage()?.people.find((person) => person.role === 'frontDesk')?.personId ?? newId(clock.wallUtcMs())
    const done = service.command({ commandId: newId<CommandId>(clock.wallUtcMs()), actorId, command })
    if (!done.ok) throw new Error(done.error.code)
    return done.value.jobId
  }
  const visit = (note: string): JobId => {
    const garage = service.garage()
    const serviceId: ServiceId = garage?.services[0]?.serviceId ?? newId(clock.wallUtcMs())
    cars += 1
    const jobId = act({
      type: 'openVisit',
      customer: { name: '', mobile: null },
      vehicle: { plate: testPlate(cars), model: '' },
      serviceIds: [serviceId],
      materials: [],
      note,
      plateSeenTwice: true,
    })
    if (jobId === null) throw new Error('no job')
    return jobId
  }
  return {
    service,
    sync,
    dataFolder,
    clock,
    visit,
    act,
    visits: (count, prefix) =>
      Array.from({ length: count }, (_, index) => {
        const note = `${prefix}${String(index).padStart(4, '0')}`
        visit(note)
        return note
      }),
    notes: () =>
      db().prepare<[], string>("SELECT payload ->> 'note' FROM event WHERE type = 'jobOpened' ORDER BY 1").pluck().all().map(String),
    eventIds: () => db().prepare<[], EventId>('SELECT id FROM event ORDER BY id').pluck().all(),
    stop,
  }
}

/** A PC with the garage of the tests. */
export function openGaragePc(options: PcOptions = {}): Pc {
  const pc = openPc(options)
  const made = pc.service.setUp(setupInput)
  if (!made.ok) throw new Error(made.error.code)
  return pc
}

export async function firstCode(platform: Platform): Promise<string> {
  return (await makeFirstCode(platform.database, 'تعمیرگاه آزمون', Date.now())).code
}

/** Joins at the platform itself, or at a proxy before it. */
export async function join1(pc: Pc, url: string, code: string, deviceName = 'میز'): Promise<void> {
  const joined = await pc.sync.join({ url, code, deviceName })
  if (!joined.ok) throw new Error(joined.error.code)
}

/** One more PC of the garage, empty until it has joined. */
export async function joinFurther(first: Pc, url: string, options: PcOptions = {}, deviceName = 'میز'): Promise<Pc> {
  const code = await first.sync.newCode()
  if (!code.ok) throw new Error(code.error.code)
  const pc = openPc(options)
  await join1(pc, url, code.value.code, deviceName)
  await until(() => pc.service.garage() !== null, 'the second PC knows its garage')
  return pc
}

/** Looks again and again until it holds; says what did not when the test's time is nearly over. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never came: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Both hold the same facts, none twice. */
export async function expectEqualLogs(platform: Platform, ...pcs: readonly Pc[]): Promise<void> {
  const same = async (): Promise<boolean> => {
    const { ids } = await platformLog(platform, pcs[0] ?? unreachable())
    return pcs.every((pc) => JSON.stringify(pc.eventIds()) === JSON.stringify(ids))
  }
  await until(same, 'the platform and the PCs hold the same')
}

function unreachable(): never {
  throw new Error('a PC is wanted')
}

export function allSent(pc: Pc): Promise<void> {
  return until(() => pc.sync.status().state === 'allSent' && pc.sync.status().waiting === 0, 'everything is sent')
}

/** A booking that a customer made on the platform. */
export async function bookOnPlatform(platform: Platform, pc: Pc, note: string): Promise<JobId> {
  const now = Date.now()
  const garage = pc.service.garageForSync()?.identity().garage
  const service = pc.service.garage()?.services[0]
  if (garage === undefined || service === undefined) throw new Error('a garage is open')
  const jobId = newId<JobId>(systemClock.wallUtcMs())
  cars += 1
  const payload = {
    jobNo: cars * 10,
    bookingRef: `B-${cars}`,
    requestId: null,
    acceptedRial: null,
    customer: { name: 'مریم', mobile: '09121234567' },
    vehicle: { plate: testPlate(cars), model: '' },
    services: [
      {
        serviceId: service.serviceId,
        title: service.title,
        quotedMin: service.quotedMin,
        priceRial: service.priceRial,
        needs: service.needs,
      },
    ],
    materials: [],
    note,
    slotStartUtcMs: now + 3_600_000,
    offer: null,
  }
  await inTransaction(platform.database, (client) =>
    appendAsPlatform(client, garage, [{ stream: jobStream(jobId), type: 'bookingMade', v: 1, payload, actor: 'customer' }], now),
  )
  return jobId
}

/** What the platform holds of a garage, by id, with quarantined ones told apart. */
export async function platformLog(platform: Platform, pc: Pc): Promise<{ readonly ids: readonly string[]; readonly quarantined: number }> {
  const garage = pc.service.garageForSync()?.identity().garage ?? ''
  const events = await platform.database.query<{ id: string }>('SELECT id FROM event WHERE garage = $1 ORDER BY id', [garage])
  const aside = await platform.database.query('SELECT 1 FROM quarantine WHERE garage = $1', [garage])
  return { ids: events.rows.map(({ id }) => id), quarantined: aside.rows.length }
}

/** Chains hold and a rebuild of all projections gives the same rows. The PC is stopped first. */
export async function soundness(pc: Pc): Promise<{ readonly chainFault: unknown; readonly equal: boolean }> {
  await pc.stop()
  const opened = openDatabase(join(pc.dataFolder, 'garage.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const db = opened.value
  const before = JSON.stringify(projectionDigests(db))
  rebuildProjections(db)
  const found = { chainFault: firstChainFault(db), equal: before === JSON.stringify(projectionDigests(db)) }
  db.close()
  return found
}
