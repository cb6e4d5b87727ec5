import type { DeviceId } from '../../core/basics/ids.ts'
import { healFork } from './accidents.ts'
import { append, after, hashAt, headOf, remove, take, type Log } from './log.ts'
import { copyOfDisk, type Message, type Pc, type PushAnswer, type World } from './world.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'

/** Where the receiver of a message dies. A transaction that it is in the middle of is rolled back. */
export type Crash = 'before' | 'middle' | 'after' | null

/** What the platform has not said yet that it holds, in the order of the PC's own log: nothing goes up before what its writer had seen. */
export function unsent({ disk: { log, acked } }: Pc): readonly WireEvent[] {
  return log.rows.filter(({ device, dseq }) => dseq > (acked.get(device) ?? 0))
}

/** The next push of a PC: a run of one device's events. Null when nothing waits. */
export function pushOf(pc: Pc, most: number): Message | null {
  const waiting = unsent(pc).filter(({ device }) => !pc.refused.has(device))
  const device = waiting[0]?.device
  if (device === undefined) return null
  const end = waiting.findIndex((event) => event.device !== device)
  const events = waiting.slice(0, Math.min(most, end < 0 ? most : end))
  return { kind: 'push', pc, starts: pc.starts, device, events }
}

export function pullOf(pc: Pc, limit: number): Message {
  return { kind: 'pull', pc, starts: pc.starts, after: pc.disk.cursor, limit }
}

/**
 * A message arrives, and its receiver may die over it.
 * @returns what the receiver sends in answer; null where nothing is answered
 */
export function arrive(world: World, message: Message, crash: Crash): Message | null {
  switch (message.kind) {
    case 'push':
      return pushArrives(world, message, crash)
    case 'pull': {
      const { pc, starts, after: from, limit } = message
      const events = world.platform.rows.slice(from, from + limit)
      return crash === null ? { kind: 'page', pc, starts, after: from, next: from + events.length, events } : null
    }
    case 'pushed':
    case 'page': {
      const { pc, starts } = message
      if (starts !== pc.starts) return null
      if (crash !== 'before') withCrash(world, message, crash)
      if (crash !== null) pc.starts += 1
      return null
    }
    default:
      return message satisfies never
  }
}

function withCrash(world: World, message: Extract<Message, { kind: 'pushed' | 'page' }>, crash: Crash): void {
  const { pc } = message
  if (message.kind === 'pushed') {
    if (crash !== 'middle') answered(world, message)
    return
  }
  if (crash !== 'middle') return absorb(world, pc, message)
  const { seams } = world
  const before = copyOfDisk(pc.disk)
  absorb(world, pc, message)
  const { cursor } = pc.disk
  pc.disk = before
  // Two transactions where one is asked for: the first of them is through.
  if (seams.cursorBeforeData) pc.disk.cursor = cursor
}

function pushArrives(world: World, message: Extract<Message, { kind: 'push' }>, crash: Crash): Message | null {
  const { seams, platform } = world
  const { pc, starts, device, events } = message
  if (crash === 'before' || (crash === 'middle' && !seams.acksBeforeStoring)) return null
  if (crash === 'middle') {
    const dseq = events.at(-1)?.dseq ?? 0
    return { kind: 'pushed', pc, starts, device, lastSent: dseq, answer: { kind: 'acked', dseq } }
  }
  const answer = storePush(world, platform, device, events)
  return crash === 'after' ? null : { kind: 'pushed', pc, starts, device, lastSent: events.at(-1)?.dseq ?? 0, answer }
}

function storePush(world: World, platform: Log, device: DeviceId, events: readonly WireEvent[]): PushAnswer {
  for (const event of events) {
    const taken = take(platform, event, world.seams)
    if (taken.kind === 'gap' || taken.kind === 'fork') return taken
    if (taken.kind === 'known') return { kind: 'fork', atDseq: event.dseq }
  }
  const longest = Math.max(...[...platform.chains.keys()].map((each) => headOf(platform, each).dseq))
  return { kind: 'acked', dseq: world.seams.acksHeadOfAny ? longest : headOf(platform, device).dseq }
}

function answered(world: World, { pc, device, lastSent, answer }: Extract<Message, { kind: 'pushed' }>): void {
  const { disk } = pc
  const { seams } = world
  const of = seams.readsAckAsOwn ? disk.device : device
  if (answer.kind === 'acked') {
    // A twin under the same id may have brought the platform's chain further, with other facts: only what was in this push is known to be there.
    const dseq = seams.trustsAckedNumber ? answer.dseq : Math.min(answer.dseq, lastSent)
    disk.acked.set(of, Math.max(disk.acked.get(of) ?? 0, dseq))
  }
  if (answer.kind === 'gap') disk.acked.set(of, answer.expected - 1)
  if (answer.kind !== 'fork') return
  if (device === disk.device) healFork(world, pc, answer.atDseq)
  else pc.refused.add(device)
}

/** Events and cursor in one transaction. What the platform holds is what holds: a row of a fork makes way for it. */
function absorb(world: World, pc: Pc, page: Extract<Message, { kind: 'page' }>): void {
  const { disk } = pc
  const { seams } = world
  // A page that lies beyond the cursor was asked for by a database that has been set back since.
  if (page.after > disk.cursor) return
  pc.refused.clear()
  const isFresh = page.after === disk.cursor
  for (const event of page.events) {
    let taken = take(disk.log, event, seams)
    if (taken.kind === 'fork' && event.device === disk.device) return healFork(world, pc, taken.atDseq)
    if (taken.kind === 'fork') setAside(disk.log, event.device, taken.atDseq)
    if (taken.kind === 'known') setAside(disk.log, taken.held.device, taken.held.dseq)
    if (taken.kind === 'fork' || taken.kind === 'known') taken = take(disk.log, event, seams)
    if (taken.kind === 'stored' && seams.networkApart && isFresh && event.device !== disk.device) append(disk.log, event)
    if (hashAt(disk.log, event.device, event.dseq) === event.hash) {
      disk.acked.set(event.device, Math.max(disk.acked.get(event.device) ?? 0, event.dseq))
    }
  }
  disk.cursor = seams.cursorByCount ? disk.cursor + page.events.length : Math.max(disk.cursor, page.next)
}

/** Another PC's forked rows: their writer records them again under its new device id, and they come from there. */
function setAside(log: Log, device: DeviceId, fromDseq: number): void {
  remove(log, new Set(after(log, device, fromDseq - 1)))
}

/**
 * Two PCs on the garage's network: each says what it has, the other gives what is lacking, in the order of its log.
 * @param most events of one page
 * @param swap pages arrive in the wrong order
 */
export function meet(world: World, from: Pc, to: Pc, most: number, swap: boolean): void {
  const lacking = from.disk.log.rows.filter(({ device, dseq }) => dseq > headOf(to.disk.log, device).dseq)
  const pages: (readonly WireEvent[])[] = []
  for (let start = 0; start < lacking.length; start += most) pages.push(lacking.slice(start, start + most))
  for (const page of swap ? pages.toReversed() : pages.slice(0, 3)) {
    // A fork between two PCs is the platform's to decide: until then each keeps its own.
    for (const event of page) take(to.disk.log, event, world.seams)
  }
}
