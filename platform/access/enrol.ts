import type { z } from 'zod'
import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import { utcMs } from '../../core/basics/instant.ts'
import type { EnrolAnswer, enrolRequest, Problem } from '../../core/wire/protocol.ts'
import { deviceMessage } from '../../core/wire/signing.ts'
import { inTransaction, type Client, type Database } from '../database/pool.ts'
import { lockGarage } from '../log/author.ts'
import { makeGarage, readGarage } from '../log/garage.ts'
import { isSignedBy, sha256Hex } from './keys.ts'
import { plainCode } from './secrets.ts'
import { issueTokens } from './tokens.ts'

export type EnrolRequest = z.infer<typeof enrolRequest>

type Code = {
  readonly garage: GarageId
  readonly garageName: string
  readonly first: boolean
  readonly expiresAtUtcMs: number
  readonly usedByDevice: DeviceId | null
  readonly usedForGarage: GarageId | null
}

/**
 * Takes a PC in by a one-time code. A first code binds the garage that the PC brings, or makes one for an empty PC. An answer
 * that was lost is given again to the same device with the same key.
 */
export async function enrol(
  database: Database,
  request: EnrolRequest,
  linkBase: string,
  nowUtcMs: number,
): Promise<Result<EnrolAnswer, Problem>> {
  const codeSha256 = sha256Hex(plainCode(request.code))
  if (!isSignedBy(request.publicKeyHex, deviceMessage('enrol', request.device, codeSha256), request.signature))
    return err({ code: 'signatureWrong' })
  return await inTransaction(database, async (client) => {
    const code = await lockCode(client, codeSha256)
    if (code === null) return err({ code: 'codeUnknown' })
    if (code.expiresAtUtcMs <= nowUtcMs) return err({ code: 'codeExpired' })
    const bound = code.usedForGarage === null ? await bind(client, code, request, nowUtcMs) : await boundBefore(client, code, request)
    if (!bound.ok) return bound
    await lockGarage(client, bound.value)
    const garage = await readGarage(client, bound.value)
    if (garage === null) return err({ code: 'codeUnknown' })
    await client.query('UPDATE garage SET newest_job_no = greatest(newest_job_no, $2) WHERE garage = $1', [
      garage.garage,
      request.newestJobNo,
    ])
    await client.query(
      `UPDATE enrolment_code SET used_at_utc_ms = $3, used_by_device = $4, used_for_garage = $5 WHERE garage = $1 AND code_sha256 = $2`,
      [code.garage, codeSha256, nowUtcMs, request.device, garage.garage],
    )
    const { deviceNo, generation } = await takeIn(client, garage.garage, request, nowUtcMs)
    const tokens = await issueTokens(client, { garage: garage.garage, device: request.device }, generation + 1, nowUtcMs)
    return ok({
      garage: garage.garage,
      garageName: garage.name,
      deviceNo,
      historyId: garage.historyId,
      ...tokens,
      platformDevice: garage.platformDevice,
      platformKeyHex: garage.platformKeyHex,
      networkKeyHex: garage.networkKeyHex,
      linkBase,
      serverUtcMs: utcMs(nowUtcMs),
    })
  })
}

/** The one look-up without a garage: once in a PC's life. */
async function lockCode(client: Client, codeSha256: string): Promise<Code | null> {
  const { rows } = await client.query<Code>(
    `SELECT garage, garage_name AS "garageName", first, expires_at_utc_ms AS "expiresAtUtcMs", used_by_device AS "usedByDevice",
       used_for_garage AS "usedForGarage"
     FROM enrolment_code WHERE code_sha256 = $1 FOR UPDATE`,
    [codeSha256],
  )
  return rows[0] ?? null
}

async function bind(client: Client, code: Code, request: EnrolRequest, nowUtcMs: number): Promise<Result<GarageId, Problem>> {
  if (!code.first) return request.garage === null || request.garage === code.garage ? ok(code.garage) : err({ code: 'garageDiffers' })
  const garage = request.garage ?? code.garage
  // Two first codes for one garage at once: the second waits here and finds it.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [garage])
  if ((await readGarage(client, garage)) !== null) return err({ code: 'garageHasFacts' })
  await makeGarage(client, garage, code.garageName, nowUtcMs)
  return ok(garage)
}

async function boundBefore(client: Client, code: Code, { device, publicKeyHex, garage }: EnrolRequest): Promise<Result<GarageId, Problem>> {
  if (code.usedByDevice !== device || code.usedForGarage === null) return err({ code: 'codeUsed' })
  if (garage !== null && garage !== code.usedForGarage) return err({ code: 'garageDiffers' })
  const { rows } = await client.query(
    'SELECT 1 FROM device WHERE garage = $1 AND device = $2 AND public_key_hex = $3 AND revoked_at_utc_ms IS NULL',
    [code.usedForGarage, device, publicKeyHex],
  )
  return rows.length === 0 ? err({ code: 'codeUsed' }) : ok(code.usedForGarage)
}

type TakenIn = { readonly deviceNo: number; readonly generation: number }

/**
 * A PC that comes again keeps its number, unless it was revoked and another has it now. The code speaks for the owner: a
 * revoked PC is let in again, and a new key counts. The garage's row is locked: nobody else takes the number meanwhile.
 */
async function takeIn(client: Client, garage: GarageId, request: EnrolRequest, nowUtcMs: number): Promise<TakenIn> {
  const { device, publicKeyHex, deviceName, programVersion } = request
  const deviceNo = await freeNumber(client, garage, device)
  const { rows } = await client.query<TakenIn>(
    `INSERT INTO device (garage, device, device_no, name, public_key_hex, program_version, enrolled_at_utc_ms, generation)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
     ON CONFLICT (garage, device) DO UPDATE SET device_no = excluded.device_no, name = excluded.name,
       public_key_hex = excluded.public_key_hex, program_version = excluded.program_version, revoked_at_utc_ms = NULL
     RETURNING device_no AS "deviceNo", generation`,
    [garage, device, deviceNo, deviceName, publicKeyHex, programVersion, nowUtcMs],
  )
  const [taken] = rows
  if (taken === undefined) throw new Error(`no garage ${garage}`)
  return taken
}

/** The PC's own number while nobody else has it; else the smallest that is free. */
async function freeNumber(client: Client, garage: GarageId, device: DeviceId): Promise<number> {
  const { rows } = await client.query<{ device: DeviceId; deviceNo: number }>(
    'SELECT device, device_no AS "deviceNo" FROM device WHERE garage = $1 AND (revoked_at_utc_ms IS NULL OR device = $2)',
    [garage, device],
  )
  const taken = new Set(rows.flatMap((row) => (row.device === device ? [] : [row.deviceNo])))
  const own = rows.find((row) => row.device === device)?.deviceNo
  if (own !== undefined && !taken.has(own)) return own
  let free = 1
  while (taken.has(free)) free += 1
  return free
}
