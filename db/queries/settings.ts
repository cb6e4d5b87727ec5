import type { ActorId, DeviceId, GarageId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

export type SettingKind = 'profile' | 'hours' | 'queue' | 'bay' | 'person' | 'service' | 'vat'
export type SettingRow = { readonly kind: SettingKind; readonly id: string; readonly value: string }

/** All rows in the order in which the owner sees them. */
export function readSettings(db: ReadableDb): readonly SettingRow[] {
  return statement<[], SettingRow>(db, 'SELECT kind, id, value FROM setting ORDER BY kind, position, id').all()
}

export type SettingChange = {
  readonly kind: SettingKind
  readonly id: string
  readonly value: string
  readonly hlc: string
  readonly changedAtUtcMs: UtcMs
  readonly changedBy: ActorId
}

/** Writes one row over whatever was there; a new row comes last in its kind. */
export function writeSetting(db: WritableDb, change: SettingChange): void {
  const sql = `
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by)
VALUES (@kind, @id, (SELECT count(*) FROM setting WHERE kind = @kind), @value, @hlc, @changedAtUtcMs, @changedBy)
ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, hlc = excluded.hlc, changed_at_utc_ms = excluded.changed_at_utc_ms,
  changed_by = excluded.changed_by`
  statement<[object], never>(db, sql).run(change)
}

export function newestSettingHlc(db: ReadableDb): string | null {
  return statement<[], { hlc: string | null }>(db, 'SELECT max(hlc) AS hlc FROM setting').get()?.hlc ?? null
}

export type Identity = { readonly garage: GarageId; readonly device: DeviceId }

export function readIdentity(db: ReadableDb): Identity | null {
  return statement<[], Identity>(db, 'SELECT garage, device FROM identity WHERE id = 1').get() ?? null
}

export function writeIdentity(db: WritableDb, { garage, device }: Identity, madeAtUtcMs: UtcMs): void {
  const sql = 'INSERT INTO identity (id, garage, device, made_at_utc_ms) VALUES (1, ?, ?, ?)'
  statement<[string, string, number], never>(db, sql).run(garage, device, madeAtUtcMs)
}
