import type { GarageId } from '../../core/basics/ids.ts'
import { hourMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import type { Client, Database } from '../database/pool.ts'
import { garagesNamed } from '../log/garage.ts'
import { sha256Hex } from './keys.ts'
import { newId } from './newId.ts'
import { newCode, plainCode } from './secrets.ts'

export const codeLastsMs = 24 * hourMs

export type MadeCode = { readonly code: string; readonly expiresAtUtcMs: UtcMs }

type Of = { readonly garage: GarageId; readonly name: string; readonly first: boolean }

async function makeCode(client: Client | Database, { garage, name, first }: Of, nowUtcMs: number): Promise<MadeCode> {
  const code = newCode()
  const expiresAtUtcMs = utcMs(nowUtcMs + codeLastsMs)
  await client.query(
    'INSERT INTO enrolment_code (garage, code_sha256, garage_name, first, expires_at_utc_ms) VALUES ($1, $2, $3, $4, $5)',
    [garage, sha256Hex(plainCode(code)), name, first, expiresAtUtcMs],
  )
  return { code, expiresAtUtcMs }
}

/** Codes that nobody came in by are worth nothing from now on. */
export async function dropUnusedCodes(client: Client, garage: GarageId): Promise<void> {
  await client.query('DELETE FROM enrolment_code WHERE garage = $1 AND used_at_utc_ms IS NULL', [garage])
}

/** For one more PC of a garage that is here. */
export async function makeCodeFor(client: Client | Database, garage: GarageId, name: string, nowUtcMs: number): Promise<MadeCode> {
  return await makeCode(client, { garage, name, first: false }, nowUtcMs)
}

/** For the first PC of a garage, whose id the platform learns from it. */
export async function makeFirstCode(client: Client | Database, name: string, nowUtcMs: number): Promise<MadeCode> {
  return await makeCode(client, { garage: newId<GarageId>(nowUtcMs), name, first: true }, nowUtcMs)
}

/** What the operator types: the garage of this name, or a new one. Null when several have it. */
export async function makeCodeByName(client: Client | Database, name: string, nowUtcMs: number): Promise<MadeCode | null> {
  const [garage, other] = await garagesNamed(client, name)
  if (other !== undefined) return null
  return garage === undefined ? await makeFirstCode(client, name, nowUtcMs) : await makeCodeFor(client, garage.garage, name, nowUtcMs)
}
