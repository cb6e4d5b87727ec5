import type { UtcMs } from '../../core/basics/instant.ts'
import type { SyncTrouble } from '../../core/contract/syncViews.ts'
import type { Progress } from './snapshot.ts'

/** How the connection to the platform stands, as far as its lanes know. */
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
