import type { SetupInput } from '../../core/contract/contract.ts'
import { garage } from './garage.ts'

/** The garage of the tests as the wizard would send it. */
const { profile, hours, bays, people, services } = garage
const { garageId: _, demo: __, ...profileFields } = profile
export const setupInput: SetupInput = {
  profile: profileFields,
  hours: { ...hours, holidays: [...hours.holidays], exceptions: [...hours.exceptions] },
  bays: bays.map(({ bayId: ___, ...bay }) => bay),
  people: people.map(({ personId: ___, ...person }) => person),
  services: services.map(({ serviceId: ___, ...service }) => service),
}
