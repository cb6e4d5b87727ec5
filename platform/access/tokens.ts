import type { z } from 'zod'
import { hourMs, minuteMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { Problem, refreshRequest } from '../../core/wire/protocol.ts'
import { deviceMessage } from '../../core/wire/signing.ts'
import { inTransaction, type Client, type Database } from '../database/pool.ts'
import { raiseAlarms, type AlarmCode } from '../log/quarantine.ts'
import { isSignedBy, sha256Hex } from './keys.ts'
import { newToken, tokenOwner, type TokenOwner } from './secrets.ts'

export const accessLastsMs = 15 * minuteMs
/** A garage that was closed for a year comes back without a new code. */
const refreshLastsMs = 400 * 24 * hourMs
/** Of so many generations a replay is recognized; an older token is merely unknown. */
const generationsKept = 50

export type Tokens = { readonly accessToken: string; readonly expiresInS: number; readonly refreshToken: string }

/** Gives a device a pair of tokens of a generation, in the caller's transaction. */
export async function issueTokens(client: Client, owner: TokenOwner, generation: number, nowUtcMs: number): Promise<Tokens> {
  const { garage, device } = owner
  const accessToken = newToken(garage, device)
  const refreshToken = newToken(garage, device)
  await client.query(
    `INSERT INTO token (garage, device, sha256, kind, generation, expires_at_utc_ms)
     VALUES ($1, $2, $3, 'access', $5, $6), ($1, $2, $4, 'refresh', $5, $7)`,
    [garage, device, sha256Hex(accessToken), sha256Hex(refreshToken), generation, nowUtcMs + accessLastsMs, nowUtcMs + refreshLastsMs],
  )
  return { accessToken, expiresInS: accessLastsMs / 1000, refreshToken }
}

/** The tokens of a device are worth nothing from now on. */
export async function dropTokens(client: Client | Database, { garage, device }: TokenOwner): Promise<void> {
  await client.query('DELETE FROM token WHERE garage = $1 AND device = $2', [garage, device])
}

type Device = { readonly publicKeyHex: string; readonly generation: number; readonly revokedAtUtcMs: number | null }
type Token = { readonly kind: 'access' | 'refresh'; readonly generation: number; readonly expiresAtUtcMs: number }

/**
 * A new pair for an old refresh token. The old one stays good until a token of the new generation was used: an answer that
 * was lost is asked for again. Used after that, somebody holds a copy of it, and nobody can tell who: both lose their tokens.
 */
export async function refresh(
  database: Database,
  { device, refreshToken, signature }: z.infer<typeof refreshRequest>,
  nowUtcMs: number,
): Promise<Result<Tokens & { readonly networkKeyHex: string }, Problem>> {
  const owner = tokenOwner(refreshToken)
  if (owner === null || owner.device !== device) return err({ code: 'notSignedIn' })
  const sha256 = sha256Hex(refreshToken)
  return await inTransaction(database, async (client) => {
    const held = await lockDevice(client, owner)
    if (held === null) return err({ code: 'notSignedIn' })
    if (held.revokedAtUtcMs !== null) return err({ code: 'revoked' })
    const alarm = async (code: AlarmCode): Promise<void> =>
      await raiseAlarms(client, owner.garage, [{ code, device, dseq: null, note: 'refresh', about: `${device} ${sha256}` }], nowUtcMs)
    if (!isSignedBy(held.publicKeyHex, deviceMessage('refresh', device, sha256), signature)) {
      await alarm('signatureWrong')
      return err({ code: 'signatureWrong' })
    }
    const token = await readToken(client, owner, sha256)
    if (token === null || token.kind !== 'refresh' || token.expiresAtUtcMs <= nowUtcMs) return err({ code: 'notSignedIn' })
    if (token.generation < held.generation) {
      await dropTokens(client, owner)
      await alarm('tokenReplayed')
      return err({ code: 'tokenReplayed' })
    }
    await settle(client, owner, token.generation)
    await prune(client, owner, token.generation, nowUtcMs)
    const tokens = await issueTokens(client, owner, token.generation + 1, nowUtcMs)
    const { rows } = await client.query<{ key: string }>('SELECT network_key_hex AS key FROM garage WHERE garage = $1', [owner.garage])
    return ok({ ...tokens, networkKeyHex: rows[0]?.key ?? '' })
  })
}

/** A token of this generation was used: those of the generations before it are spent. */
export async function settle(client: Client | Database, { garage, device }: TokenOwner, generation: number): Promise<void> {
  await client.query('UPDATE device SET generation = $3 WHERE garage = $1 AND device = $2 AND generation < $3', [
    garage,
    device,
    generation,
  ])
}

async function lockDevice(client: Client, { garage, device }: TokenOwner): Promise<Device | null> {
  const { rows } = await client.query<Device>(
    `SELECT public_key_hex AS "publicKeyHex", generation, revoked_at_utc_ms AS "revokedAtUtcMs"
     FROM device WHERE garage = $1 AND device = $2 FOR UPDATE`,
    [garage, device],
  )
  return rows[0] ?? null
}

async function readToken(client: Client, { garage, device }: TokenOwner, sha256: string): Promise<Token | null> {
  const { rows } = await client.query<Token>(
    `SELECT kind, generation, expires_at_utc_ms AS "expiresAtUtcMs" FROM token WHERE garage = $1 AND device = $2 AND sha256 = $3`,
    [garage, device, sha256],
  )
  return rows[0] ?? null
}

async function prune(client: Client, { garage, device }: TokenOwner, generation: number, nowUtcMs: number): Promise<void> {
  await client.query(
    `DELETE FROM token WHERE garage = $1 AND device = $2
       AND (generation < $3 OR (kind = 'access' AND expires_at_utc_ms < $4))`,
    // An access token is told "expired" for an hour after it was, "unknown" later.
    [garage, device, generation - generationsKept, nowUtcMs - hourMs],
  )
}
