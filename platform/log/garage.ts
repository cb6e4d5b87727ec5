import { randomBytes } from 'node:crypto'
import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { nextJobNo } from '../../core/sync/jobNo.ts'
import { deviceKeyMadeType, deviceEventVersion, deviceStream } from '../../core/wire/deviceEvents.ts'
import type { PublicKeyHex } from '../../core/wire/signing.ts'
import { newKeyPair } from '../access/keys.ts'
import { newId } from '../access/newId.ts'
import type { Client, Database } from '../database/pool.ts'
import { appendAsPlatform } from './author.ts'

export { newId } from '../access/newId.ts'

export type Garage = {
  readonly garage: GarageId
  readonly name: string
  readonly historyId: string
  readonly headGseq: number
  readonly platformDevice: DeviceId
  readonly platformKeyHex: PublicKeyHex
  readonly networkKeyHex: string
}

const columns = `garage, name, history_id AS "historyId", head_gseq AS "headGseq", platform_device AS "platformDevice",
  platform_key_hex AS "platformKeyHex", network_key_hex AS "networkKeyHex"`

export async function readGarage(client: Client | Database, garage: GarageId): Promise<Garage | null> {
  const { rows } = await client.query<Garage>(`SELECT ${columns} FROM garage WHERE garage = $1`, [garage])
  return rows[0] ?? null
}

export async function garagesNamed(client: Client | Database, name: string): Promise<readonly Garage[]> {
  const { rows } = await client.query<Garage>(`SELECT ${columns} FROM garage WHERE name = $1 ORDER BY garage`, [name])
  return rows
}

/** Opens a garage's log, in the caller's transaction. Its first fact is the key that the platform signs with. */
export async function makeGarage(client: Client, garage: GarageId, name: string, nowUtcMs: number): Promise<void> {
  const { publicKeyHex, privateKeyPem } = newKeyPair()
  const platformDevice = newId<DeviceId>(nowUtcMs)
  await client.query(
    `INSERT INTO garage (garage, name, history_id, head_gseq, newest_job_no, platform_device, platform_key_hex,
       platform_private_key, network_key_hex, made_at_utc_ms)
     VALUES ($1, $2, $3, 0, 0, $4, $5, $6, $7, $8)`,
    [garage, name, newHistoryId(), platformDevice, publicKeyHex, privateKeyPem, newNetworkKeyHex(), nowUtcMs],
  )
  const announced = { publicKeyHex, keeper: 'file' } as const
  const stream = deviceStream(platformDevice)
  await appendAsPlatform(
    client,
    garage,
    [{ stream, type: deviceKeyMadeType, v: deviceEventVersion, payload: announced, actor: 'platform' }],
    nowUtcMs,
  )
}

/** The next number of a job that the platform opens, in the caller's transaction: its last digit is 0, so no PC gives the same one. */
export async function takeJobNo(client: Client, garage: GarageId): Promise<number> {
  const { rows } = await client.query<{ newest: number }>('SELECT newest_job_no AS newest FROM garage WHERE garage = $1 FOR UPDATE', [
    garage,
  ])
  const jobNo = nextJobNo(rows[0]?.newest ?? 0, 0)
  await client.query('UPDATE garage SET newest_job_no = $2 WHERE garage = $1', [garage, jobNo])
  return jobNo
}

/**
 * To be called once after a garage's log was restored from a backup or lost: its PCs stop, say so and wipe nothing, instead
 * of taking a shorter history for the one that they know.
 */
export async function beginNewHistory(client: Client | Database, garage: GarageId): Promise<string> {
  const historyId = newHistoryId()
  await client.query('UPDATE garage SET history_id = $2 WHERE garage = $1', [garage, historyId])
  return historyId
}

/** What the PCs of a garage know each other by on its network. */
export function newNetworkKeyHex(): string {
  return randomBytes(32).toString('hex')
}

function newHistoryId(): string {
  return randomBytes(15).toString('base64url')
}
