import type { ActorId, EventId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { SettingWrite } from '../../core/domain/garage/decide.ts'
import { settingSavedType, settingStream, type SettingSaved } from '../../core/wire/settingEvents.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import { readOrdered } from '../../db/log/stream.ts'
import { projectSetting } from '../../db/projections/setting.ts'
import { materialsWithoutEvent } from '../../db/queries/materials.ts'
import { settingPosition, settingsWithoutEvent, type SettingKind } from '../../db/queries/settings.ts'
import { appendSigned } from './appendSigned.ts'
import type { GarageContext } from './context.ts'

export type SettingToWrite = { readonly kind: SettingKind; readonly id: string; readonly value: unknown }

/** Kinds with one row only are stored under this id. */
const onlyRow = '1'

/** Where a decided change is stored. */
export function settingRow(write: SettingWrite): SettingToWrite {
  switch (write.kind) {
    case 'bay':
      return { ...write, id: write.value.bayId }
    case 'person':
      return { ...write, id: write.value.personId }
    case 'service':
      return { ...write, id: write.value.serviceId }
    default:
      return { ...write, id: onlyRow }
  }
}

/** Records what each row says from now on, and writes the rows, in the caller's transaction. */
export function writeSettings(context: GarageContext, rows: readonly SettingToWrite[], by: ActorId, nowUtcMs: UtcMs): void {
  for (const { kind, id, value } of rows) {
    saveAsEvent(context, { kind, id, position: settingPosition(context.db, kind, id), value }, by, nowUtcMs)
  }
}

/** One saving of a row of the owner's, as it travels to the other PCs of the garage; the row is a projection of it. */
export function saveAsEvent(context: GarageContext, saved: SettingSaved, by: ActorId, nowUtcMs: UtcMs): void {
  const stream = settingStream(saved.kind, saved.id)
  const event = { id: context.newId<EventId>(nowUtcMs), stream, type: settingSavedType, v: eventVersion(settingSavedType), payload: saved }
  appendSigned(context, by, nowUtcMs, [event])
  projectSetting(context.db, readOrdered(context.db, stream))
}

/**
 * Says by events what older programs wrote as rows alone, so that it travels: at the first join, before anything is sent. In
 * the caller's transaction.
 */
export function announceRows(context: GarageContext, nowUtcMs: UtcMs): void {
  for (const { kind, id, position, value, changedBy } of settingsWithoutEvent(context.db)) {
    const stored: unknown = JSON.parse(value)
    saveAsEvent(context, { kind, id, position, value: stored }, changedBy, nowUtcMs)
  }
  for (const { material, changedBy } of materialsWithoutEvent(context.db)) {
    const { materialId, ...value } = material
    saveAsEvent(context, { kind: 'material', id: materialId, position: 0, value }, changedBy, nowUtcMs)
  }
}
