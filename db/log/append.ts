import { hash as hashOf } from 'node:crypto'
import type { ActorId, DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { heads } from '../../core/sync/order.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { nextHlc, type Hlc } from '../../core/wire/hlc.ts'
import type { SignatureHex } from '../../core/wire/signing.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'
import { newestHole } from './holes.ts'
import { insertEvent } from './insert.ts'
import { parentsOf } from './wireRow.ts'

/** A fact to be stored, before the log gives it its number, its stamp and its place in the chain. */
export type NewEvent = {
  readonly id: EventId
  readonly stream: string
  readonly type: string
  readonly v: number
  readonly payload: unknown
}

export type Author = {
  readonly garage: GarageId
  readonly device: DeviceId
  readonly actor: ActorId
  readonly wallAtUtcMs: UtcMs
  /** Wall clock minus the platform's clock at the last contact; left out before the first one. */
  readonly serverOffsetMs?: number | null | undefined
  /** The device's signature over an event's hash, which is the head of its chain while it is written; without it the event stays unsigned. */
  readonly sign?: ((hash: string) => SignatureHex) | undefined
}

/** The most heads that an event names (core/wire/wireEvent.ts). Those that are left out stay heads, and are named by the next ones. */
const mostParents = 100

/**
 * Appends facts in the caller's transaction: device numbers without a gap, hybrid clock, parents = every event of the stream
 * that none follows yet, SHA-256 over the canonical text, chained per device, signed by the device where its key is at hand.
 */
export function appendEvents(db: WritableDb, author: Author, events: readonly NewEvent[]): void {
  if (!db.inTransaction) throw new Error('events are appended inside a transaction')
  const { garage, device, actor, wallAtUtcMs, serverOffsetMs = null } = author
  let head = deviceHead(db, device)
  const followed = new Map<string, readonly EventId[]>()
  for (const { id, stream, type, v, payload } of events) {
    const envelope = {
      id,
      garage,
      device,
      dseq: head.dseq + 1,
      hlc: nextHlc(head.hlc, wallAtUtcMs),
      wallAtUtcMs,
      serverOffsetMs,
      actor,
      type,
      v,
      stream,
      parents: (followed.get(stream) ?? streamHeads(db, stream)).slice(-mostParents),
      payload: canonicalJson(payload),
      prevHash: head.hash,
    }
    const hash = sha256Hex(hashedTextOfStored(envelope))
    const isNew = insertEvent(db, { ...envelope, hash, signature: author.sign?.(hash) ?? null })
    if (!isNew) throw new Error(`the log holds an event ${id}`)
    followed.set(stream, [id])
    head = { dseq: envelope.dseq, hlc: envelope.hlc, hash }
  }
}

export function sha256Hex(text: string): string {
  return hashOf('sha256', text, 'hex')
}

export type DeviceHead = { readonly dseq: number; readonly hlc: Hlc | null; readonly hash: string }

/** The newest link of a device's chain, where it goes on. */
export function deviceHead(db: ReadableDb, device: DeviceId): DeviceHead {
  const sql = 'SELECT dseq, hlc, hash FROM event WHERE device = ? ORDER BY dseq DESC LIMIT 1'
  const event = statement<[string], { dseq: number; hlc: Hlc; hash: string }>(db, sql).get(device) ?? {
    dseq: 0,
    hlc: null,
    hash: chainStart,
  }
  const hole = newestHole(db, device)
  return hole === null || hole.dseq < event.dseq ? event : { ...event, dseq: hole.dseq, hash: hole.hash }
}

function streamHeads(db: ReadableDb, stream: string): readonly EventId[] {
  const rows = statement<[string], { id: EventId; parents: string }>(db, 'SELECT id, parents FROM event WHERE stream = ? ORDER BY seq').all(
    stream,
  )
  return heads(rows.map((row) => ({ id: row.id, parents: parentsOf(row) })))
}
