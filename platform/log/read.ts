import type { GarageId } from '../../core/basics/ids.ts'
import type { Client, Database } from '../database/pool.ts'
import { eventColumns, storedEvent, type EventRow, type StoredEvent } from './events.ts'

export type { StoredEvent } from './events.ts'

/** A stream's facts in the order in which they came in: `canonicalOrder` gives the one to fold them in. */
export async function readStream(client: Client | Database, garage: GarageId, stream: string): Promise<readonly StoredEvent[]> {
  const sql = `SELECT ${eventColumns} FROM event WHERE garage = $1 AND stream = $2 ORDER BY gseq`
  const { rows } = await client.query<EventRow>(sql, [garage, stream])
  return rows.map(storedEvent)
}

/** Facts of the given types of a garage, in the order in which they came in. For pages of one garage, never for all. */
export async function readTypes(
  client: Client | Database,
  garage: GarageId,
  types: readonly string[],
  afterGseq: number,
): Promise<readonly StoredEvent[]> {
  const sql = `SELECT ${eventColumns} FROM event WHERE garage = $1 AND gseq > $3 AND type = ANY($2) ORDER BY gseq`
  const { rows } = await client.query<EventRow>(sql, [garage, types, afterGseq])
  return rows.map(storedEvent)
}
