import type { SyncState, SyncStatus } from '../../core/contract/syncViews.ts'
import { countUnread, countUnsent, photosUnsent, platformPeer, readJoined, readSyncNote } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import type { Link } from './link.ts'

type Stand = Omit<SyncStatus, 'openTasks' | 'network'>

const notJoined: Stand = {
  state: 'notJoined',
  trouble: null,
  waiting: 0,
  waitingPhotos: 0,
  oldestWaitingAtUtcMs: null,
  offlineSinceUtcMs: null,
  lastContactUtcMs: null,
  nextTryUtcMs: null,
  live: false,
  receiving: null,
  unread: { newer: 0, invalid: 0 },
  forkedAtUtcMs: null,
  platform: null,
}

/** How this PC stands with its platform, for the badge. */
export function standOf(garage: SyncGarage | null, link: Link | null): Stand {
  if (garage === null) return notJoined
  const { db } = garage
  const unread = countUnread(db)
  const { forkedAtUtcMs } = readSyncNote(db)
  const joined = readJoined(db)
  if (link === null || joined === null) return { ...notJoined, unread, forkedAtUtcMs }
  const { trouble, working, live, receiving, offlineSinceUtcMs, lastContactUtcMs, nextTryUtcMs } = link.status()
  const counts = link.waiting().map(({ device, afterDseq }) => countUnsent(db, device, afterDseq))
  const waiting = counts.reduce((sum, { count }) => sum + count, 0)
  const oldest = counts.flatMap((each) => (each.oldest === null ? [] : [each.oldest.wallAtUtcMs])).toSorted((a, b) => a - b)[0]
  const { url, garageName, deviceName, deviceNo } = joined
  return {
    state: stateOf({
      needsYou: trouble !== null,
      isOffline: offlineSinceUtcMs !== null,
      waiting,
      isWaiting: !working && nextTryUtcMs !== null,
    }),
    trouble,
    waiting,
    waitingPhotos: photosUnsent(db, platformPeer, 1_000).length,
    oldestWaitingAtUtcMs: oldest ?? null,
    offlineSinceUtcMs,
    lastContactUtcMs,
    nextTryUtcMs,
    live,
    receiving,
    unread,
    forkedAtUtcMs,
    platform: { url, garageName, deviceName, deviceNo },
  }
}

function stateOf(at: {
  readonly needsYou: boolean
  readonly isOffline: boolean
  readonly waiting: number
  readonly isWaiting: boolean
}): SyncState {
  if (at.needsYou) return 'needsYou'
  if (at.isOffline) return 'offline'
  if (at.isWaiting) return 'waiting'
  return at.waiting > 0 ? 'sending' : 'allSent'
}
