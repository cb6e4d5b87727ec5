import { cpSync } from 'node:fs'
import type { EventId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { WireEvent } from '../../../core/wire/wireEvent.ts'
import { wireColumns, wireEventOf, type WireRow } from '../../../db/log/wireRow.ts'
import { readJoined } from '../../../db/queries/sync.ts'
import { openService, type Service } from '../../../electron/service/service.ts'
import type { SyncGarage } from '../../../electron/service/syncGarage.ts'
import { openHub } from '../../../electron/sync/hub/hub.ts'
import { startLink } from '../../../electron/sync/link.ts'
import { startPeer } from '../../../electron/sync/network.ts'
import { usualTiming, type Timing } from '../../../electron/sync/timing.ts'
import { append, emptyLog, type Log } from '../log.ts'

/** One PC of a real history: its own folder, database and key, the real service over it. */
export type RealPc = {
  readonly name: string
  folder: string
  service: Service
  readonly clock: { readonly wallUtcMs: () => UtcMs; readonly monotonicMs: () => number }
  /** How far its clock is wrong. */
  readonly off: { ms: number }
  isTwin: boolean
  readonly wrote: Set<string>
  readonly backups: string[]
}

export function open(folder: string, clock: RealPc['clock']): Service {
  const opened = openService({ dataFolder: folder, clock, programVersion: 'test', demoAtUtcMs: null })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

export function garageOf({ service }: RealPc): SyncGarage {
  const garage = service.garageForSync()
  if (garage === null) throw new Error('a PC of a history has a garage')
  return garage
}

/** The program ends and starts again. */
export function restarted(pc: RealPc): void {
  pc.service.stop()
  pc.service = open(pc.folder, pc.clock)
}

/** Another folder with the same bytes: a backup, a copy on another PC. */
export function copied(pc: RealPc, folder: string): void {
  pc.service.stop()
  cpSync(pc.folder, folder, { recursive: true })
  pc.service = open(pc.folder, pc.clock)
}

/** Never lets time pass by itself: whoever waits, waits until he is stopped. */
function timing(onPause: (ms: number) => void): Timing {
  const pause: Timing['pause'] = (ms, signal) =>
    new Promise((resolve) => {
      onPause(ms)
      if (signal.aborted) resolve()
      else signal.addEventListener('abort', () => resolve(), { once: true })
    })
  return { ...usualTiming, pause, random: () => 0.5, networkMs: networkPauseMs }
}
const networkPauseMs = 7_001

/** One round of the real engine with the platform, as it comes: done, failed, or the program died in it. */
export async function exchange(pc: RealPc, onDeath: { call: () => void }): Promise<string> {
  const ended = Promise.withResolvers<'ended' | 'died'>()
  onDeath.call = () => ended.resolve('died')
  let link: ReturnType<typeof startLink> = null
  const look = (): void => {
    if (link !== null && !link.status().working) ended.resolve('ended')
  }
  link = startLink({
    garage: garageOf(pc),
    timing: timing(() => setImmediate(look)),
    onStatus: () => setImmediate(look),
    onNetworkKey: () => {},
  })
  if (link === null) return 'notJoined'
  const how = await ended.promise
  const { trouble, offlineSinceUtcMs } = link.status()
  await link.stop()
  if (how === 'died') restarted(pc)
  return trouble?.code ?? (offlineSinceUtcMs === null ? how : 'offline')
}

/** Two PCs on the garage's network: one round of the real engine from the first to the second's real hub. */
export async function meeting(from: RealPc, to: RealPc): Promise<boolean> {
  const joined = readJoined(garageOf(to).db)
  if (joined === null || readJoined(garageOf(from).db) === null) return false
  const key = { garage: garageOf(to).identity().garage, keyHex: joined.networkKeyHex }
  const hub = await openHub(garageOf(to), key, 0)
  if (!hub.ok) throw new Error(hub.error)
  const ended = Promise.withResolvers<void>()
  const address = `127.0.0.1:${hub.value.port}`
  const peer = startPeer({ garage: garageOf(from), key, address, timing: timing(() => ended.resolve()), onStatus: () => {} })
  await ended.promise
  const isMet = peer?.status().lastContactUtcMs !== null
  await peer?.stop()
  await hub.value.close()
  return isMet
}

/** The rows of the PC's log, by SQL of their own and in the order in which they were stored. */
export function rowsOf(pc: RealPc): readonly WireEvent[] {
  return garageOf(pc).db.prepare<[], WireRow>(`SELECT ${wireColumns} FROM event ORDER BY seq`).all().map(wireEventOf)
}

/** Chains in the order of their numbers: a fact that was recorded again may have found its place late. */
export function logOf(rows: readonly WireEvent[]): Log {
  const log = emptyLog()
  for (const event of rows.toSorted((a, b) => (a.device === b.device ? a.dseq - b.dseq : a.device < b.device ? -1 : 1))) append(log, event)
  return log
}

export function idsOf(rows: readonly WireEvent[]): ReadonlySet<EventId> {
  return new Set(rows.map(({ id }) => id))
}
