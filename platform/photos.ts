import type { GarageId, Sha256Hex } from '../core/basics/ids.ts'
import type { Client, Database } from './database/pool.ts'

/** A photo that a fact names by its hash; the same one is kept once. */
export async function writePhoto(database: Database, garage: GarageId, sha256: Sha256Hex, bytes: Buffer, nowUtcMs: number): Promise<void> {
  await database.query(
    'INSERT INTO photo (garage, sha256, bytes, received_at_utc_ms) VALUES ($1, $2, $3, $4) ON CONFLICT (garage, sha256) DO NOTHING',
    [garage, sha256, bytes, nowUtcMs],
  )
}

export async function readPhoto(database: Client | Database, garage: GarageId, sha256: Sha256Hex): Promise<Buffer | null> {
  const { rows } = await database.query<{ bytes: Buffer }>('SELECT bytes FROM photo WHERE garage = $1 AND sha256 = $2', [garage, sha256])
  return rows[0]?.bytes ?? null
}

/** By its first bytes, never by what somebody says it is: a browser shows nothing else from here. */
export function photoType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | 'application/octet-stream' {
  const starts = (...wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[index] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57) return 'image/webp'
  return 'application/octet-stream'
}
