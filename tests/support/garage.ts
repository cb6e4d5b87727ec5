import type { BayId, GarageId, PersonId, ServiceId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { Bay, Garage, Person, Service } from '../../core/domain/garage/types.ts'
import type { Vehicle } from '../../core/domain/job/visit.ts'
import { defaultQueueSettings } from '../../core/domain/queue/types.ts'
import { parsePlate } from '../../core/persian/plateText.ts'
import { isoDate } from '../../core/persian/jalali.ts'
import { utcFromZoned } from '../../core/persian/timeZone.ts'
import { defaultWorkingHours } from '../../core/persian/workingCalendar.ts'
import { testId } from './ids.ts'

export const bays = [1, 2].map((n): Bay => ({
  bayId: testId<BayId>(100 + n),
  name: `جایگاه ${n}`,
  kind: n === 1 ? 'lift' : 'flat',
  active: true,
}))

function person(n: number, name: string, role: Person['role'], skills: Person['skills']): Person {
  return { personId: testId<PersonId>(200 + n), name, role, skills, active: true }
}
export const owner = person(1, 'مینا کاظمی', 'owner', [])
export const desk = person(2, 'لیلا مرادی', 'frontDesk', [])
export const mechanic = person(3, 'رضا کریمی', 'mechanic', ['mechanical', 'brakes'])
export const electrician = person(4, 'امیر صفایی', 'mechanic', ['electrical', 'mechanical'])

function service(n: number, title: string, quotedMin: number, priceRial: number, needs: Service['needs']): Service {
  return { serviceId: testId<ServiceId>(300 + n), title, quotedMin, priceRial: rial(priceRial), needs, active: true }
}
export const oil = service(1, 'تعویض روغن', 30, 21_800_000, { skills: ['mechanical'], bayKinds: [] })
export const brakes = service(2, 'لنت ترمز جلو', 60, 12_500_000, { skills: ['brakes'], bayKinds: ['lift'] })
export const dynamo = service(3, 'تعویض دینام', 90, 41_400_000, { skills: ['electrical'], bayKinds: ['flat'] })

export const garage: Garage = {
  profile: { garageId: testId<GarageId>(1), name: 'تعمیرگاه آزمون', phone: '', address: '', moneyShown: 'toman', demo: false },
  hours: defaultWorkingHours,
  queue: defaultQueueSettings,
  bays,
  people: [owner, desk, mechanic, electrician],
  services: [oil, brakes, dynamo],
  vatRates: [],
}

/** Sunday, 1 Azar 1405: an ordinary working day. */
export const day = isoDate('2026-11-22')

/** A time of that day at the garage: `at('09:30')`; `at('09:30', 1)` is the day after. */
export function at(time: string, daysLater = 0): UtcMs {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const date = new Date(Date.parse(day) + daysLater * 86_400_000).toISOString().slice(0, 10)
  return utcFromZoned(isoDate(date), hour * 60 + minute, 'Asia/Tehran')
}

export function car(plateText: string, model = 'پژو ۲۰۶'): Vehicle {
  const plate = parsePlate(plateText)
  if (!plate.ok) throw new Error(`not a plate: ${plateText}`)
  return { plate: plate.value, model }
}
