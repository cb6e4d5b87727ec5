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
  /** Orders the rows of a kind. */
  readonly position: number
  readonly value: string
  readonly hlc: string
  readonly changedAtUtcMs: UtcMs
  readonly changedBy: ActorId
}

/** Writes one row over whatever was there. */
export function writeSetting(db: WritableDb, change: SettingChange): void {
  const sql = `
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by)
VALUES (@kind, @id, @position, @value, @hlc, @changedAtUtcMs, @changedBy)
ON CONFLICT (kind, id) DO UPDATE SET position = excluded.position, value = excluded.value, hlc = excluded.hlc, changed_at_utc_ms = excluded.changed_at_utc_ms,
  changed_by = excluded.changed_by`
  statement<[object], never>(db, sql).run(change)
}

/** Where a row stands among those of its kind: where it stood, or last. */
export function settingPosition(db: ReadableDb, kind: SettingKind, id: string): number {
  const sql = `
SELECT coalesce((SELECT position FROM setting WHERE kind = @kind AND id = @id), (SELECT max(position) + 1 FROM setting WHERE kind = @kind), 0)
  AS position`
  return statement<[object], { position: number }>(db, sql).get({ kind, id })?.position ?? 0
}

/** Rows that no event says: written by a program that did not record its settings yet. */
export function settingsWithoutEvent(db: ReadableDb): readonly (SettingRow & { readonly position: number; readonly changedBy: ActorId })[] {
  const sql = `
SELECT kind, id, position, value, changed_by AS changedBy FROM setting s
WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.stream = 'setting:' || s.kind || ':' || s.id) ORDER BY kind, position, id`
  return statement<[], SettingRow & { position: number; changedBy: ActorId }>(db, sql).all()
}

export type Identity = { readonly garage: GarageId; readonly device: DeviceId }

export function readIdentity(db: ReadableDb): Identity | null {
  return statement<[], Identity>(db, 'SELECT garage, device FROM identity WHERE id = 1').get() ?? null
}

export function writeIdentity(db: WritableDb, { garage, device }: Identity, madeAtUtcMs: UtcMs): void {
  const sql = 'INSERT INTO identity (id, garage, device, made_at_utc_ms) VALUES (1, ?, ?, ?)'
  statement<[string, string, number], never>(db, sql).run(garage, device, madeAtUtcMs)
}

/** Another id for this PC, or another garage for a database that holds no fact of its own. The former id stays known as its own. */
export function changeIdentity(db: WritableDb, { garage, device }: Identity): void {
  const sql = 'INSERT INTO former_device (device) SELECT device FROM identity WHERE device <> ? ON CONFLICT DO NOTHING'
  statement<[string], never>(db, sql).run(device)
  statement<[string, string], never>(db, 'UPDATE identity SET garage = ?, device = ? WHERE id = 1').run(garage, device)
}

/** Whether this PC writes or ever wrote under an id. */
export function isOwnDevice(db: ReadableDb, device: DeviceId): boolean {
  const sql = 'SELECT 1 AS found FROM identity WHERE device = @device UNION ALL SELECT 1 FROM former_device WHERE device = @device'
  return statement<[object], { found: number }>(db, sql).get({ device }) !== undefined
}
