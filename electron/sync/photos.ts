import type { Sha256Hex } from '../../core/basics/ids.ts'
import { ok, type Result } from '../../core/basics/result.ts'
import { readImageHeader } from '../../core/wire/imageHeader.ts'
import { photoMostBytes } from '../../core/wire/protocol.ts'
import { readPhoto, writePhoto } from '../../db/queries/photos.ts'
import { photosUnsent, photosWanted, writePhotoSent } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import { sha256Hex } from './sha256.ts'
import type { Caller } from './tokens.ts'
import type { CallFailure } from './transport/call.ts'

/** One step of the photos' way to and from a server, apart from the facts: a large photo on a thin line holds no booking up. */
export async function sendPhotos(
  garage: SyncGarage,
  caller: Caller,
  peer: string,
  signal: AbortSignal,
): Promise<Result<number, CallFailure>> {
  let sent = 0
  for (let hash = photosUnsent(garage.db, peer, 1)[0]; hash !== undefined && !signal.aborted; hash = photosUnsent(garage.db, peer, 1)[0]) {
    const bytes = readPhoto(garage.db, hash)
    if (bytes !== null) {
      const put = await caller.bytes({ method: 'PUT', path: `photos/${hash}`, bytes, signal }, 100_000)
      // A photo that the server does not want is not offered again: the fact that names it is there.
      if (!put.ok && !isFinal(put.error)) return put
      if (put.ok) sent += 1
    }
    writePhotoSent(garage.db, peer, hash)
  }
  return ok(sent)
}

/** Fetches what facts name and this PC has not. What the server does not have either is asked for again another time. */
export async function fetchPhotos(
  garage: SyncGarage,
  caller: Caller,
  peer: string,
  signal: AbortSignal,
): Promise<Result<number, CallFailure>> {
  let fetched = 0
  for (const hash of photosWanted(garage.db)) {
    if (signal.aborted) break
    const got = await caller.bytes({ method: 'GET', path: `photos/${hash}`, signal }, photoMostBytes)
    if (!got.ok && !isFinal(got.error)) return got
    if (got.ok && keepPhoto(garage, hash, got.value)) {
      // What came from there need not be sent there.
      writePhotoSent(garage.db, peer, hash)
      fetched += 1
    }
  }
  return ok(fetched)
}

function isFinal(failure: CallFailure): boolean {
  return (
    failure.code === 'tooLarge' ||
    (failure.code === 'refused' && ['notFound', 'hashWrong', 'tooLarge', 'badRequest'].includes(failure.problem))
  )
}

/** False for bytes that are not what they are named by, or no photo: they are not kept. */
export function keepPhoto({ db, clock }: SyncGarage, hash: Sha256Hex, bytes: Buffer): boolean {
  if (bytes.length > photoMostBytes || sha256Hex(bytes) !== hash) return false
  const header = readImageHeader(bytes)
  if (header?.format !== 'jpeg') return false
  writePhoto(db, { hash, width: header.width, height: header.height, storedAtUtcMs: clock.wallUtcMs() }, bytes)
  return true
}
