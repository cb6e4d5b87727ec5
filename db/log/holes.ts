import type { DeviceId } from '../../core/basics/ids.ts'
import type { ChainHole } from '../../core/wire/protocol.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

/** One place in a device's chain: its event, or the hole that a quarantined one left at a server. */
export type ChainLink = WireEvent | ChainHole

export function isEvent(link: ChainLink): link is WireEvent {
  return 'payload' in link
}

/** The number that the next event or hole is stored under: no number is ever given twice, for peers pull by them. */
export const nextSeqSql = `(SELECT max(coalesce((SELECT max(seq) FROM event), 0), coalesce((SELECT max(seq) FROM forked_event), 0),
  coalesce((SELECT max(seq) FROM chain_hole), 0)) + 1)`

export function insertHole(db: WritableDb, { device, dseq, prevHash, hash }: ChainHole): void {
  const sql = `INSERT INTO chain_hole (seq, device, dseq, prev_hash, hash) VALUES (${nextSeqSql}, ?, ?, ?, ?)`
  statement<[string, number, string, string], never>(db, sql).run(device, dseq, prevHash, hash)
}

/** Of a device from a number on: its chain goes otherwise there, or the event itself came. */
export function forgetHoles(db: WritableDb, device: DeviceId, fromDseq: number, toDseq = Number.MAX_SAFE_INTEGER): void {
  const sql = 'DELETE FROM chain_hole WHERE device = ? AND dseq BETWEEN ? AND ?'
  statement<[string, number, number], never>(db, sql).run(device, fromDseq, toDseq)
}

export function holeAt(db: ReadableDb, device: DeviceId, dseq: number): ChainHole | null {
  const sql = 'SELECT device, dseq, prev_hash AS prevHash, hash FROM chain_hole WHERE device = ? AND dseq = ?'
  return statement<[string, number], ChainHole>(db, sql).get(device, dseq) ?? null
}

export function newestHole(db: ReadableDb, device: DeviceId): ChainHole | null {
  const sql = 'SELECT device, dseq, prev_hash AS prevHash, hash FROM chain_hole WHERE device = ? ORDER BY dseq DESC LIMIT 1'
  return statement<[string], ChainHole>(db, sql).get(device) ?? null
}

/** By device, in the order of its chain. */
export function allHoles(db: ReadableDb): ReadonlyMap<string, readonly ChainHole[]> {
  const sql = 'SELECT device, dseq, prev_hash AS prevHash, hash FROM chain_hole ORDER BY device, dseq'
  return Map.groupBy(statement<[], ChainHole>(db, sql).all(), ({ device }) => device)
}

export function holesAfterSeq(
  db: ReadableDb,
  seq: number,
  limit: number,
  exclude: DeviceId | null,
): readonly { readonly gseq: number; readonly hole: ChainHole }[] {
  const sql = `SELECT seq, device, dseq, prev_hash AS prevHash, hash FROM chain_hole WHERE seq > ? AND device <> ? ORDER BY seq LIMIT ?`
  return statement<[number, string, number], ChainHole & { readonly seq: number }>(db, sql)
    .all(seq, exclude ?? '', limit)
    .map(({ seq: gseq, ...hole }) => ({ gseq, hole }))
}

/** What stands here under a number of a device, event or hole. */
export function hashAt(db: ReadableDb, device: DeviceId, dseq: number): string | null {
  const sql = 'SELECT hash FROM event WHERE device = ? AND dseq = ?'
  return statement<[string, number], { hash: string }>(db, sql).get(device, dseq)?.hash ?? holeAt(db, device, dseq)?.hash ?? null
}

/** The newest number that peers pull by. */
export function lastLinkSeq(db: ReadableDb): number {
  return statement<[], { seq: number }>(db, `SELECT ${nextSeqSql} - 1 AS seq`).get()?.seq ?? 0
}
