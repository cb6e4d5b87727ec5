import type { DeviceId, Sha256Hex } from '../../core/basics/ids.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { Pulled } from '../../core/wire/protocol.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'
import { holesAfterSeq } from '../log/holes.ts'
import { wireColumns, wireEventOf, type WireRow } from '../log/wireRow.ts'

export {
  clearJoined,
  isSignedIn,
  knownDeviceNames,
  leaveTokens,
  readJoined,
  readNetwork,
  readSyncNote,
  writeJoined,
  writeKnownDevices,
  writeNetwork,
  writeSyncNote,
} from './joined.ts'
export type { Joined, KnownDevice, NetworkRow, SyncNote } from './joined.ts'

/** A server by the name that its rows stand under: the platform, or another PC by its address. */
export const platformPeer = 'platform'

/** Events of one device that follow the acknowledged one, in the order of their numbers. */
export function unsent(db: ReadableDb, device: DeviceId, afterDseq: number, limit: number): readonly WireEvent[] {
  const sql = `SELECT ${wireColumns} FROM event WHERE device = ? AND dseq > ? ORDER BY dseq LIMIT ?`
  return statement<[string, number, number], WireRow>(db, sql).all(device, afterDseq, limit).map(wireEventOf)
}

/** How many facts of a device wait, and when the oldest of them was recorded. */
export function countUnsent(
  db: ReadableDb,
  device: DeviceId,
  afterDseq: number,
): { readonly count: number; readonly oldest: WireEvent | null } {
  const sql = 'SELECT count(*) AS n FROM event WHERE device = ? AND dseq > ?'
  const count = statement<[string, number], { n: number }>(db, sql).get(device, afterDseq)?.n ?? 0
  return { count, oldest: unsent(db, device, afterDseq, 1)[0] ?? null }
}

export type Head = { readonly device: DeviceId; readonly dseq: number; readonly hash: string }

/** By device the newest link of its chain that stands here. */
export function heads(db: ReadableDb): readonly Head[] {
  // One step of the index per device, however long its chain.
  const sql = `
WITH RECURSIVE each (device) AS (
  SELECT min(device) FROM event
  UNION ALL
  SELECT (SELECT min(e.device) FROM event e WHERE e.device > each.device) FROM each WHERE each.device IS NOT NULL
)
SELECT e.device, e.dseq, e.hash FROM each
JOIN event e ON e.device = each.device AND e.dseq = (SELECT max(m.dseq) FROM event m WHERE m.device = each.device)`
  const events = statement<[], Head>(db, sql).all()
  const holes = statement<[], Head>(db, 'SELECT device, max(dseq) AS dseq, hash FROM chain_hole GROUP BY device').all()
  if (holes.length === 0) return events
  const newest = new Map(events.map((head) => [head.device, head]))
  for (const hole of holes) if (hole.dseq > (newest.get(hole.device)?.dseq ?? 0)) newest.set(hole.device, hole)
  return [...newest.values()]
}

/** What this PC gives to another one: events by the order in which they were stored here. */
export function eventsAfterSeq(
  db: ReadableDb,
  seq: number,
  limit: number,
  exclude: DeviceId | null,
): readonly { readonly gseq: number; readonly event: WireEvent }[] {
  const sql = `SELECT seq, ${wireColumns} FROM event WHERE seq > ? AND device <> ? ORDER BY seq LIMIT ?`
  return statement<[number, string, number], WireRow & { readonly seq: number }>(db, sql)
    .all(seq, exclude ?? '', limit)
    .map(({ seq: gseq, ...row }) => ({ gseq, event: wireEventOf(row) }))
}

/** The same with the holes of their chains among them. */
export function linksAfterSeq(db: ReadableDb, seq: number, limit: number, exclude: DeviceId | null): readonly Pulled[] {
  const events = eventsAfterSeq(db, seq, limit, exclude)
  const holes = holesAfterSeq(db, seq, limit, exclude)
  return holes.length === 0 ? events : [...events, ...holes].toSorted((a, b) => a.gseq - b.gseq).slice(0, limit)
}

/** By device what a server has acknowledged. */
export function readAcked(db: ReadableDb, peer: string): ReadonlyMap<DeviceId, number> {
  const rows = statement<[string], { device: DeviceId; dseq: number }>(db, 'SELECT device, dseq FROM peer_ack WHERE peer = ?').all(peer)
  return new Map(rows.map(({ device, dseq }) => [device, dseq]))
}

/** Says the number as it is, lower ones too: a server that was restored has less than it once acknowledged. */
export function writeAcked(db: WritableDb, peer: string, device: DeviceId, dseq: number): void {
  const sql = 'INSERT INTO peer_ack (peer, device, dseq) VALUES (?, ?, ?) ON CONFLICT (peer, device) DO UPDATE SET dseq = excluded.dseq'
  statement<[string, string, number], never>(db, sql).run(peer, device, dseq)
}

export type Cursor = { readonly historyId: string; readonly gseq: number }

export function readCursor(db: ReadableDb, peer: string): Cursor | null {
  const sql = 'SELECT history_id AS historyId, gseq FROM peer_cursor WHERE peer = ?'
  return statement<[string], Cursor>(db, sql).get(peer) ?? null
}

export function writeCursor(db: WritableDb, peer: string, historyId: string, gseq: number): void {
  const sql = `
INSERT INTO peer_cursor (peer, history_id, gseq) VALUES (?, ?, ?)
ON CONFLICT (peer) DO UPDATE SET history_id = excluded.history_id, gseq = excluded.gseq`
  statement<[string, string, number], never>(db, sql).run(peer, historyId, gseq)
}

/** Photos that facts name and whose bytes are not here. */
export function photosWanted(db: ReadableDb, limit = 100): readonly Sha256Hex[] {
  const sql =
    'SELECT DISTINCT n.hash FROM job_photo n WHERE NOT EXISTS (SELECT 1 FROM photo p WHERE p.hash = n.hash) ORDER BY n.hash LIMIT ?'
  return hashes(statement<[number], { hash: Sha256Hex }>(db, sql).all(limit))
}

/** Photos that facts name, that are here, and that the server has not been given. */
export function photosUnsent(db: ReadableDb, peer: string, limit = 100): readonly Sha256Hex[] {
  const sql = `
SELECT p.hash FROM photo p WHERE EXISTS (SELECT 1 FROM job_photo n WHERE n.hash = p.hash)
  AND NOT EXISTS (SELECT 1 FROM peer_photo s WHERE s.peer = ? AND s.hash = p.hash) ORDER BY p.stored_at_utc_ms, p.hash LIMIT ?`
  return hashes(statement<[string, number], { hash: Sha256Hex }>(db, sql).all(peer, limit))
}

export function writePhotoSent(db: WritableDb, peer: string, hash: Sha256Hex): void {
  statement<[string, string], never>(db, 'INSERT INTO peer_photo (peer, hash) VALUES (?, ?) ON CONFLICT DO NOTHING').run(peer, hash)
}

/** Events that cannot be read. What its author may not write counts as invalid, and what a server holds in quarantine. */
export function countUnread(db: ReadableDb): { readonly newer: number; readonly invalid: number } {
  const sql =
    "SELECT count(*) FILTER (WHERE reason = 'newer') AS newer, count(*) FILTER (WHERE reason <> 'newer') + (SELECT count(*) FROM chain_hole) AS invalid FROM unread_event"
  return statement<[], { newer: number; invalid: number }>(db, sql).get() ?? { newer: 0, invalid: 0 }
}

function hashes(rows: readonly { readonly hash: Sha256Hex }[]): readonly Sha256Hex[] {
  return rows.map(({ hash }) => hash)
}
