import { assertNever } from '../../core/basics/assertNever.ts'
import type { DeviceId } from '../../core/basics/ids.ts'
import { pushMostEvents } from '../../core/sync/batches.ts'
import type { SyncTrouble } from '../../core/contract/syncViews.ts'
import { platformPeer, type Joined } from '../../db/queries/sync.ts'
import { keptAcked } from './acked.ts'
import type { SyncGarage } from './garage.ts'
import { fromStart, type RoundEnd, type Server } from './round.ts'
import type { Caller } from './tokens.ts'
import { troubleOf } from './trouble.ts'

/** The platform as this PC exchanges facts with it, and what puts this PC in order when that did not end well. */
export type PlatformServer = {
  readonly server: Server
  /** What a round asks of this PC before the next one; null when only time helps. */
  readonly mend: (end: RoundEnd) => SyncTrouble | 'again' | null
}

export type PlatformServerOptions = {
  readonly garage: SyncGarage
  readonly caller: Caller
  readonly joined: Joined
  readonly onContact: (serverUtcMs: number | null) => void
  readonly onNewDevice: () => void
}

export function platformServer({ garage, caller, joined, onContact, onNewDevice }: PlatformServerOptions): PlatformServer {
  /** The platform holds more of this PC's device than this PC: until all of that was pulled nobody knows whether it is a fork. */
  let isBehind = false
  const forkedElsewhere = new Set<DeviceId>()
  const server: Server = {
    garage,
    outbox: {
      db: garage.db,
      caller,
      historyId: () => joined.historyId,
      acked: keptAcked(garage.db, platformPeer),
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
    onContact,
    there: null,
    greetIdleMs: null,
    askedAgain: false,
  }

  const changeDevice = (fromDseq: number | null, forked = garage.identity().device): void => {
    garage.replaceDevice(fromDseq, forked)
    isBehind = false
    fromStart(server)
    server.there = null
    onNewDevice()
  }

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
        if (garage.isOwn(end.device)) changeDevice(end.atDseq, end.device)
        else forkedElsewhere.add(end.device)
        return 'again'
      case 'forkHere':
        if (garage.isOwn(end.device)) changeDevice(end.atDseq, end.device)
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
        if (garage.isOwn(end.device)) return { code: 'logDamaged' }
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
  return { server, mend }
}
