import type { DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import { chainStart } from '../../core/wire/envelope.ts'
import type { Client } from '../database/pool.ts'
import type { Inspected } from './inspect.ts'

/** What a push of a device is judged by. */
export type ChainAt = {
  readonly historyId: string
  readonly headGseq: number
  readonly platformDevice: DeviceId
  readonly dseq: number
  readonly hash: string
  readonly hlc: string
  /** The key that the device announced last. */
  readonly keyHex: string | null
  /** The key that it was enrolled with; null for a device that never was. */
  readonly enrolledKeyHex: string | null
  /** Of the numbers in the push that are here already. */
  readonly hashes: ReadonlyMap<number, string>
  /** Ids in the push that are here already. */
  readonly idsTaken: readonly EventId[]
}

type Row = Pick<ChainAt, 'historyId' | 'headGseq' | 'platformDevice' | 'keyHex' | 'enrolledKeyHex'> & {
  readonly dseq: number | null
  readonly hash: string | null
  readonly hlc: string | null
  readonly held: readonly { readonly dseq: number; readonly hash: string }[] | null
  readonly taken: readonly EventId[] | null
}

const sql = `SELECT g.history_id AS "historyId", g.head_gseq AS "headGseq", g.platform_device AS "platformDevice", c.dseq, c.hash, c.hlc, c.key_hex AS "keyHex",
  d.public_key_hex AS "enrolledKeyHex",
  CASE WHEN c.dseq >= $3 THEN (SELECT json_agg(json_build_object('dseq', held.dseq, 'hash', held.hash)) FROM (
    SELECT dseq, hash FROM event WHERE garage = $1 AND device = $2 AND dseq BETWEEN $3 AND $4
    UNION ALL
    SELECT dseq, hash FROM quarantine WHERE garage = $1 AND device = $2 AND dseq BETWEEN $3 AND $4 AND chained) held) END AS held,
  (SELECT json_agg(id) FROM event WHERE garage = $1 AND id = ANY($5::uuid[])) AS taken
FROM garage g
LEFT JOIN chain c ON c.garage = g.garage AND c.device = $2
LEFT JOIN device d ON d.garage = g.garage AND d.device = $2
WHERE g.garage = $1`

/** To be read after the garage's row was locked, never by the statement that waits for the lock. Null: no such garage. */
export async function readChainFor(
  client: Client,
  garage: GarageId,
  device: DeviceId,
  inspected: readonly Inspected[],
): Promise<ChainAt | null> {
  const ids = inspected.flatMap((one) => (one.kind === 'fact' ? [one.event.id] : []))
  const values = [garage, device, inspected[0]?.place.dseq ?? 0, inspected.at(-1)?.place.dseq ?? 0, ids]
  const { rows } = await client.query<Row>({ name: 'readChainFor', text: sql, values })
  const [row] = rows
  if (row === undefined) return null
  return {
    historyId: row.historyId,
    headGseq: row.headGseq,
    platformDevice: row.platformDevice,
    dseq: row.dseq ?? 0,
    hash: row.hash ?? chainStart,
    hlc: row.hlc ?? '',
    keyHex: row.keyHex,
    enrolledKeyHex: row.enrolledKeyHex,
    hashes: new Map(row.held?.map(({ dseq, hash }) => [dseq, hash])),
    idsTaken: row.taken ?? [],
  }
}
