import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { minuteMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { DevicesAnswer, Problem } from '../../core/wire/protocol.ts'
import { inTransaction, type Client, type Database } from '../database/pool.ts'
import { lockGarage } from '../log/author.ts'
import { newNetworkKeyHex } from '../log/garage.ts'
import { dropUnusedCodes } from './codes.ts'
import { sha256Hex } from './keys.ts'
import { tokenOwner } from './secrets.ts'
import { dropTokens, settle } from './tokens.ts'

/** Who calls, and where his garage's log stands. */
export type Caller = {
  readonly garage: GarageId
  readonly garageName: string
  readonly device: DeviceId
  readonly historyId: string
  readonly headGseq: number
  readonly tokenExpiresAtUtcMs: number
}

type Row = Omit<Caller, 'garage' | 'device' | 'tokenExpiresAtUtcMs'> & {
  readonly revokedAtUtcMs: number | null
  readonly lastSeenUtcMs: number | null
  readonly settled: number
  readonly kind: 'access' | 'refresh' | null
  readonly generation: number | null
  readonly expiresAtUtcMs: number | null
}

const callerSql = `SELECT g.name AS "garageName", g.history_id AS "historyId", g.head_gseq AS "headGseq", d.revoked_at_utc_ms AS "revokedAtUtcMs",
  d.last_seen_utc_ms AS "lastSeenUtcMs", d.generation AS settled, t.kind, t.generation, t.expires_at_utc_ms AS "expiresAtUtcMs"
FROM device d
JOIN garage g ON g.garage = d.garage
LEFT JOIN token t ON t.garage = d.garage AND t.device = d.device AND t.sha256 = $3
WHERE d.garage = $1 AND d.device = $2`

/** @param header of the request, "Bearer" and the access token */
export async function authenticate(database: Database, header: string | undefined, nowUtcMs: number): Promise<Result<Caller, Problem>> {
  const token = /^Bearer ([\w-]{20,200})$/.exec(header ?? '')?.[1] ?? ''
  const owner = tokenOwner(token)
  if (owner === null) return err({ code: 'notSignedIn' })
  const { garage, device } = owner
  const { rows } = await database.query<Row>({ name: 'caller', text: callerSql, values: [garage, device, sha256Hex(token)] })
  const [row] = rows
  if (row === undefined || row.kind === 'refresh') return err({ code: 'notSignedIn' })
  if (row.revokedAtUtcMs !== null) return err({ code: 'revoked' })
  if (row.generation === null || row.expiresAtUtcMs === null) return err({ code: 'notSignedIn' })
  if (row.expiresAtUtcMs <= nowUtcMs) return err({ code: 'tokenExpired' })
  if (row.generation > row.settled) await settle(database, owner, row.generation)
  if (row.lastSeenUtcMs === null || nowUtcMs - row.lastSeenUtcMs > minuteMs) {
    await database.query('UPDATE device SET last_seen_utc_ms = $3 WHERE garage = $1 AND device = $2', [garage, device, nowUtcMs])
  }
  const { garageName, historyId, headGseq } = row
  return ok({ garage, device, garageName, historyId, headGseq, tokenExpiresAtUtcMs: row.expiresAtUtcMs })
}

export async function listDevices(database: Database, garage: GarageId): Promise<DevicesAnswer> {
  const { rows } = await database.query<DevicesAnswer['devices'][number]>(
    `SELECT d.device, d.device_no AS "deviceNo", d.name, d.enrolled_at_utc_ms AS "enrolledAtUtcMs", d.last_seen_utc_ms AS "lastSeenUtcMs",
       d.revoked_at_utc_ms AS "revokedAtUtcMs", d.program_version AS "programVersion", coalesce(c.dseq, 0) AS "ackedDseq"
     FROM device d LEFT JOIN chain c ON c.garage = d.garage AND c.device = d.device
     WHERE d.garage = $1 ORDER BY d.device_no`,
    [garage],
  )
  return { devices: rows }
}

/**
 * A revoked device sees nothing from now on: its tokens are gone, the codes that it may have made with them, and the other PCs
 * get another key for their network. What it recorded stays, and another PC may still bring what it had not sent.
 */
export async function revokeDevice(
  database: Database,
  garage: GarageId,
  device: DeviceId,
  nowUtcMs: number,
): Promise<Result<null, Problem>> {
  return await inTransaction(database, async (client) => {
    const known = await client.query('SELECT 1 FROM device WHERE garage = $1 AND device = $2', [garage, device])
    if (known.rowCount === 0) return err({ code: 'notFound' })
    // In the order in which an enrolment takes its locks: a code, the garage, the device.
    await dropUnusedCodes(client, garage)
    await lockGarage(client, garage)
    const { rowCount } = await client.query(
      'UPDATE device SET revoked_at_utc_ms = $3 WHERE garage = $1 AND device = $2 AND revoked_at_utc_ms IS NULL',
      [garage, device, nowUtcMs],
    )
    // It knows the key; the others get another one with their next refresh. Told twice, they do not lose each other twice.
    if (rowCount !== 0) await changeNetworkKey(client, garage)
    await dropTokens(client, { garage, device })
    return ok(null)
  })
}

async function changeNetworkKey(client: Client, garage: GarageId): Promise<void> {
  await client.query('UPDATE garage SET network_key_hex = $2 WHERE garage = $1', [garage, newNetworkKeyHex()])
}
