import type { UtcMs } from '../../core/basics/instant.ts'
import { waitMs } from '../../core/sync/backoff.ts'
import { pushMostEvents } from '../../core/sync/batches.ts'
import type { NetworkStatus } from '../../core/contract/syncViews.ts'
import { heardAcked } from './acked.ts'
import { bell } from './bell.ts'
import type { SyncGarage } from './garage.ts'
import { fetchPhotos, sendPhotos } from './photos.ts'
import { round, type RoundEnd, type Server } from './round.ts'
import type { Timing } from './timing.ts'
import { openCaller } from './tokens.ts'
import { networkDoor, readPeerAddress, type NetworkKey } from './transport/door.ts'

type PeerStatus = NetworkStatus['peers'][number]

/** Another PC of this garage, as long as its address stands in the settings. */
export type Peer = {
  readonly status: () => PeerStatus
  readonly wake: () => void
  readonly now: () => void
  readonly stop: () => Promise<void>
}

export type PeerOptions = {
  readonly garage: SyncGarage
  readonly key: NetworkKey
  readonly address: string
  readonly timing: Timing
  readonly onStatus: () => void
}

/** Meets another PC again and again, both ways: what it lacks is pushed, what it has is pulled. Null for what is no address. */
export function startPeer({ garage, key, address, timing, onStatus }: PeerOptions): Peer | null {
  const url = readPeerAddress(address)
  if (url === null) return null
  const over = new AbortController()
  const { signal } = over
  const door = networkDoor(url, key, timing.patience)
  const caller = openCaller(door)
  const peer = `network ${address}`
  const rings = bell(timing.pause)
  const forked = new Set<string>()

  let status: PeerStatus = { address, state: 'unreachable', lastContactUtcMs: null }
  const say = (state: PeerStatus['state'], lastContactUtcMs: UtcMs | null): void => {
    const isNews = state !== status.state
    status = { address, state, lastContactUtcMs: lastContactUtcMs ?? status.lastContactUtcMs }
    if (isNews) onStatus()
  }

  const server: Server = {
    garage,
    outbox: {
      db: garage.db,
      caller,
      historyId: () => server.there?.historyId ?? '',
      acked: heardAcked(),
      isSkipped: (device) => forked.has(device),
      mostEvents: pushMostEvents,
    },
    inbox: {
      garage,
      peer,
      caller,
      exclude: () => garage.identity().device,
      unchanged: null,
      chunk: 100,
      incomplete: new Set(),
      onFork: 'passBy',
    },
    // Of another PC the history may change, when its database was restored: it is then pulled from its start.
    knownHistory: () => server.there?.historyId ?? null,
    onContact: () => say('connected', garage.clock.wallUtcMs()),
    there: null,
    askedAgain: false,
  }

  /** What the platform holds decides about forks; two PCs by themselves leave the device out until then. */
  const passBy = (end: RoundEnd): boolean => {
    if (end.kind === 'behind') {
      // This database was restored: what it has lost comes back as another device's.
      garage.replaceDevice(null)
      server.there = null
      return true
    }
    if (end.kind !== 'fork' || forked.has(end.device)) return false
    forked.add(end.device)
    return true
  }

  const meet = async (): Promise<void> => {
    let failures = 0
    while (!signal.aborted) {
      rings.hush()
      const end = await round(server, signal)
      if (signal.aborted) return
      if (passBy(end)) continue
      if (end.kind === 'done') {
        failures = 0
        await sendPhotos(garage, caller, peer, signal)
        await fetchPhotos(garage, caller, signal)
        await rings.wait(timing.networkMs, ['facts', 'person'], signal)
        continue
      }
      failures += 1
      say(stateOf(end), null)
      const known = server.there
      server.there = null
      server.askedAgain = false
      if (end.kind === 'historyChanged' && known !== null) continue
      // A neighbour comes back within moments; nobody waits minutes for a PC two metres away.
      await rings.wait(Math.min(waitMs(failures, timing.random(), null), timing.networkMs * 5), ['person'], signal)
    }
  }

  const meeting = meet()
  return {
    status: () => status,
    wake: () => rings.ring('facts'),
    now: () => rings.ring('person'),
    stop: async () => {
      over.abort()
      await Promise.allSettled([meeting])
      door.close()
    },
  }
}

/** `refused`: something answers there, and it is no PC of this garage. */
function stateOf(end: RoundEnd): PeerStatus['state'] {
  if (end.kind !== 'failed') return 'connected'
  return end.failure.code === 'unreachable' || end.failure.code === 'busy' ? 'unreachable' : 'refused'
}
