import type { ActorId, DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { heads } from '../../core/sync/order.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { isHlc, nextHlc, type Hlc } from '../../core/wire/hlc.ts'
import { eventMessage } from '../../core/wire/signing.ts'
import { sha256Hex, signWith } from '../access/keys.ts'
import type { Client } from '../database/pool.ts'
import { newId } from '../access/newId.ts'
import { insertEvents, tellHead, type StoredEvent } from './events.ts'
import { readStream } from './read.ts'

/** What the platform records: what a customer did, or the platform itself. */
export type PlatformFact = {
  readonly stream: string
  readonly type: string
  readonly v: number
  /** Without its `type`. */
  readonly payload: unknown
  readonly actor: ActorId
}

type Writer = {
  readonly historyId: string
  readonly headGseq: number
  readonly device: DeviceId
  readonly publicKeyHex: string
  readonly privateKeyPem: string
  readonly dseq: number | null
  readonly hash: string | null
  readonly hlc: string | null
}

/**
 * Appends facts by the platform's own device of the garage, in the caller's transaction: chained, signed, numbered, announced.
 * Who decides on what he reads calls `lockGarage` first: then it still holds at commit.
 */
export async function appendAsPlatform(
  client: Client,
  garage: GarageId,
  facts: readonly PlatformFact[],
  nowUtcMs: number,
): Promise<readonly StoredEvent[]> {
  const writer = await lockWriter(client, garage)
  const parentsOf = new Map<string, readonly EventId[]>()
  let head = { dseq: writer.dseq ?? 0, hash: writer.hash ?? chainStart, hlc: stamp(writer.hlc) }
  const events: StoredEvent[] = []
  for (const fact of facts) {
    const parents = parentsOf.get(fact.stream) ?? heads(await readStream(client, garage, fact.stream))
    const unhashed = {
      ...fact,
      payload: canonicalJson(fact.payload),
      id: newId<EventId>(nowUtcMs),
      garage,
      device: writer.device,
      dseq: head.dseq + 1,
      hlc: nextHlc(head.hlc, utcMs(nowUtcMs)),
      wallAtUtcMs: utcMs(nowUtcMs),
      serverOffsetMs: 0,
      parents,
      prevHash: head.hash,
    }
    const hash = sha256Hex(hashedTextOfStored(unhashed))
    const signature = signWith(writer.privateKeyPem, eventMessage(hash))
    events.push({ ...unhashed, hash, signature, gseq: writer.headGseq + events.length + 1 })
    parentsOf.set(fact.stream, [unhashed.id])
    head = { dseq: unhashed.dseq, hash, hlc: unhashed.hlc }
  }
  if (events.length === 0) return events
  const headGseq = writer.headGseq + events.length
  await insertEvents(client, garage, writer.headGseq + 1, events, nowUtcMs)
  await client.query(
    `INSERT INTO chain (garage, device, dseq, hash, hlc, key_hex) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (garage, device) DO UPDATE SET dseq = excluded.dseq, hash = excluded.hash, hlc = excluded.hlc`,
    [garage, writer.device, head.dseq, head.hash, head.hlc, writer.publicKeyHex],
  )
  await client.query('UPDATE garage SET head_gseq = $2 WHERE garage = $1', [garage, headGseq])
  await tellHead(client, { garage, historyId: writer.historyId, headGseq })
  return events
}

/** Nobody else writes into the garage's log until this transaction ends: to be called before reading what is decided on. */
export async function lockGarage(client: Client, garage: GarageId): Promise<void> {
  await client.query('SELECT 1 FROM garage WHERE garage = $1 FOR UPDATE', [garage])
}

async function lockWriter(client: Client, garage: GarageId): Promise<Writer> {
  // A statement of its own: one that joined and waited for the lock would read the chain as it was before the wait.
  await lockGarage(client, garage)
  const { rows } = await client.query<Writer>(
    `SELECT g.history_id AS "historyId", g.head_gseq AS "headGseq", g.platform_device AS device, g.platform_key_hex AS "publicKeyHex",
       g.platform_private_key AS "privateKeyPem", c.dseq, c.hash, c.hlc
     FROM garage g LEFT JOIN chain c ON c.garage = g.garage AND c.device = g.platform_device
     WHERE g.garage = $1`,
    [garage],
  )
  const [writer] = rows
  if (writer === undefined) throw new Error(`no garage ${garage}`)
  return writer
}

function stamp(hlc: string | null): Hlc | null {
  return hlc !== null && isHlc(hlc) ? hlc : null
}
