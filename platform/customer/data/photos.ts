import type { GarageId, Sha256Hex } from '../../../core/basics/ids.ts'
import type { Database } from '../../database/pool.ts'

/** The bytes of a photo (JPEG); null until a PC of the garage has brought it. */
export async function readPhoto(database: Database, garage: GarageId, hash: Sha256Hex): Promise<Uint8Array<ArrayBuffer> | null> {
  const { rows } = await database.query<{ bytes: Uint8Array<ArrayBuffer> }>('SELECT bytes FROM photo WHERE garage = $1 AND sha256 = $2', [
    garage,
    hash,
  ])
  return rows[0]?.bytes ?? null
}
