import { assertNever } from '../../core/basics/assertNever.ts'
import type { JobId, RequestId } from '../../core/basics/ids.ts'
import { minuteMs, utcMs } from '../../core/basics/instant.ts'
import { seededRandom, type Random } from '../../core/basics/random.ts'
import { copyFolder, join, restore } from './accidents.ts'
import { customerActs } from './customers.ts'
import { command } from './desk.ts'
import { arrive, meet, pullOf, pushOf, unsent } from './exchange.ts'
import { jobsOf, requestsOf } from './fold.ts'
import { record } from './record.ts'
import type { Action, Schedule } from './schedule.ts'
import type { Seams } from './seams.ts'
import { copyOfDisk, newId, newPc, newWorld, twoYearsMs, type Message, type Pc, type World } from './world.ts'

/** Plays a schedule, then lets everything connect and exchange until nothing moves any more. */
export function play(schedule: Schedule, seams: Seams): { readonly world: World; readonly isQuiet: boolean } {
  const world = newWorld(seams)
  for (let n = 0; n < schedule.pcs; n += 1) newPc(world)
  for (const [index, action] of schedule.actions.entries()) {
    const random = seededRandom(action.roll)
    world.nowMs += Math.floor(random() * 6 * minuteMs)
    happen(world, action, index, random)
  }
  return { world, isQuiet: settle(world, seededRandom(schedule.seed)) }
}

function happen(world: World, action: Action, index: number, random: Random): void {
  const { counts } = world
  const pc = world.pcs[action.pc]
  if (action.kind === 'customer') return customer(world, random)
  if (action.kind === 'arrive') return arrival(world, action, random)
  if (pc === undefined) return
  if (action.kind === 'join') {
    if (world.pcs[0]?.joined === true || action.pc === 0) join(world, pc)
    return
  }
  // Only the first PC works before the garage is on the platform.
  if (!pc.joined && (action.pc > 0 || action.kind !== 'press')) return
  switch (action.kind) {
    case 'press':
      return press(world, pc, action, index)
    case 'push':
    case 'pull': {
      const message = action.kind === 'push' ? pushOf(pc, action.most) : pullOf(pc, action.most)
      if (pc.isCut || message === null) return
      world.flying = [...world.flying, message]
      if (world.seams.sentIsAcked && message.kind === 'push') pc.disk.acked.set(message.device, message.events.at(-1)?.dseq ?? 0)
      return
    }
    case 'meet': {
      const other = world.pcs[action.other]
      if (other === undefined || other === pc || !other.joined) return
      counts['network meetings'] += 1
      meet(world, pc, other, action.most, action.swap)
      return meet(world, other, pc, action.most, false)
    }
    case 'cut':
      pc.isCut = !pc.isCut
      return
    case 'clock':
      pc.clockOffMs = Math.max(-2 * twoYearsMs, Math.min(2 * twoYearsMs, pc.clockOffMs + Math.sign(action.years) * twoYearsMs))
      counts['clock jumps'] += 1
      return
    case 'backup':
      pc.backups.push(copyOfDisk(pc.disk))
      return
    case 'restore':
      // Not played: a twin whose database is set back as well, so that two programs hold the same forked facts.
      if (!pc.isTwin) restore(world, pc, action.roll, action.withJournal)
      return
    case 'copy':
      if (!pc.isTwin && world.pcs.length < 6 && (action.isDetected || world.pcs.every(({ isTwin }) => !isTwin))) {
        copyFolder(world, pc, action.isDetected)
      }
      return
    default:
      return assertNever(action)
  }
}

/** A customer does something on the platform, in one transaction. */
function customer(world: World, random: Random): void {
  const { platform: log, platformDevice: device, seams } = world
  const nowUtcMs = utcMs(world.nowMs)
  const newJob = (): JobId => newId(world)
  const newRequest = (): RequestId => newId(world)
  for (const { stream, fact } of customerActs(
    { jobs: jobsOf(log, seams), requests: requestsOf(log, seams), nowUtcMs, newJob, newRequest },
    random,
  )) {
    record(world, { log, device, actor: 'customer', nowUtcMs }, stream, [fact], null)
    world.counts['platform facts'] += 1
  }
}

/** A key pressed; when the program dies over it, the person presses again, and it is the same command. */
function press(world: World, pc: Pc, { dies, roll }: Extract<Action, { kind: 'press' }>, index: number): void {
  const { counts } = world
  if (dies !== 'before') counts[command(world, pc, seededRandom(roll), index) ? 'commands carried out' : 'commands refused'] += 1
  if (dies === null) return
  counts.crashes += 1
  pc.starts += 1
  command(world, pc, seededRandom(roll), index)
}

/** A message reaches its receiver, whichever was sent first. */
function arrival(world: World, { fate, crash }: Extract<Action, { kind: 'arrive' }>, random: Random): void {
  const { counts, flying } = world
  const place = Math.floor(random() ** 2 * flying.length)
  const message = flying[place]
  if (message === undefined || isStopped(message)) return
  if (place > 0) counts['messages overtaken'] += 1
  if (fate !== 'twice') world.flying = flying.filter((each) => each !== message)
  if (fate === 'twice') counts['messages doubled'] += 1
  if (fate === 'lost') {
    counts['messages dropped'] += 1
    return
  }
  if (crash !== null) counts.crashes += 1
  const answer = arrive(world, message, crash)
  if (answer !== null) world.flying = [...world.flying, answer]
}

/** Behind a cut line nothing comes through; what was under way waits somewhere. */
function isStopped({ pc }: Message): boolean {
  return pc.isCut
}

const mostRounds = 60

function settle(world: World, random: Random): boolean {
  for (const pc of world.pcs) {
    pc.isCut = false
    join(world, pc)
  }
  const late = world.flying.map((message) => ({ message, place: random() })).toSorted((a, b) => a.place - b.place)
  world.flying = []
  for (const { message } of late) exchangeOne(world, message)
  for (let round = 0; round < mostRounds; round += 1) {
    let moved = false
    for (const pc of world.pcs) {
      const { device, cursor } = pc.disk
      const push = pushOf(pc, 40)
      if (push !== null) exchangeOne(world, push)
      exchangeOne(world, pullOf(pc, 60))
      moved ||= push !== null || pc.disk.cursor !== cursor || pc.disk.device !== device
    }
    if (!moved && world.pcs.every((pc) => unsent(pc).length === 0)) return true
  }
  return false
}

function exchangeOne(world: World, message: Message): void {
  const answer = arrive(world, message, null)
  if (answer !== null) arrive(world, answer, null)
}
