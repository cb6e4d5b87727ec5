import type { DeviceId } from '../../core/basics/ids.ts'
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

/** How long a device is left out before it is tried again, in ms. */
const leftOutMs = 60_000

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
  /** Devices whose chain goes otherwise there, and this PC's own one when it goes further there than here. */
  const leftOut = new Set<DeviceId>()
  let leftOutAtMs = 0
  let own = garage.identity().device

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
      isSkipped: (device) => leftOut.has(device),
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
    greetIdleMs: null,
    askedAgain: false,
  }

  /**
   * What the platform holds decides about forks; two PCs by themselves leave the device out until then. A new id before the
   * platform was asked would leave the facts of a fork under the old one, and nobody would record them again.
   */
  const passBy = (end: RoundEnd): boolean => {
    if ((end.kind !== 'fork' && end.kind !== 'behind') || leftOut.has(end.device)) return false
    leftOut.add(end.device)
    leftOutAtMs = garage.clock.monotonicMs()
    own = garage.identity().device
    server.there = null
    return true
  }
  /** Another id of this PC means that the platform has decided; of other devices it may have, so they are tried now and then. */
  const tryLeftOut = (): void => {
    const isDecided = garage.identity().device !== own
    if (leftOut.size === 0 || (!isDecided && garage.clock.monotonicMs() - leftOutAtMs < leftOutMs)) return
    leftOut.clear()
    server.there = null
  }

  /** Whether the next meeting follows after the usual while, at once, or later and later. */
  const meetOnce = async (): Promise<'met' | 'again' | 'failed'> => {
    tryLeftOut()
    const end = await round(server, signal)
    if (signal.aborted) return 'met'
    if (passBy(end)) return 'again'
    if (end.kind === 'done') {
      await sendPhotos(garage, caller, peer, signal)
      await fetchPhotos(garage, caller, peer, signal)
      return 'met'
    }
    say(stateOf(end), null)
    return end.kind === 'historyChanged' && server.there !== null ? 'again' : 'failed'
  }

  const meet = async (): Promise<void> => {
    let failures = 0
    while (!signal.aborted) {
      rings.hush()
      // The database may refuse at any step: that ends the meeting, never the service. The platform's lane tells a person.
      const met = await meetOnce().catch((): 'failed' => 'failed')
      if (met === 'met') {
        failures = 0
        await rings.wait(timing.networkMs, ['facts', 'person'], signal)
        continue
      }
      server.there = null
      server.askedAgain = false
      if (met === 'again') continue
      failures += 1
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
