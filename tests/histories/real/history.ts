import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GarageId } from '../../../core/basics/ids.ts'
import { minuteMs, utcMs } from '../../../core/basics/instant.ts'
import { seededRandom, type Random } from '../../../core/basics/random.ts'
import { deviceKeyMadeType } from '../../../core/wire/deviceEvents.ts'
import { projectionDigests } from '../../../db/projections/rebuild.ts'
import { enrol } from '../../../electron/sync/enrol.ts'
import { usualPatience } from '../../../electron/sync/transport/door.ts'
import { makeCodeFor, makeFirstCode } from '../../../platform/access/codes.ts'
import type { Platform } from '../../../platform/server.ts'
import { setupInput } from '../../support/setupInput.ts'
import { append } from '../log.ts'
import { factOf } from '../record.ts'
import { asSpecified } from '../seams.ts'
import { broken, type Broken } from '../statement.ts'
import { newWorld, pcOf, twoYearsMs, type World } from '../world.ts'
import { customer, press, rowsOfPlatform } from './acts.ts'
import { copied, exchange, garageOf, idsOf, logOf, meeting, open, rowsOf, type RealPc } from './pc.ts'
import { openWire, type Fate, type Wire } from './wire.ts'

export type RealHistory = {
  readonly platform: Platform
  readonly wire: Wire
  readonly root: string
  /** What people were told, and the clock of the world. */
  readonly world: World
  readonly pcs: RealPc[]
  readonly trace: string[]
}

export type RealOutcome = {
  readonly seed: number
  readonly found: readonly Broken[]
  readonly world: World
  readonly trace: readonly string[]
}

/** One history on real SQLite, by the real engine and the real service on PostgreSQL. The same statement judges it. */
export async function realHistory(platform: Platform, seed: number): Promise<RealOutcome> {
  const root = mkdtempSync(join(tmpdir(), 'pishkhan-history-'))
  const wire = await openWire(platform.app)
  const history: RealHistory = { platform, wire, root, world: newWorld(asSpecified), pcs: [], trace: [] }
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ 0x2ea1)
  try {
    const garage = await founded(history, random)
    const steps = 25 + Math.floor(random() * 25)
    for (let step = 0; step < steps; step += 1) {
      history.world.nowMs += Math.floor(random() * 6 * minuteMs)
      await happen(history, garage, random)
    }
    const isQuiet = await settle(history)
    return { seed, found: await judged(history, garage, isQuiet), world: history.world, trace: history.trace }
  } finally {
    for (const { service } of history.pcs) service.stop()
    await wire.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** The first PC brings its garage to the platform; the others come in empty. */
async function founded(history: RealHistory, random: Random): Promise<GarageId> {
  const { platform, pcs, world } = history
  const first = added(history, join(history.root, 'pc1'))
  const made = first.service.setUp(setupInput)
  if (!made.ok) throw new Error(made.error.code)
  noteTold(history, first)
  for (let n = 0; n < 2; n += 1) press(first, random)
  noteTold(history, first)
  const { code } = await makeFirstCode(platform.database, 'تعمیرگاه آزمون', world.nowMs)
  await joins(history, first, code)
  const { garage } = garageOf(first).identity()
  await exchanged(history, first)
  const more = 1 + Math.floor(random() * 3)
  for (let n = 0; n < more; n += 1) {
    const pc = added(history, join(history.root, `pc${pcs.length + 1}`))
    const next = await makeCodeFor(platform.database, garage, 'تعمیرگاه آزمون', world.nowMs)
    await joins(history, pc, next.code)
    await exchanged(history, pc)
  }
  return garage
}

async function joins({ wire, pcs }: RealHistory, pc: RealPc, code: string): Promise<void> {
  const input = { url: wire.url, code, deviceName: pc.name }
  const joined = await enrol(garageOf(pc), input, 'test', usualPatience, new AbortController().signal)
  if (!joined.ok) throw new Error(`${pc.name} of ${pcs.length} was not enrolled: ${joined.error.code}`)
}

function added({ world, pcs }: RealHistory, folder: string): RealPc {
  mkdirSync(folder, { recursive: true })
  const name = `pc${pcs.length + 1}`
  const begun = performance.now()
  const off = { ms: 0 }
  const clock = { wallUtcMs: () => utcMs(world.nowMs + off.ms), monotonicMs: () => performance.now() - begun }
  const pc: RealPc = { name, folder, service: open(folder, clock), clock, off, isTwin: false, wrote: new Set(), backups: [] }
  pcs.push(pc)
  return pc
}

/** Whatever this PC has newly written is confirmed: a person was told so, or the program itself relies on it. */
function noteTold({ world }: RealHistory, pc: RealPc): void {
  const { device } = garageOf(pc).identity()
  pc.wrote.add(device)
  const streams = new Map<string, readonly ReturnType<typeof rowsOf>[number]['id'][]>()
  for (const event of rowsOf(pc)) {
    const seen = streams.get(event.stream) ?? []
    streams.set(event.stream, [...seen, event.id])
    if (event.device !== device || world.told.has(event.id)) continue
    world.told.set(event.id, { fact: factOf(event), stream: event.stream, seen, press: null })
    // What a forked device said of its key is not said again by its successor.
    if (event.type === deviceKeyMadeType) world.destroyed.add(event.id)
  }
}

async function exchanged(history: RealHistory, pc: RealPc): Promise<string> {
  const before = garageOf(pc).identity().device
  const how = await exchange(pc, history.wire.onDeath)
  noteTold(history, pc)
  if (garageOf(pc).identity().device !== before) {
    history.world.counts['forks healed'] += 1
    pc.isTwin = true
  }
  return how
}

async function happen(history: RealHistory, garage: GarageId, random: Random): Promise<void> {
  const { world, pcs, wire, trace, root } = history
  const { counts } = world
  const pc = pcs[Math.floor(random() * pcs.length)]
  const roll = random()
  if (pc === undefined) return
  const say = (what: string): void => void trace.push(`${pc.name} ${what}`)
  if (roll < 0.45) {
    const what = press(pc, random)
    counts[what === null ? 'commands refused' : 'commands carried out'] += 1
    if (what !== null) say(what)
    noteTold(history, pc)
  } else if (roll < 0.55) {
    const facts = await customer(history, garage, random)
    counts['platform facts'] += facts.length
    trace.push(`platform ${facts.join(' ')}`)
  } else if (roll < 0.78) {
    const fates = fatesOf(random)
    wire.fates.push(...fates)
    say(`exchange ${fates.join(' ')}: ${await exchanged(history, pc)}`)
    wire.fates.length = 0
    if (random() < 0.5) for (const arrive of wire.late.splice(0)) await arrive()
  } else if (roll < 0.86) {
    const other = pcs[Math.floor(random() * pcs.length)]
    if (other === undefined || other === pc) return
    counts['network meetings'] += 1
    say(`meets ${other.name}: ${await meeting(pc, other)}`)
    noteTold(history, pc)
    noteTold(history, other)
  } else if (roll < 0.9) {
    pc.off.ms = Math.max(-2 * twoYearsMs, Math.min(2 * twoYearsMs, pc.off.ms + (random() < 0.5 ? -1 : 1) * twoYearsMs))
    counts['clock jumps'] += 1
    say(`clock ${pc.off.ms}`)
  } else if (roll < 0.94) {
    const folder = join(root, `${pc.name}-backup-${pc.backups.length + 1}`)
    copied(pc, folder)
    pc.backups.push(folder)
    say('backup')
  } else if (roll < 0.97) {
    const backup = pc.backups[Math.floor(random() * pc.backups.length)]
    if (backup !== undefined && !pc.isTwin) {
      await restored(history, garage, pc, backup)
      say('restored')
    }
  } else if (!pc.isTwin && pcs.length < 5) {
    const isDetected = random() < 0.5 || pcs.some(({ isTwin }) => isTwin)
    say(`copied, ${isDetected ? 'detected' : 'undetected'}`)
    copy(history, pc, isDetected)
  }
}

function fatesOf(random: Random): readonly Fate[] {
  const kinds: readonly Fate[] = ['lost', 'answerLost', 'twice', 'busy', 'garbled', 'late', 'dies']
  const isCalm = random() < 0.4
  return Array.from({ length: 6 }, () => (isCalm || random() < 0.6 ? 'through' : (kinds[Math.floor(random() * kinds.length)] ?? 'through')))
}

/** The folder of an older copy takes the place of the PC's; the mark that is kept outside of it does not know it. */
async function restored(history: RealHistory, garage: GarageId, pc: RealPc, backup: string): Promise<void> {
  const { world, platform, pcs } = history
  const lost = rowsOf(pc)
  world.counts['restored databases'] += 1
  pc.service.stop()
  pc.folder = `${backup}-restored-${world.counts['restored databases']}`
  cpSync(backup, pc.folder, { recursive: true })
  pc.service = open(pc.folder, pc.clock)
  const elsewhere = [idsOf(await rowsOfPlatform(platform.database, garage)), ...pcs.map((each) => idsOf(rowsOf(each)))]
  for (const { id } of lost) {
    if (world.destroyed.has(id) || elsewhere.some((ids) => ids.has(id))) continue
    world.destroyed.add(id)
    world.counts['facts gone with a disk'] += 1
  }
  garageOf(pc).replaceDevice(null)
  noteTold(history, pc)
}

/** The folder is copied to another PC: its mark gives the copy away at the start, or, where it fails, nothing does. */
function copy(history: RealHistory, pc: RealPc, isDetected: boolean): void {
  const { world, pcs, root } = history
  const folder = join(root, `pc${pcs.length + 1}`)
  copied(pc, folder)
  const twin = added(history, folder)
  for (const device of pc.wrote) twin.wrote.add(device)
  twin.off.ms = pc.off.ms
  world.counts[isDetected ? 'detected copies' : 'undetected copies'] += 1
  if (isDetected) {
    garageOf(twin).replaceDevice(null)
    noteTold(history, twin)
    return
  }
  pc.isTwin = true
  twin.isTwin = true
}

const mostRounds = 12

/** Everything is connected, what was delayed arrives, and all exchange until a whole round brings nothing new to anybody. */
async function settle(history: RealHistory): Promise<boolean> {
  const { pcs, wire, trace } = history
  for (const arrive of wire.late.splice(0)) await arrive()
  let before = ''
  for (let round = 0; round < mostRounds; round += 1) {
    const ends: string[] = []
    for (const pc of pcs) ends.push(await exchanged(history, pc))
    trace.push(`settling: ${ends.join(' ')}`)
    const now = pcs
      .map((pc) =>
        rowsOf(pc)
          .map(({ hash }) => hash)
          .toSorted()
          .join(),
      )
      .join('\n')
    if (now === before && ends.every((end) => end === 'ended')) return true
    before = now
  }
  return false
}

async function judged({ platform, world, pcs }: RealHistory, garage: GarageId, isQuiet: boolean): Promise<readonly Broken[]> {
  for (const event of await rowsOfPlatform(platform.database, garage)) {
    append(world.platform, event)
    // Written by the platform itself, in its own transaction.
    if (event.type === deviceKeyMadeType && !world.told.has(event.id)) {
      world.told.set(event.id, { fact: factOf(event), stream: event.stream, seen: event.parents, press: null })
    }
  }
  for (const pc of pcs) {
    const { device } = garageOf(pc).identity()
    world.pcs.push(pcOf(pc.name, { device, log: logOf(rowsOf(pc)), acked: new Map(), cursor: 0, presses: new Set() }))
  }
  return [...broken(world, isQuiet), ...projectionProblems(pcs)]
}

/** The tables that the screens read hold the same rows on every PC. */
function projectionProblems(pcs: readonly RealPc[]): readonly Broken[] {
  const [first, ...others] = pcs.map((pc) => ({ pc, digests: projectionDigests(garageOf(pc).db) }))
  return others.flatMap(({ pc, digests }) =>
    digests.flatMap(({ table, sha256 }, index): readonly Broken[] =>
      first?.digests[index]?.sha256 === sha256 ? [] : [{ fault: 'states differ', where: pc.name, about: `table ${table}` }],
    ),
  )
}
