import { createHash } from 'node:crypto'
import type { ActorId, DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { chainStart, hashedText, type Envelope } from '../../core/wire/envelope.ts'
import { nextHlc, type Hlc } from '../../core/wire/hlc.ts'
import type { SignatureHex } from '../../core/wire/signing.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

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
  /** The device's signature over an event's hash, which is the head of its chain while it is written; without it the event stays unsigned. */
  readonly sign?: ((hash: string) => SignatureHex) | undefined
}

/**
 * Appends facts in the caller's transaction: device numbers without a gap, hybrid clock, parents = the stream's newest
 * event, SHA-256 over the canonical text, chained per device, signed by the device where its key is at hand.
 */
export function appendEvents(db: WritableDb, author: Author, events: readonly NewEvent[]): void {
  if (!db.inTransaction) throw new Error('events are appended inside a transaction')
  let head = deviceHead(db, author.device)
  for (const event of events) {
    const parent = streamHead(db, event.stream)
    const envelope: Envelope = {
      ...event,
      garage: author.garage,
      device: author.device,
      dseq: head.dseq + 1,
      hlc: nextHlc(head.hlc, author.wallAtUtcMs),
      wallAtUtcMs: author.wallAtUtcMs,
      serverOffsetMs: null,
      actor: author.actor,
      parents: parent === null ? [] : [parent],
      prevHash: head.hash,
    }
    const hash = sha256Hex(hashedText(envelope))
    insert(db, envelope, hash, author.sign?.(hash) ?? null)
    head = { dseq: envelope.dseq, hlc: envelope.hlc, hash }
  }
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

export type DeviceHead = { readonly dseq: number; readonly hlc: Hlc | null; readonly hash: string }

/** The newest event of a device, where its chain goes on. */
export function deviceHead(db: ReadableDb, device: DeviceId): DeviceHead {
  const sql = 'SELECT dseq, hlc, hash FROM event WHERE device = ? ORDER BY dseq DESC LIMIT 1'
  return statement<[string], { dseq: number; hlc: Hlc; hash: string }>(db, sql).get(device) ?? { dseq: 0, hlc: null, hash: chainStart }
}

function streamHead(db: ReadableDb, stream: string): EventId | null {
  const sql = 'SELECT id FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1'
  return statement<[string], { id: EventId }>(db, sql).get(stream)?.id ?? null
}

const insertSql = `
INSERT INTO event (id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash,
  signature)
VALUES (@id, @garage, @device, @dseq, @hlc, @wallAtUtcMs, @serverOffsetMs, @actor, @type, @v, @stream, @parents, @payload, @prevHash, @hash,
  @signature)`

function insert(db: WritableDb, envelope: Envelope, hash: string, signature: SignatureHex | null): void {
  const parents = canonicalJson(envelope.parents)
  const payload = canonicalJson(envelope.payload)
  statement<[object], never>(db, insertSql).run({ ...envelope, parents, payload, hash, signature })
}
