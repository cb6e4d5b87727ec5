import type { DeviceId } from '../../core/basics/ids.ts'
import { announcedKey, deviceEventVersion, deviceKeyMadeType, deviceStream, type DeviceKeyMade } from '../../core/wire/deviceEvents.ts'
import type { PublicKeyHex } from '../../core/wire/signing.ts'
import { statement, type ReadableDb } from '../connection.ts'

/**
 * What a device signs with. `unread`: a newer program said it in words that this one does not know; until it is brought up to
 * date it cannot check what the device signs from there on. Null: no key was announced yet, and nothing is signed.
 */
export type SigningKey = PublicKeyHex | 'unread' | null

type StoredEvent = Parameters<typeof announcedKey>[0]

/** What an event says of its writer's key; null for every other event, and for an announcement that says no key. */
export function announcement(event: StoredEvent): DeviceKeyMade | 'unread' | null {
  const { type, v, stream, device } = event
  if (type === deviceKeyMadeType && v > deviceEventVersion && stream === `device:${device}`) return 'unread'
  try {
    return announcedKey(event)
  } catch {
    // Whatever was signed before goes on.
    return null
  }
}

export function keyIn(event: StoredEvent): SigningKey {
  const said = announcement(event)
  return said === null || said === 'unread' ? said : said.publicKeyHex
}

/** A device's own newest word about its key: what others write in its stream is none. */
export function newestAnnouncement(db: ReadableDb, device: DeviceId): DeviceKeyMade | 'unread' | null {
  const sql = `SELECT type, v, stream, device, payload FROM event
    WHERE stream = ? AND type = '${deviceKeyMadeType}' AND device = ? ORDER BY dseq DESC`
  for (const row of statement<[string, string], StoredEvent>(db, sql).all(deviceStream(device), device)) {
    const said = announcement(row)
    if (said !== null) return said
  }
  return null
}

export function newestKey(db: ReadableDb, device: DeviceId): SigningKey {
  const said = newestAnnouncement(db, device)
  return said === null || said === 'unread' ? said : said.publicKeyHex
}
