import type { DeviceId } from '../../core/basics/ids.ts'
import { assertNever } from '../../core/basics/assertNever.ts'
import { utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { waitMs } from '../../core/sync/backoff.ts'
import { pushMostEvents } from '../../core/sync/batches.ts'
import type { SyncTrouble } from '../../core/contract/syncViews.ts'
import {
  photosUnsent,
  photosWanted,
  platformPeer,
  readCursor,
  readJoined,
  readSyncNote,
  writeJoined,
  writeSyncNote,
} from '../../db/queries/sync.ts'
import { keptAcked } from './acked.ts'
import { bell, type Ring } from './bell.ts'
import { fetchCatalogue } from './catalogue.ts'
import type { SyncGarage } from './garage.ts'
import { keepLive } from './live.ts'
import { fetchPhotos, sendPhotos } from './photos.ts'
import { waitingDevices } from './push.ts'
import { fromStart, round, type RoundEnd, type Server } from './round.ts'
import { takeSnapshot, type Progress } from './snapshot.ts'
import type { Timing } from './timing.ts'
import { signedInCaller, type Caller } from './tokens.ts'
import { platformDoor } from './transport/door.ts'
import { isFinal, troubleOf } from './trouble.ts'

export type LinkStatus = {
  readonly trouble: SyncTrouble | null
  readonly working: boolean
  readonly live: boolean
  readonly offlineSinceUtcMs: UtcMs | null
  readonly lastContactUtcMs: UtcMs | null
  readonly nextTryUtcMs: UtcMs | null
  /** While an empty PC is filled. */
  readonly receiving: Progress | null
}

/** This PC's connection to its platform, from the moment it is joined until it is stopped. */
export type Link = {
  readonly status: () => LinkStatus
  readonly caller: Caller
  /** Facts that the platform has not acknowledged, by device. */
  readonly waiting: () => readonly { readonly device: DeviceId; readonly afterDseq: number }[]
  /** Done, or once tried without luck. */
  readonly ready: Promise<void>
  readonly wake: () => void
  readonly now: () => void
  readonly stop: () => Promise<void>
}

type Tries = { readonly failures: number; readonly mended: number }
type Next = { readonly waitMs: number; readonly by: readonly Ring[]; readonly tries: Tries }
/** A new device id mends a fork once; a server that finds forks again and again is wrong itself. */
const mendedMost = 4

export type LinkOptions = {
  readonly garage: SyncGarage
  readonly timing: Timing
  readonly onStatus: () => void
  /** The platform gave the garage's PCs another key for their network. */
  readonly onNetworkKey: () => void
}

/** Null when the garage is not joined. */
export function startLink({ garage, timing, onStatus, onNetworkKey }: LinkOptions): Link | null {
  const { db, clock, deviceKey } = garage
  const joined = readJoined(db)
  const url = joined === null ? null : URL.parse(joined.url)
  if (joined === null || url === null || deviceKey === null) return null

  const over = new AbortController()
  const { signal } = over
  const facts = bell(timing.pause)
  const photos = bell(timing.pause)
  const door = platformDoor(url, timing.patience)
  const caller = signedInCaller(door, {
    device: joined.enrolledDevice,
    sign: deviceKey.sign,
    tokens: () => readJoined(db) ?? joined,
    keep: (tokens, networkKeyHex) => {
      const now = readJoined(db)
      if (now === null) return
      writeJoined(db, { ...now, ...tokens, networkKeyHex })
      if (now.networkKeyHex !== networkKeyHex) onNetworkKey()
    },
  })

  let status: LinkStatus = {
    trouble: null,
    working: false,
    live: false,
    offlineSinceUtcMs: null,
    lastContactUtcMs: readSyncNote(db).lastContactUtcMs,
    nextTryUtcMs: null,
    receiving: null,
  }
  const say = (changed: Partial<LinkStatus>): void => {
    status = { ...status, ...changed }
    onStatus()
  }

  /** The platform holds more of this PC's device than this PC: until all of that was pulled nobody knows whether it is a fork. */
  let isBehind = false
  const noteContact = contactNote(garage)
  const forkedElsewhere = new Set<DeviceId>()
  const server: Server = {
    garage,
    outbox: {
      db,
      caller,
      historyId: () => joined.historyId,
      acked: keptAcked(db, platformPeer),
      isSkipped: (device) => device === joined.platformDevice || forkedElsewhere.has(device),
      mostEvents: pushMostEvents,
    },
    inbox: {
      garage,
      peer: platformPeer,
      caller,
      exclude: () => (isBehind ? null : garage.identity().device),
      unchanged: null,
      chunk: 100,
      incomplete: new Set(),
      onFork: 'stop',
    },
    knownHistory: () => joined.historyId,
    onContact: (serverUtcMs) => {
      noteContact(serverUtcMs)
      status = { ...status, lastContactUtcMs: clock.wallUtcMs(), offlineSinceUtcMs: null }
    },
    there: null,
    askedAgain: false,
  }

  const changeDevice = (fromDseq: number | null): void => {
    garage.replaceDevice(fromDseq)
    isBehind = false
    fromStart(server)
    server.there = null
    onStatus()
  }

  /** What a round that did not end well asks of this PC before the next one; null when only time helps. */
  const mend = (end: RoundEnd): SyncTrouble | 'again' | null => {
    switch (end.kind) {
      case 'done':
        if (!isBehind) return null
        // What was missing came, and nothing of it stood against anything here: a database that was set back.
        changeDevice(null)
        return 'again'
      case 'failed':
        return troubleOf(end.failure)
      case 'historyChanged':
        return { code: 'historyReset' }
      case 'fork':
        if (end.device === garage.identity().device) changeDevice(end.atDseq)
        else forkedElsewhere.add(end.device)
        return 'again'
      case 'forkHere':
        if (end.device === garage.identity().device) changeDevice(end.atDseq)
        else {
          // The platform's is the garage's common history; what the other one said comes back under its writer's new id.
          garage.setAside(end.device, end.atDseq)
          fromStart(server)
        }
        return 'again'
      case 'behind':
        // Under a new id at once, facts of a fork would stay under the old one, and nobody would record them again.
        isBehind = true
        fromStart(server)
        return 'again'
      case 'damaged':
        if (end.device === garage.identity().device) return { code: 'logDamaged' }
        forkedElsewhere.add(end.device)
        return 'again'
      case 'eventTooLarge':
        return { code: 'eventTooLarge', eventId: end.eventId }
      case 'diskFull':
        return { code: 'diskFull' }
      default:
        return assertNever(end)
    }
  }

  /** An empty PC is filled in one stream first; what that leaves over is pulled. */
  const fill = async (): Promise<void> => {
    if (garage.hasFacts() || readCursor(db, platformPeer) !== null) return
    await takeSnapshot(server.inbox, signal, (receiving) => say({ receiving }))
    say({ receiving: null })
  }

  /** One round, mended and told; how long to wait before the next one and what may end the wait. */
  const factsRound = async (before: Tries): Promise<Next> => {
    say({ working: true, nextTryUtcMs: null })
    await fill()
    const end = await round(server, signal)
    const mended = signal.aborted ? null : mend(end)
    if (mended === 'again' && before.mended < mendedMost) return { waitMs: 0, by: [], tries: { failures: 0, mended: before.mended + 1 } }
    if (end.kind === 'done') {
      say({ working: false, trouble: null, offlineSinceUtcMs: null })
      if (photosWait(garage)) photos.ring('facts')
      return { waitMs: status.live ? timing.idlePollMs : timing.pollMs, by: ['facts', 'person'], tries: { failures: 0, mended: 0 } }
    }
    server.there = null
    server.askedAgain = false
    const failures = before.failures + 1
    const trouble = mended === 'again' ? { code: 'answerWrong' as const } : mended
    const isOffline = end.kind === 'failed' && end.failure.code === 'unreachable'
    const retryAfterMs = end.kind === 'failed' && end.failure.code === 'busy' ? end.failure.retryAfterMs : null
    const halted = trouble !== null && isFinal(trouble)
    const pauseMs = halted ? timing.haltedMs : waitMs(failures, timing.random(), retryAfterMs)
    say({
      working: false,
      trouble,
      offlineSinceUtcMs: isOffline ? (status.offlineSinceUtcMs ?? clock.wallUtcMs()) : null,
      nextTryUtcMs: halted ? null : utcMs(clock.wallUtcMs() + pauseMs),
    })
    return { waitMs: pauseMs, by: ['person'], tries: { failures, mended: 0 } }
  }

  const ready = Promise.withResolvers<void>()
  const exchangeFacts = async (): Promise<void> => {
    let tries: Tries = { failures: 0, mended: 0 }
    while (!signal.aborted) {
      facts.hush()
      const next = await factsRound(tries).catch((error: unknown) => broken(error, tries))
      tries = next.tries
      if (next.waitMs > 0) ready.resolve()
      if (next.waitMs > 0 && !signal.aborted) await facts.wait(next.waitMs, next.by, signal)
    }
    ready.resolve()
  }

  /** The database did not do what was asked of it. It is said, and tried again: a full disk may be emptied. */
  const broken = (error: unknown, before: Tries): Next => {
    const failures = before.failures + 1
    const pauseMs = waitMs(failures, timing.random(), null)
    server.there = null
    if (!signal.aborted) {
      const isFull = typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_FULL'
      say({ working: false, trouble: { code: isFull ? 'diskFull' : 'logDamaged' }, nextTryUtcMs: utcMs(clock.wallUtcMs() + pauseMs) })
    }
    return { waitMs: pauseMs, by: ['person'], tries: { failures, mended: 0 } }
  }

  const exchangePhotos = async (): Promise<void> => {
    let failures = 0
    const catalogue = { etag: null }
    while (!signal.aborted) {
      const pauseMs = failures === 0 ? timing.photosMs : waitMs(failures, timing.random(), null)
      await photos.wait(pauseMs, failures === 0 ? ['facts', 'person'] : ['person'], signal)
      photos.hush()
      // Nothing is asked of a platform that the facts could not reach.
      if (signal.aborted || status.trouble !== null || status.offlineSinceUtcMs !== null) continue
      const done = await photosRound(catalogue).catch(() => false)
      failures = done ? 0 : failures + 1
      if (!signal.aborted) onStatus()
    }
  }
  const photosRound = async (catalogue: { etag: string | null }): Promise<boolean> => {
    if (!(await sendPhotos(garage, caller, platformPeer, signal)).ok) return false
    if (!(await fetchPhotos(garage, caller, signal)).ok) return false
    return (await fetchCatalogue(garage, caller, catalogue, signal)).ok
  }

  const lanes = [
    exchangeFacts(),
    exchangePhotos(),
    keepLive({
      caller,
      pause: timing.pause,
      random: timing.random,
      silenceMostMs: timing.silenceMostMs,
      signal,
      onHead: () => facts.ring('facts'),
      onState: (live) => say({ live }),
    }),
  ]
  return {
    status: () => status,
    caller,
    waiting: () => waitingDevices(server.outbox).map(({ device }) => ({ device, afterDseq: server.outbox.acked.of(device) })),
    ready: ready.promise,
    wake: () => facts.ring('facts'),
    now: () => {
      facts.ring('person')
      photos.ring('person')
    },
    stop: async () => {
      over.abort()
      await Promise.allSettled(lanes)
      door.close()
    },
  }
}

function photosWait({ db }: SyncGarage): boolean {
  return photosUnsent(db, platformPeer, 1).length > 0 || photosWanted(db, 1).length > 0
}

/** How often the last contact is written down, in ms; in between it is known to the running program alone. */
const contactEveryMs = 300_000
/** A smaller change of the clocks' difference is the network's delay. */
const offsetStepMs = 1_000

function contactNote({ db, clock }: SyncGarage): (serverUtcMs: number | null) => void {
  let writtenAt: number | null = null
  return (serverUtcMs) => {
    if (serverUtcMs === null) return
    const wall = clock.wallUtcMs()
    const offset = wall - serverUtcMs
    const known = readSyncNote(db).serverOffsetMs
    const moved = known === null || Math.abs(offset - known) > offsetStepMs
    if (!moved && writtenAt !== null && clock.monotonicMs() - writtenAt < contactEveryMs) return
    writtenAt = clock.monotonicMs()
    writeSyncNote(db, { serverOffsetMs: moved ? offset : known, lastContactUtcMs: wall })
  }
}
