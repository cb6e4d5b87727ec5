import { readSyncNote, writeSyncNote } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'

/** How often the last contact is written down, in ms; in between it is known to the running program alone. */
const contactEveryMs = 300_000
/** A smaller change of the clocks' difference is the network's delay. */
const offsetStepMs = 1_000

export function contactNote({ db, clock }: SyncGarage): (serverUtcMs: number | null) => void {
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
