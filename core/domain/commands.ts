import type { BayId, MaterialId, PersonId, ServiceId } from '../basics/ids.ts'
import type { WorkingHours } from '../persian/workingCalendar.ts'
import type { Bay, Person, Profile, Service } from './garage/types.ts'
import type { JobCommand } from './job/commands.ts'
import type { Material } from './materials/types.ts'
import type { VatRate } from './pricing/types.ts'
import type { QueueSettings } from './queue/types.ts'
import type { RequestCommand } from './request/commands.ts'

/** What the owner changes: plain rows, the last writer wins. `null` as an id makes a new one. */
export type GarageCommand =
  | { readonly type: 'saveProfile'; readonly profile: Omit<Profile, 'garageId' | 'demo'> }
  | { readonly type: 'saveHours'; readonly hours: WorkingHours }
  | { readonly type: 'saveQueueSettings'; readonly queue: QueueSettings }
  | { readonly type: 'saveBay'; readonly bayId: BayId | null; readonly bay: Omit<Bay, 'bayId'> }
  | { readonly type: 'savePerson'; readonly personId: PersonId | null; readonly person: Omit<Person, 'personId'> }
  | { readonly type: 'saveService'; readonly serviceId: ServiceId | null; readonly service: Omit<Service, 'serviceId'> }
  | { readonly type: 'saveVatRates'; readonly vatRates: readonly VatRate[] }

/** The catalogue: plain rows as well, in a table of their own, since it may hold thousands. */
export type CatalogueCommand = {
  readonly type: 'saveMaterial'
  readonly materialId: MaterialId | null
  readonly material: Omit<Material, 'materialId'>
}

/** Takes the good rows of a file. Its text comes again, so that what is taken is judged against the garage as it is now, not as the preview saw it. */
export type BookingCommand = { readonly type: 'takeBookings'; readonly fileName: string; readonly text: string }

export type Command = JobCommand | RequestCommand | GarageCommand | CatalogueCommand | BookingCommand
export type CommandType = Command['type']
