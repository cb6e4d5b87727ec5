import { defaultQueueSettings } from '../../core/domain/queue/types.ts'
import type { Bay, Garage, Person, Profile, Service } from '../../core/domain/garage/types.ts'
import type { VatRate } from '../../core/domain/pricing/types.ts'
import { defaultWorkingHours } from '../../core/persian/workingCalendar.ts'
import { bayRow, hoursRow, personRow, profileRow, queueRow, serviceRow, vatRow } from '../../core/wire/settingRows.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { readSettings } from '../../db/queries/settings.ts'

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
