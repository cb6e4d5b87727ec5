import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { deviceKeyMadeType } from '../../core/wire/deviceEvents.ts'
import { hashedTextOfStored } from '../../core/wire/envelope.ts'
import type { SignatureHex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'
import { deviceHead, sha256Hex } from './append.ts'
import { forgetHoles, lastLinkSeq } from './holes.ts'
import { insertEvent } from './insert.ts'
import { wireColumns, wireEventOf, type WireRow } from './wireRow.ts'

const columns = `seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash,
  signature`

/**
 * Moves a row whole out of the log (the trigger lets nothing else pass), so that its fact can be recorded again.
 * @returns the number that the next event is stored under: no number is ever given twice, for peers pull by them
 */
export function setAsideEvent(db: WritableDb, id: EventId, movedAtUtcMs: UtcMs): number {
  const sql = `INSERT INTO forked_event (${columns}, moved_at_utc_ms) SELECT ${columns}, ? FROM event WHERE id = ?`
  statement<[number, string], never>(db, sql).run(movedAtUtcMs, id)
  statement<[string], never>(db, 'DELETE FROM event WHERE id = ?').run(id)
  return nextSeq(db)
}

/** Events of another device that the platform holds otherwise. What of them is a fact comes back under the writer's new id. */
export function setAsideForeign(db: WritableDb, device: DeviceId, fromDseq: number, movedAtUtcMs: UtcMs): readonly string[] {
  const rows = eventsFrom(db, device, fromDseq)
  for (const { id } of rows) setAsideEvent(db, id, movedAtUtcMs)
  forgetHoles(db, device, fromDseq)
  return [...new Set(rows.map(({ stream }) => stream))]
}

/**
 * Records the facts of a fork again under a new device: same ids, streams, parents, payloads, stamps and times, in the same
 * order, in a chain of their own. What the old device said of its own key is left behind.
 */
export function recordAgain(
  db: WritableDb,
  {
    from,
    fromDseq,
    to,
    sign,
    movedAtUtcMs,
  }: {
    readonly from: DeviceId
    readonly fromDseq: number
    readonly to: DeviceId
    readonly sign: ((hash: string) => SignatureHex) | null
    readonly movedAtUtcMs: UtcMs
  },
): void {
  const rows = eventsFrom(db, from, fromDseq)
  let seq = nextSeq(db)
  for (const { id } of rows) seq = Math.max(seq, setAsideEvent(db, id, movedAtUtcMs))
  let { dseq, hash: prevHash } = deviceHead(db, to)
  for (const { hash: _, signature: __, ...row } of rows) {
    if (row.type === deviceKeyMadeType) continue
    dseq += 1
    const event = { ...row, device: to, dseq, prevHash }
    const hash = sha256Hex(hashedTextOfStored(event))
    insertEvent(db, { ...event, hash, signature: sign?.(hash) ?? null }, seq)
    prevHash = hash
    seq += 1
  }
}

function eventsFrom(db: ReadableDb, device: DeviceId, fromDseq: number): readonly WireEvent[] {
  const sql = `SELECT ${wireColumns} FROM event WHERE device = ? AND dseq >= ? ORDER BY dseq`
  return statement<[string, number], WireRow>(db, sql).all(device, fromDseq).map(wireEventOf)
}

function nextSeq(db: ReadableDb): number {
  return lastLinkSeq(db) + 1
}
