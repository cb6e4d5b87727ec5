import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import { seededRandom } from '../../../core/basics/random.ts'
import { addDays, dayNumberOfIso, isoDate } from '../../../core/persian/jalali.ts'
import { dayOf } from '../../../core/persian/workingCalendar.ts'
import { bookingFile } from '../../../core/wire/bookingFile.ts'
import type { WritableDb } from '../../../db/connection.ts'
import { garageContext, type GarageContext } from '../context.ts'
import type { DeviceKey } from '../deviceKey/deviceKey.ts'
import { repeatableIds } from '../ids.ts'
import { markNoShows } from '../noShows.ts'
import { setUp } from '../setUp.ts'
import { newAgenda } from './agenda.ts'
import { demoMaterials, demoVatRates } from './catalogue.ts'
import { bookingsTakenMinute, expectWalkIns, localInstant, takeDay, type PlannedVisit } from './day.ts'
import dayBookings from './dayBookings.json' with { type: 'json' }
import { demoBays, demoGarage } from './garage.ts'
import pastBookings from './pastBookings.json' with { type: 'json' }
import { playedClock, type PlayedClock } from './playedClock.ts'
import { dayVisits, pastVisits } from './scenario.ts'
import { surely, type Shop } from './shop.ts'
import { work } from './work.ts'

const pastSeed = 1405
const idSeed = 1405

/** Twenty past ten, when the demo's day is at its fullest. */
const fullestMinute = 10 * 60 + 20

export function demoMoment(nowUtcMs: UtcMs): UtcMs {
  return localInstant(dayOf(nowUtcMs, demoGarage.hours), fullestMinute)
}

/**
 * Fills an empty database with the demo garage as it is at this moment of its day, and with the days before. All of it is
 * played through the commands that people give, so that nothing in it could not have happened.
 */
export function seedDemo(db: WritableDb, atUtcMs: UtcMs, deviceKey: DeviceKey | null = null): void {
  const day = dayOf(atUtcMs, demoGarage.hours)
  const planned = planUntil(dayNumberOfIso(day))
  const dates = [...new Set(planned.map(({ booking }) => booking.date))]
  db.transaction(() => {
    const clock = playedClock(localInstant(addDays(dates[0] ?? day, -1), 9 * 60))
    const context = garageContext(db, clock, deviceKey, repeatableIds(seededRandom(idSeed)))
    const shop = openShop(context, clock)
    for (const date of dates) {
      const ofDate = planned.filter(({ booking }) => booking.date === date)
      shop.agenda.note(localInstant(addDays(date, -1), bookingsTakenMinute), () => takeDay(shop, date, ofDate))
    }
    expectWalkIns(shop, day)
    shop.agenda.playUntil(atUtcMs)
    clock.set(atUtcMs)
    markNoShows(context)
  }).immediate()
}

/** The samples' own day becomes the day shown, and the days before move along. */
function planUntil(dayNumber: number): readonly PlannedVisit[] {
  const past = bookingFile.parse(pastBookings).bookings
  const today = bookingFile.parse(dayBookings).bookings
  const shiftDays = Math.min(...today.map((booking) => dayNumber - dayNumberOfIso(isoDate(booking.date))))
  const visits = [...pastVisits(pastSeed, past.length), ...dayVisits]
  return [...past, ...today].flatMap((booking, index) => {
    const visit = visits[index]
    return visit === undefined ? [] : [{ booking: { ...booking, ...visit.guest, date: addDays(isoDate(booking.date), shiftDays) }, visit }]
  })
}

function openShop(context: GarageContext, clock: PlayedClock): Shop {
  const made = setUp(context, demoGarage, true)
  if (!made.ok) throw new Error(`the demo garage was refused: ${made.error.code}`)
  // A minute apart, so that their ids keep their order and the choice between two of them is the same every time.
  for (const bay of demoBays) {
    clock.set(addMinutes(clock.wallUtcMs(), 1))
    surely(context, { type: 'saveBay', bayId: null, bay }, made.value.ownerId)
  }
  surely(context, { type: 'saveVatRates', vatRates: demoVatRates }, made.value.ownerId)
  for (const material of demoMaterials) surely(context, { type: 'saveMaterial', materialId: null, material }, made.value.ownerId)
  const garage = context.garage()
  const desk = garage?.people.find((person) => person.role === 'frontDesk')
  if (garage === null || desk === undefined) throw new Error('the demo garage has a front desk')
  return { context, garage, agenda: newAgenda(clock.set), deskId: desk.personId, visits: new Map(), work }
}
