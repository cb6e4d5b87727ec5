import { canonicalJson } from '../../core/wire/canonical.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { statement, type WritableDb } from '../connection.ts'
import { nextSeqSql } from './holes.ts'

const insertSql = `
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash,
  hash, signature)
VALUES (coalesce(?, ${nextSeqSql}), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING`

type Stored = string | number | null

/**
 * Stores an event as it is, last in the order of this database.
 * @param seq its place in that order, above every one that was ever given; null for the next one
 * @returns false when the log holds an event of this id
 */
export function insertEvent(db: WritableDb, event: WireEvent, seq: number | null = null): boolean {
  const parents = event.parents.length === 0 ? '[]' : canonicalJson(event.parents)
  const { changes } = statement<Stored[], never>(db, insertSql).run(
    seq,
    event.id,
    event.garage,
    event.device,
    event.dseq,
    event.hlc,
    event.wallAtUtcMs,
    event.serverOffsetMs,
    event.actor,
    event.type,
    event.v,
    event.stream,
    parents,
    event.payload,
    event.prevHash,
    event.hash,
    event.signature,
  )
  return changes > 0
}
