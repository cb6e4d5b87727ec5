import { utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { waitMs } from '../../core/sync/backoff.ts'
import type { SyncTrouble } from '../../core/contract/syncViews.ts'
import { platformPeer, readCursor } from '../../db/queries/sync.ts'
import type { Bell, Ring } from './bell.ts'
import type { DeviceNames } from './deviceNames.ts'
import type { SyncGarage } from './garage.ts'
import type { LinkStatus } from './linkStatus.ts'
import type { PlatformServer } from './platformServer.ts'
import { round } from './round.ts'
import { takeSnapshot } from './snapshot.ts'
import type { Timing } from './timing.ts'
import { isFinal } from './trouble.ts'

type Tries = { readonly failures: number; readonly mended: number }
type Next = { readonly waitMs: number; readonly by: readonly Ring[]; readonly tries: Tries }
/** A new device id mends a fork once; a server that finds forks again and again is wrong itself. */
const mendedMost = 4

export type FactLane = {
  readonly garage: SyncGarage
  readonly timing: Timing
  readonly bell: Bell
  readonly platform: PlatformServer
  readonly names: DeviceNames
  readonly status: () => LinkStatus
  readonly say: (changed: Partial<LinkStatus>) => void
  readonly onDone: () => void
}

export type Facts = {
  /** Done, or once tried without luck. */
  readonly ready: Promise<void>
  /** The live channel broke: whether the platform is still there is asked at once, and not for long. */
  readonly probe: () => void
  readonly ended: Promise<void>
}

/** Facts both ways, round after round, until the signal ends it. */
export function exchangeFacts({ garage, timing, bell, platform, names, status, say, onDone }: FactLane, signal: AbortSignal): Facts {
  const { clock } = garage
  const { server, mend } = platform

  /** An empty PC is filled in one stream first; what that leaves over is pulled. */
  const fill = async (): Promise<void> => {
    if (garage.hasFacts() || readCursor(garage.db, platformPeer) !== null) return
    await takeSnapshot(server.inbox, signal, (receiving) => say({ receiving }))
    say({ receiving: null })
  }

  /** One round, mended and told; how long to wait before the next one and what may end the wait. */
  const oneRound = async (before: Tries): Promise<Next> => {
    say({ working: true, nextTryUtcMs: null })
    await fill()
    const end = await round(server, signal)
    const mended = signal.aborted ? null : mend(end)
    if (mended === 'again' && before.mended < mendedMost) return { waitMs: 0, by: [], tries: { failures: 0, mended: before.mended + 1 } }
    if (end.kind === 'done') {
      say({ working: false, trouble: null, offlineSinceUtcMs: null })
      onDone()
      if (names.isDue()) await names.fetch(signal)
      return { waitMs: status().live ? timing.idlePollMs : timing.pollMs, by: ['facts', 'person'], tries: { failures: 0, mended: 0 } }
    }
    server.askedAgain = false
    const trouble = mended === 'again' ? { code: 'answerWrong' as const } : mended
    const isOffline = end.kind === 'failed' && end.failure.code === 'unreachable'
    const retryAfterMs = end.kind === 'failed' && end.failure.code === 'busy' ? end.failure.retryAfterMs : null
    return failed(before, trouble, isOffline ? (status().offlineSinceUtcMs ?? clock.wallUtcMs()) : null, retryAfterMs)
  }

  const failed = (before: Tries, trouble: SyncTrouble | null, offlineSinceUtcMs: UtcMs | null, retryAfterMs: number | null): Next => {
    server.there = null
    names.wasAway()
    const failures = before.failures + 1
    const halted = trouble !== null && isFinal(trouble)
    const pauseMs = halted ? timing.haltedMs : waitMs(failures, timing.random(), retryAfterMs)
    if (!signal.aborted) {
      const nextTryUtcMs = halted ? null : utcMs(clock.wallUtcMs() + pauseMs)
      say({ working: false, trouble, offlineSinceUtcMs, nextTryUtcMs })
    }
    return { waitMs: pauseMs, by: offlineSinceUtcMs === null ? ['person'] : ['person', 'reached'], tries: { failures, mended: 0 } }
  }

  /** The database did not do what was asked of it. It is said, and tried again: a full disk may be emptied. */
  const broken = (error: unknown, before: Tries): Next => {
    const isFull = typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_FULL'
    return failed(before, { code: isFull ? 'diskFull' : 'logDamaged' }, status().offlineSinceUtcMs, null)
  }

  const ready = Promise.withResolvers<void>()
  const run = async (): Promise<void> => {
    let tries: Tries = { failures: 0, mended: 0 }
    while (!signal.aborted) {
      bell.hush()
      const next = await oneRound(tries).catch((error: unknown) => broken(error, tries))
      tries = next.tries
      server.greetIdleMs = null
      if (next.waitMs > 0) ready.resolve()
      if (next.waitMs > 0 && !signal.aborted) await bell.wait(next.waitMs, next.by, signal)
    }
    ready.resolve()
  }
  return {
    ready: ready.promise,
    ended: run(),
    probe: () => {
      names.wasAway()
      server.there = null
      server.greetIdleMs = timing.probeMs
      bell.ring('facts')
    },
  }
}
