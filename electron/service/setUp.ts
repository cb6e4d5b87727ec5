import { assertNever } from '../../core/basics/assertNever.ts'
import type { BayId, PersonId, ServiceId } from '../../core/basics/ids.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { SetupInput } from '../../core/contract/contract.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { GarageCommand } from '../../core/domain/commands.ts'
import { decideSetting } from '../../core/domain/garage/decide.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { defaultQueueSettings } from '../../core/domain/queue/types.ts'
import type { GarageContext } from './context.ts'
import { settingRow, writeSettings } from './settings.ts'

/**
 * Makes the garage of a new database, whole or not at all. Each part passes the same rules that a later change would, in
 * order, the owner first, so that every refusal is one the settings screens have words for.
 */
export function setUp(context: GarageContext, input: SetupInput, demo: boolean): Result<{ readonly ownerId: PersonId }, Refusal> {
  const { db } = context
  const run = db.transaction((): Result<{ readonly ownerId: PersonId }, Refusal> => {
    if (context.garage() !== null) return err({ code: 'garageExists' })
    const now = context.clock.wallUtcMs()
    const ids = () => ({
      newBayId: context.newId<BayId>(now),
      newPersonId: context.newId<PersonId>(now),
      newServiceId: context.newId<ServiceId>(now),
    })
    let garage = emptyGarage(context, input, demo)
    for (const change of changesOf(input)) {
      const write = decideSetting(change, { garage, openJobs: [], ...ids() })
      if (!write.ok) return write
      garage = withWrite(garage, write.value)
    }
    const owner = garage.people.find((person) => person.role === 'owner')
    if (owner === undefined) return err({ code: 'lastOwner' })
    const rows = [
      { kind: 'profile', value: garage.profile } as const,
      { kind: 'hours', value: garage.hours } as const,
      { kind: 'queue', value: garage.queue } as const,
      ...garage.bays.map((value) => ({ kind: 'bay', value }) as const),
      ...garage.people.map((value) => ({ kind: 'person', value }) as const),
      ...garage.services.map((value) => ({ kind: 'service', value }) as const),
    ]
    writeSettings(context, rows.map(settingRow), owner.personId, now)
    context.forgetGarage()
    return ok({ ownerId: owner.personId })
  })
  return run.immediate()
}

function emptyGarage(context: GarageContext, { profile, hours }: SetupInput, demo: boolean): Garage {
  return {
    profile: { ...profile, garageId: context.identity.garage, demo },
    hours,
    queue: defaultQueueSettings,
    bays: [],
    people: [],
    services: [],
    vatRates: [],
  }
}

function changesOf({ profile, hours, bays, people, services }: SetupInput): readonly GarageCommand[] {
  const ownersFirst = people.toSorted((a, b) => Number(b.role === 'owner') - Number(a.role === 'owner'))
  return [
    { type: 'saveProfile', profile },
    { type: 'saveHours', hours },
    ...bays.map((bay) => ({ type: 'saveBay', bayId: null, bay }) as const),
    ...ownersFirst.map((person) => ({ type: 'savePerson', personId: null, person }) as const),
    ...services.map((service) => ({ type: 'saveService', serviceId: null, service }) as const),
  ]
}

function withWrite(garage: Garage, write: Parameters<typeof settingRow>[0]): Garage {
  switch (write.kind) {
    case 'profile':
      return { ...garage, profile: write.value }
    case 'hours':
      return { ...garage, hours: write.value }
    case 'queue':
      return { ...garage, queue: write.value }
    case 'bay':
      return { ...garage, bays: [...garage.bays, write.value] }
    case 'person':
      return { ...garage, people: [...garage.people, write.value] }
    case 'service':
      return { ...garage, services: [...garage.services, write.value] }
    case 'vat':
      return { ...garage, vatRates: write.value }
    default:
      return assertNever(write)
  }
}
