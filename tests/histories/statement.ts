import type { EventId } from '../../core/basics/ids.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { folded } from './fold.ts'
import type { Log } from './log.ts'
import { factOf } from './record.ts'
import { sha256, type World } from './world.ts'

/**
 * What has to hold once everything was exchanged, stated from what people were told and from plain rows, without asking any
 * rule that is under test: everything that was confirmed is in every log, once; every log shows the same garage.
 */
export const faults = [
  'not quiet',
  'lost',
  'doubled',
  'altered',
  'broken chain',
  'forked',
  'states differ',
  'order ignores what was seen',
] as const
export type Fault = (typeof faults)[number]
export type Broken = { readonly fault: Fault; readonly where: string; readonly about: string }

export function broken(world: World, isQuiet: boolean): readonly Broken[] {
  const logs = [{ where: 'platform', log: world.platform }, ...world.pcs.map(({ name, disk }) => ({ where: name, log: disk.log }))]
  const found: Broken[] = isQuiet ? [] : [{ fault: 'not quiet', where: 'all', about: 'something still waits to be sent or pulled' }]
  for (const { where, log } of logs) {
    found.push(...factProblems(world, log).map((each) => ({ ...each, where })))
    found.push(...chainProblems(log).map((each) => ({ ...each, where })))
    found.push(...orderProblems(world, log).map((each) => ({ ...each, where })))
  }
  const hasTwins = world.counts['undetected copies'] > 0
  if (!hasTwins && world.counts['forks healed'] > 0)
    found.push({ fault: 'forked', where: 'all', about: 'two programs wrote under one device id' })
  return [...found, ...stateProblems(world, logs)]
}

type Found = Omit<Broken, 'where'>

/** Each fact that somebody was told of stands there once, as it was told; a key pressed twice was carried out once. */
function factProblems({ told, destroyed }: World, { rows }: Log): readonly Found[] {
  const found: Found[] = []
  const times = new Map<EventId, number>()
  const pressed = new Map<number, string>()
  for (const event of rows) {
    times.set(event.id, (times.get(event.id) ?? 0) + 1)
    const as = told.get(event.id)
    if (as === undefined) found.push({ fault: 'doubled', about: `${event.type}: nobody was told of it under this id` })
    else if (as.fact !== factOf(event)) found.push({ fault: 'altered', about: event.type })
    if (as === undefined || as.press === null) continue
    const place = `${as.stream} ${event.wallAtUtcMs}`
    if ((pressed.get(as.press) ?? place) !== place) found.push({ fault: 'doubled', about: `${event.type}: one key, carried out twice` })
    pressed.set(as.press, place)
  }
  for (const [id, as] of told) {
    const count = times.get(id) ?? 0
    if (count > 1) found.push({ fault: 'doubled', about: as.fact })
    if (count === 0 && !destroyed.has(id)) found.push({ fault: 'lost', about: as.fact })
  }
  return found
}

/** 1, 2, 3 ... of every device, each hashed over itself and the one before. */
function chainProblems({ rows }: Log): readonly Found[] {
  const heads = new Map<string, { readonly dseq: number; readonly hash: string }>()
  return rows.flatMap((event): readonly Found[] => {
    const before = heads.get(event.device) ?? { dseq: 0, hash: chainStart }
    heads.set(event.device, event)
    const fits = event.dseq === before.dseq + 1 && event.prevHash === before.hash && isHashed(event)
    return fits ? [] : [{ fault: 'broken chain', about: `${event.device} ${before.dseq} -> ${event.dseq}` }]
  })
}

/** The same event object stands in every log, and its hash is computed once. */
const hashes = new WeakMap<Log['rows'][number], boolean>()
function isHashed(event: Log['rows'][number]): boolean {
  const known = hashes.get(event)
  if (known !== undefined) return known
  const { hash, signature: _, ...rest } = event
  const holds = sha256(hashedTextOfStored(rest)) === hash
  hashes.set(event, holds)
  return holds
}

/** Nothing stands before what its writer had seen, and the fold is told of exactly what he had not. */
function orderProblems({ told, destroyed, seams }: World, { streams }: Log): readonly Found[] {
  return [...streams].flatMap(([stream, events]): readonly Found[] => {
    const seenOf = (id: EventId) => told.get(id)?.seen ?? []
    // A chain of sights that a destroyed disk has torn cannot be followed by anybody.
    if (events.some(({ id }) => seenOf(id).some((each) => destroyed.has(each)))) return []
    // Whoever saw a fact saw through it what its own writer had seen, though a database that was set back may lack it for a while.
    const seenBy = new Map<EventId, ReadonlySet<EventId>>()
    const earlier = new Set<EventId>()
    for (const { event, apart } of seams.order(events)) {
      const direct = seenOf(event.id)
      if (direct.some((id) => !earlier.has(id))) return [{ fault: 'order ignores what was seen', about: `${event.type} in ${stream}` }]
      const seen = new Set(direct.flatMap((id) => [id, ...(seenBy.get(id) ?? [])]))
      const unseen = [...earlier].filter((id) => !seen.has(id))
      if (unseen.length !== apart.length || unseen.some((id) => !apart.includes(id)))
        return [{ fault: 'order ignores what was seen', about: `${event.type} in ${stream}: apart` }]
      seenBy.set(event.id, seen)
      earlier.add(event.id)
    }
    return []
  })
}

/** Every log folds to the same jobs, requests and settings. */
function stateProblems({ seams, platform }: World, logs: readonly { readonly where: string; readonly log: Log }[]): readonly Broken[] {
  const streams = [...new Set(logs.flatMap(({ log }) => [...log.streams.keys()]))]
  return streams.flatMap((stream) => {
    const wanted = folded(platform, stream, seams)
    const plain = JSON.stringify(wanted)
    return logs.flatMap(({ where, log }): readonly Broken[] => {
      const own = folded(log, stream, seams)
      // The same code builds the same value in the same order of names nearly always, and canonical text is dear.
      if (JSON.stringify(own) === plain || canonicalJson(own) === canonicalJson(wanted)) return []
      return [{ fault: 'states differ', where, about: stream }]
    })
  })
}
