import type { UtcMs } from '../../../core/basics/instant.ts'
import type { SyncStatus } from '../../../core/contract/syncViews.ts'

/** What the badge says. `notJoined`: nothing is to be sent, and everything is on this PC. */
export type Badge =
  | { readonly kind: 'notJoined' | 'allSent' | 'needsYou' }
  | { readonly kind: 'waiting' | 'sending'; readonly count: number }
  | { readonly kind: 'offline'; readonly sinceUtcMs: UtcMs }

/** @param now where the service does not say since when the network is gone, it has only just been noticed */
export function badgeOf(status: SyncStatus, now: UtcMs): Badge {
  const { state, offlineSinceUtcMs } = status
  // Photos wait as well as facts: neither is sent before it is acknowledged.
  const count = status.waiting + status.waitingPhotos
  switch (state) {
    case 'offline':
      return { kind: 'offline', sinceUtcMs: offlineSinceUtcMs ?? now }
    case 'sending':
    case 'waiting':
      // A poll without anything to send is no sending.
      return count === 0 ? { kind: 'allSent' } : { kind: state, count }
    default:
      return { kind: state }
  }
}
