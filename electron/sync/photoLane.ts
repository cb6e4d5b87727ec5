import { waitMs } from '../../core/sync/backoff.ts'
import { photosUnsent, photosWanted, platformPeer } from '../../db/queries/sync.ts'
import type { Bell } from './bell.ts'
import { fetchCatalogue } from './catalogue.ts'
import type { SyncGarage } from './garage.ts'
import { fetchPhotos, sendPhotos } from './photos.ts'
import type { Timing } from './timing.ts'
import type { Caller } from './tokens.ts'

export type PhotoLane = {
  readonly garage: SyncGarage
  readonly caller: Caller
  readonly timing: Timing
  readonly bell: Bell
  /** Nothing is asked of a platform that the facts cannot reach. */
  readonly isAway: () => boolean
  readonly onDone: () => void
}

/** Photos both ways and the catalogue, again and again, beside the facts: a large photo on a thin line holds no booking up. */
export async function exchangePhotos({ garage, caller, timing, bell, isAway, onDone }: PhotoLane, signal: AbortSignal): Promise<void> {
  let failures = 0
  const catalogue = { etag: null }
  const photosRound = async (): Promise<boolean> => {
    if (!(await sendPhotos(garage, caller, platformPeer, signal)).ok) return false
    if (!(await fetchPhotos(garage, caller, platformPeer, signal)).ok) return false
    return (await fetchCatalogue(garage, caller, catalogue, signal)).ok
  }
  while (!signal.aborted) {
    const pauseMs = failures === 0 ? timing.photosMs : waitMs(failures, timing.random(), null)
    await bell.wait(pauseMs, failures === 0 ? ['facts', 'person'] : ['person'], signal)
    bell.hush()
    if (signal.aborted || isAway()) continue
    const done = await photosRound().catch(() => false)
    failures = done ? 0 : failures + 1
    if (!signal.aborted) onDone()
  }
}

export function photosWait({ db }: SyncGarage): boolean {
  return photosUnsent(db, platformPeer, 1).length > 0 || photosWanted(db, 1).length > 0
}
