import { randomUUID } from 'node:crypto'
import { readSyncNote, writeSyncNote } from '../../db/queries/sync.ts'
import type { SyncGarage } from '../service/syncGarage.ts'

export type { SyncGarage } from '../service/syncGarage.ts'

/** Names the unbroken row of numbers by which other PCs pull from this database: a new one after it was restored, copied or forked. */
export function historyIdOf({ db }: SyncGarage): string {
  const known = readSyncNote(db).historyId
  if (known !== null) return known
  const made = randomUUID()
  writeSyncNote(db, { historyId: made })
  return made
}
