import { isUuidV7, type ActorId, type MaterialId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Ordered } from '../../core/sync/order.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { materialRow } from '../../core/wire/materialFields.ts'
import { parseSettingEvent, type SettingSaved } from '../../core/wire/settingEvents.ts'
import type { WritableDb } from '../connection.ts'
import type { StreamEvent } from '../log/stream.ts'
import { writeMaterial } from '../queries/materials.ts'
import { writeSetting } from '../queries/settings.ts'

/** Writes the row that the last saving of the stream in canonical order says. */
export function projectSetting(
  db: WritableDb,
  ordered: readonly Ordered<StreamEvent>[],
  onUnread: (event: StreamEvent) => void = () => {},
): void {
  let last: { readonly saved: SettingSaved; readonly stored: StreamEvent } | null = null
  for (const { event: stored } of ordered) {
    const saved = stored.isBarred ? null : parseSettingEvent(stored)
    if (saved !== null) last = { saved, stored }
    else if (!stored.isBarred) onUnread(stored)
  }
  if (last === null) return
  const { saved, stored } = last
  writeSaved(db, saved, { hlc: stored.hlc, changedAtUtcMs: stored.wallAtUtcMs, changedBy: stored.actor })
}

type Change = { readonly hlc: string; readonly changedAtUtcMs: UtcMs; readonly changedBy: ActorId }

function writeSaved(db: WritableDb, { kind, id, position, value }: SettingSaved, change: Change): void {
  if (kind !== 'material') return writeSetting(db, { kind, id, position, value: canonicalJson(value), ...change })
  if (isMaterialId(id)) writeMaterial(db, { materialId: id, ...materialRow.parse(value) }, change)
}

function isMaterialId(id: string): id is MaterialId {
  return isUuidV7(id)
}
