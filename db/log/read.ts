import type { ActorId, DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Envelope } from '../../core/wire/envelope.ts'
import { canonicalOrder } from '../../core/sync/order.ts'
import type { Hlc } from '../../core/wire/hlc.ts'
import { statement, type ReadableDb } from '../connection.ts'
import { parentsOf } from './wireRow.ts'

/** An event as stored. `payload` is still text: whoever reads it parses it by the schema of its type (core/wire). */
export type EventRow = {
  readonly seq: number
  readonly id: EventId
  readonly actor: ActorId
  readonly wallAtUtcMs: UtcMs
  readonly type: string
  readonly v: number
  readonly stream: string
  readonly payload: string
}

const columns = 'seq, id, actor, wall_at_utc_ms AS wallAtUtcMs, type, v, stream, payload'

/** A stream as it was stored here: in the order of arrival. */
export function readStream(db: ReadableDb, stream: string): readonly EventRow[] {
  return statement<[string], EventRow>(db, `SELECT ${columns} FROM event WHERE stream = ? ORDER BY seq`).all(stream)
}

/** The stream after this one in the order of their names; null after the last. */
export function nextStream(db: ReadableDb, after: string): string | null {
  const sql = 'SELECT stream FROM event WHERE stream > ? ORDER BY stream LIMIT 1'
  return statement<[string], { stream: string }>(db, sql).get(after)?.stream ?? null
}

/** The number of the newest stored event, 0 for an empty log: changes with every append, by whomever. */
export function lastSeq(db: ReadableDb): number {
  return statement<[], { seq: number | null }>(db, 'SELECT max(seq) AS seq FROM event').get()?.seq ?? 0
}

export function streamsAfter(db: ReadableDb, seq: number): readonly string[] {
  const sql = 'SELECT DISTINCT stream FROM event WHERE seq > ?'
  return statement<[number], { stream: string }>(db, sql)
    .all(seq)
    .map((row) => row.stream)
}

/** When this PC recorded its newest event, by its own wall clock. What other clocks said has no part in it. */
export function lastWallAtUtcMs(db: ReadableDb): UtcMs | null {
  const sql = 'SELECT wall_at_utc_ms AS at FROM event WHERE device = (SELECT device FROM identity) ORDER BY dseq DESC LIMIT 1'
  return statement<[], { at: UtcMs }>(db, sql).get()?.at ?? null
}

export type ChainRow = Omit<Envelope, 'parents' | 'payload' | 'garage' | 'device'> & {
  readonly garage: GarageId
  readonly device: DeviceId
  readonly hlc: Hlc
  readonly parents: string
  readonly payload: string
  readonly hash: string
  readonly signature: string | null
}

const chainColumns = `id, garage, device, dseq, hlc, wall_at_utc_ms AS wallAtUtcMs, server_offset_ms AS serverOffsetMs, actor, type, v, stream,
  parents, payload, prev_hash AS prevHash, hash, signature`

/** Every event with its place in the chain, device by device, for the verifier. */
export function readChains(db: ReadableDb): IterableIterator<ChainRow> {
  return statement<[], ChainRow>(db, `SELECT ${chainColumns} FROM event ORDER BY device, dseq`).iterate()
}

/** A stream whole, as it is proved: in canonical order, as it is folded. */
export function readChainOf(db: ReadableDb, stream: string): readonly ChainRow[] {
  const rows = statement<[string], ChainRow>(db, `SELECT ${chainColumns} FROM event WHERE stream = ? ORDER BY seq`).all(stream)
  return canonicalOrder(rows.map((row) => ({ ...row, parents: parentsOf(row), row }))).map(({ event }) => event.row)
}
