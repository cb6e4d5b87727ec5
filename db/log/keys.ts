import type { DeviceId } from '../../core/basics/ids.ts'
import { announcedKey, deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import type { PublicKeyHex } from '../../core/wire/signing.ts'
import type { ReadableDb } from '../connection.ts'
import { readNewest } from './read.ts'

/** What a device signs with, by its newest announcement; null before the first one. */
export function newestKey(db: ReadableDb, device: DeviceId): PublicKeyHex | null {
  const newest = readNewest(db, deviceStream(device), deviceKeyMadeType)
  return newest === null ? null : (announcedKey({ ...newest, device })?.publicKeyHex ?? null)
}
