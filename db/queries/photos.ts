import type { Sha256Hex } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

export type PhotoRow = { readonly hash: Sha256Hex; readonly width: number; readonly height: number; readonly storedAtUtcMs: UtcMs }

/** Keeps the bytes under their hash. The same bytes again change nothing: what is there is what the hash names. */
export function writePhoto(db: WritableDb, photo: PhotoRow, bytes: Uint8Array): void {
  const sql = `
INSERT INTO photo (hash, width, height, stored_at_utc_ms, bytes) VALUES (@hash, @width, @height, @storedAtUtcMs, @bytes)
ON CONFLICT (hash) DO NOTHING`
  statement<[object], never>(db, sql).run({ ...photo, bytes })
}

export function readPhoto(db: ReadableDb, hash: Sha256Hex): Buffer | null {
  return statement<[string], { bytes: Buffer }>(db, 'SELECT bytes FROM photo WHERE hash = ?').get(hash)?.bytes ?? null
}

export function isPhotoKept(db: ReadableDb, hash: Sha256Hex): boolean {
  return statement<[string], { found: number }>(db, 'SELECT 1 AS found FROM photo WHERE hash = ?').get(hash) !== undefined
}
