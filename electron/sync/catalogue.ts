import { ok, type Result } from '../../core/basics/result.ts'
import { catalogueAnswer } from '../../core/wire/protocol.ts'
import { readSyncNote } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import type { Caller } from './tokens.ts'
import type { CallFailure } from './transport/call.ts'

/** The platform's catalogue, fetched whole when there is another version than the one that stands here. `known` holds its etag between calls. */
export async function fetchCatalogue(
  garage: SyncGarage,
  caller: Caller,
  known: { etag: string | null },
  signal: AbortSignal,
): Promise<Result<boolean, CallFailure>> {
  const { etag } = known
  const answered = await caller.call(catalogueAnswer, { method: 'GET', path: 'catalogue', etag, signal })
  if (!answered.ok) return answered
  if (answered.value === 'notModified') return ok(false)
  const { value, etag: newEtag } = answered.value
  known.etag = newEtag
  if (value.version === readSyncNote(garage.db).catalogueVersion) return ok(false)
  garage.keepCatalogue(value)
  return ok(true)
}
