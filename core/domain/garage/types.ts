import type { BayId, GarageId, PersonId, ServiceId } from '../../basics/ids.ts'
import type { Rial } from '../../basics/rial.ts'
import type { WorkingHours } from '../../persian/workingCalendar.ts'
import type { VatRate } from '../pricing/types.ts'
import type { Role } from '../people/role.ts'
import type { BayKind, Needs, QueueSettings, Skill } from '../queue/types.ts'

/** What the owner sets. Plain last-writer-wins rows: they describe the garage, they are not facts that happened in it. */
export type Profile = {
  readonly garageId: GarageId
  readonly name: string
  readonly phone: string
  readonly address: string
  /** Amounts are stored in rial whatever is shown. */
  readonly moneyShown: 'toman' | 'rial'
  /** Demo garages live in a database of their own and say so on every screen. */
  readonly demo: boolean
}

export type Bay = { readonly bayId: BayId; readonly name: string; readonly kind: BayKind; readonly active: boolean }

export type Person = {
  readonly personId: PersonId
  readonly name: string
  readonly role: Role
  readonly skills: readonly Skill[]
  readonly active: boolean
}

/** A line of the price list: what it is called, how long it is quoted for, what it costs, what it needs. */
export type Service = {
  readonly serviceId: ServiceId
  readonly title: string
  readonly quotedMin: number
  readonly priceRial: Rial
  readonly needs: Needs
  readonly active: boolean
}

export type Garage = {
  readonly profile: Profile
  readonly hours: WorkingHours
  readonly queue: QueueSettings
  readonly bays: readonly Bay[]
  readonly people: readonly Person[]
  readonly services: readonly Service[]
  /** In the order of their days; empty: no VAT is shown. */
  readonly vatRates: readonly VatRate[]
}
