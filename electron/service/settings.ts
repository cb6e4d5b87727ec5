import type { ActorId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { defaultQueueSettings } from '../../core/domain/queue/types.ts'
import type { SettingWrite } from '../../core/domain/garage/decide.ts'
import type { Bay, Garage, Person, Profile, Service } from '../../core/domain/garage/types.ts'
import type { VatRate } from '../../core/domain/pricing/types.ts'
import { isHlc, nextHlc } from '../../core/wire/hlc.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { bayRow, hoursRow, personRow, profileRow, queueRow, serviceRow, vatRow } from '../../core/wire/settingRows.ts'
import { defaultWorkingHours } from '../../core/persian/workingCalendar.ts'
import type { ReadableDb, WritableDb } from '../../db/connection.ts'
import { newestSettingHlc, readSettings, writeSetting, type SettingKind } from '../../db/queries/settings.ts'

/** The garage as its owner set it; null before the wizard. */
export function readGarage(db: ReadableDb): Garage | null {
  let profile: Profile | null = null
  let hours = defaultWorkingHours
  let queue = defaultQueueSettings
  let vatRates: readonly VatRate[] = []
  const bays: Bay[] = []
  const people: Person[] = []
  const services: Service[] = []
  for (const row of readSettings(db)) {
    const value: unknown = JSON.parse(row.value)
    if (row.kind === 'profile') profile = profileRow.parse(value)
    else if (row.kind === 'hours') hours = hoursRow.parse(value)
    else if (row.kind === 'queue') queue = queueRow.parse(value)
    else if (row.kind === 'vat') vatRates = vatRow.parse(value)
    else if (row.kind === 'bay') bays.push(bayRow.parse(value))
    else if (row.kind === 'person') people.push(personRow.parse(value))
    else services.push(serviceRow.parse(value))
  }
  return profile === null ? null : { profile, hours, queue, bays, people, services, vatRates }
}

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

export function writeSettings(db: WritableDb, rows: readonly SettingToWrite[], by: ActorId, nowUtcMs: UtcMs): void {
  for (const row of rows) {
    const newest = newestSettingHlc(db)
    writeSetting(db, {
      kind: row.kind,
      id: row.id,
      value: canonicalJson(row.value),
      hlc: nextHlc(newest !== null && isHlc(newest) ? newest : null, nowUtcMs),
      changedAtUtcMs: nowUtcMs,
      changedBy: by,
    })
  }
}
