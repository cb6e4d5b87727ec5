import { assertNever } from '../../basics/assertNever.ts'
import type { BayId, PersonId, ServiceId } from '../../basics/ids.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { searchKey } from '../../basics/textFold.ts'
import { dayHoursProblem } from '../../persian/workingCalendar.ts'
import type { GarageCommand } from '../commands.ts'
import type { Job } from '../job/types.ts'
import type { VatRate } from '../pricing/types.ts'
import type { Bay, Garage, Person, Profile, Service } from './types.ts'
import type { WorkingHours } from '../../persian/workingCalendar.ts'
import type { QueueSettings } from '../queue/types.ts'

/** Why a change of the garage's settings was not made. */
export type GarageRefusal =
  | { readonly code: 'nameMissing' }
  | { readonly code: 'nameTaken' }
  | { readonly code: 'lastOwner' }
  | { readonly code: 'inUse'; readonly jobNo: number }
  | { readonly code: 'hoursWrong'; readonly weekday: number | null }
  | { readonly code: 'noShowBeforeGrace' }
  | { readonly code: 'vatDayTwice' }
  | { readonly code: 'barcodeTaken' }

/** The row that a change writes. */
export type SettingWrite =
  | { readonly kind: 'profile'; readonly value: Profile }
  | { readonly kind: 'hours'; readonly value: WorkingHours }
  | { readonly kind: 'queue'; readonly value: QueueSettings }
  | { readonly kind: 'bay'; readonly value: Bay }
  | { readonly kind: 'person'; readonly value: Person }
  | { readonly kind: 'service'; readonly value: Service }
  | { readonly kind: 'vat'; readonly value: readonly VatRate[] }

export type GarageContext = {
  readonly garage: Garage
  readonly openJobs: readonly Job[]
  /** Used when the change makes a new row. */
  readonly newBayId: BayId
  readonly newPersonId: PersonId
  readonly newServiceId: ServiceId
}

export function decideSetting(command: GarageCommand, context: GarageContext): Result<SettingWrite, GarageRefusal> {
  const { garage } = context
  switch (command.type) {
    case 'saveProfile':
      if (command.profile.name.trim() === '') return err({ code: 'nameMissing' })
      return ok({ kind: 'profile', value: { ...garage.profile, ...command.profile, name: command.profile.name.trim() } })
    case 'saveHours': {
      const problem = hoursRefusal(command.hours)
      return problem === null ? ok({ kind: 'hours', value: command.hours }) : err(problem)
    }
    case 'saveQueueSettings':
      // A booking cannot be given up as a no-show while its customer would still be on time.
      if (command.queue.noShowMin < command.queue.graceMin) return err({ code: 'noShowBeforeGrace' })
      return ok({ kind: 'queue', value: command.queue })
    case 'saveBay':
      return saveBay(command, context)
    case 'savePerson':
      return savePerson(command, context)
    case 'saveService':
      return saveService(command, context)
    case 'saveVatRates': {
      const value = command.vatRates.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      if (new Set(value.map((rate) => rate.from)).size < value.length) return err({ code: 'vatDayTwice' })
      return ok({ kind: 'vat', value })
    }
    default:
      return assertNever(command)
  }
}

type CommandOf<Type extends GarageCommand['type']> = Extract<GarageCommand, { type: Type }>

function saveBay(command: CommandOf<'saveBay'>, { garage, openJobs, newBayId }: GarageContext): Result<SettingWrite, GarageRefusal> {
  const bay: Bay = { ...command.bay, name: command.bay.name.trim(), bayId: command.bayId ?? newBayId }
  const named = nameRefusal(
    bay.name,
    garage.bays.filter((other) => other.bayId !== bay.bayId && other.active).map((other) => other.name),
  )
  if (named !== null) return err(named)
  const user = openJobs.find(({ phase }) => 'work' in phase && phase.kind !== 'finished' && phase.work.bayId === bay.bayId)
  if (!bay.active && user !== undefined) return err({ code: 'inUse', jobNo: user.jobNo })
  return ok({ kind: 'bay', value: bay })
}

function savePerson(
  command: CommandOf<'savePerson'>,
  { garage, openJobs, newPersonId }: GarageContext,
): Result<SettingWrite, GarageRefusal> {
  const person: Person = { ...command.person, name: command.person.name.trim(), personId: command.personId ?? newPersonId }
  const others = garage.people.filter((other) => other.personId !== person.personId && other.active)
  const named = nameRefusal(
    person.name,
    others.map((other) => other.name),
  )
  if (named !== null) return err(named)
  const isOwner = person.active && person.role === 'owner'
  if (!isOwner && !others.some((other) => other.role === 'owner')) return err({ code: 'lastOwner' })
  const user = openJobs.find(({ phase }) => 'work' in phase && phase.kind !== 'finished' && phase.work.mechanicId === person.personId)
  if ((!person.active || person.role !== 'mechanic') && user !== undefined) return err({ code: 'inUse', jobNo: user.jobNo })
  return ok({ kind: 'person', value: person })
}

function saveService(command: CommandOf<'saveService'>, { garage, newServiceId }: GarageContext): Result<SettingWrite, GarageRefusal> {
  const service: Service = { ...command.service, title: command.service.title.trim(), serviceId: command.serviceId ?? newServiceId }
  const named = nameRefusal(
    service.title,
    garage.services.filter((other) => other.serviceId !== service.serviceId && other.active).map((other) => other.title),
  )
  return named === null ? ok({ kind: 'service', value: service }) : err(named)
}

/** Two bays, people or services that read the same cannot be told apart at the counter. */
function nameRefusal(name: string, taken: readonly string[]): GarageRefusal | null {
  const key = searchKey(name)
  if (key === '') return { code: 'nameMissing' }
  return taken.some((other) => searchKey(other) === key) ? { code: 'nameTaken' } : null
}

export function hoursRefusal(hours: WorkingHours): GarageRefusal | null {
  const weekday = hours.weekly.findIndex((day) => dayHoursProblem(day) !== null)
  if (weekday >= 0) return { code: 'hoursWrong', weekday }
  return hours.exceptions.some((day) => dayHoursProblem(day.hours) !== null) ? { code: 'hoursWrong', weekday: null } : null
}
