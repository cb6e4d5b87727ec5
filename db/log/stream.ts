import type { ActorId, DeviceId, EventId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { canonicalOrder, type Ordered } from '../../core/sync/order.ts'
import type { Hlc } from '../../core/wire/hlc.ts'
import { statement, type ReadableDb } from '../connection.ts'
import { parentsOf } from './wireRow.ts'

/** An event as a fold reads it. `payload` is still text: whoever reads it parses it by the schema of its type (core/wire). */
export type StreamEvent = {
  readonly id: EventId
  readonly device: DeviceId
  readonly dseq: number
  readonly hlc: Hlc
  readonly wallAtUtcMs: UtcMs
  readonly actor: ActorId
  readonly type: string
  readonly v: number
  readonly stream: string
  readonly parents: readonly EventId[]
  readonly payload: string
  /** Its author may not write it: it keeps its place in the order, and says nothing. */
  readonly isBarred: boolean
}

type Row = Omit<StreamEvent, 'parents' | 'isBarred'> & { readonly parents: string; readonly barred: 0 | 1 }

const sql = `
SELECT e.id, e.device, e.dseq, e.hlc, e.wall_at_utc_ms AS wallAtUtcMs, e.actor, e.type, e.v, e.stream, e.parents, e.payload,
  EXISTS (SELECT 1 FROM unread_event u WHERE u.id = e.id AND u.reason = 'wrongAuthor') AS barred
FROM event e WHERE e.stream = ? ORDER BY e.seq`

/** A stream in canonical order, whatever the order was in which its events arrived (core/sync/order.ts). */
export function readOrdered(db: ReadableDb, stream: string): readonly Ordered<StreamEvent>[] {
  const rows = statement<[string], Row>(db, sql).all(stream)
  return canonicalOrder(rows.map(({ barred, ...row }): StreamEvent => ({ ...row, parents: parentsOf(row), isBarred: barred === 1 })))
}

export function isStreamKnown(db: ReadableDb, stream: string): boolean {
  return statement<[string], { found: number }>(db, 'SELECT 1 AS found FROM event WHERE stream = ? LIMIT 1').get(stream) !== undefined
}
