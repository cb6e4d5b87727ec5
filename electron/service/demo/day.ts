import type { JobId } from '../../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import { noShowAt } from '../../../core/domain/queue/arrival.ts'
import type { Command } from '../../../core/domain/commands.ts'
import type { IsoDate } from '../../../core/persian/jalali.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { utcFromZoned } from '../../../core/persian/timeZone.ts'
import { bookingFileVersion, type BookingFile } from '../../../core/wire/bookingFile.ts'
import { jobIdByBookingRef } from '../../../db/queries/jobs.ts'
import { markNoShows } from '../noShows.ts'
import { demoGarage } from './garage.ts'
import { dayWalkIns, type WalkIn } from './scenario.ts'
import { surely, lookSoon, type Shop } from './shop.ts'
import type { Visit } from './visit.ts'

export type PlannedVisit = { readonly booking: BookingFile['bookings'][number] & { readonly date: IsoDate }; readonly visit: Visit }

/** Each day's bookings are taken in the evening before. */
export const bookingsTakenMinute = 19 * 60 + 30

/** Takes a day's bookings from a file, and notes what their customers will do. */
export function takeDay(shop: Shop, date: IsoDate, planned: readonly PlannedVisit[]): void {
  const bookings = planned.map(({ booking }) => booking)
  const text = JSON.stringify({ format: 'pishkhan.bookings', version: bookingFileVersion, bookings } satisfies BookingFile)
  surely(shop.context, { type: 'takeBookings', fileName: `karmax-${date}.json`, text }, shop.deskId)
  for (const { booking, visit } of planned) {
    const jobId = jobIdByBookingRef(shop.context.db, booking.ref ?? '')
    const slotStartUtcMs = jobId === null ? null : (shop.context.openJobs().get(jobId)?.slotStartUtcMs ?? null)
    if (jobId === null || slotStartUtcMs === null) throw new Error(`the demo's booking ${booking.ref ?? ''} was not taken`)
    expect(shop, jobId, slotStartUtcMs, visit)
  }
}

function expect(shop: Shop, jobId: JobId, slotStartUtcMs: UtcMs, visit: Visit): void {
  const { agenda, context, deskId, garage } = shop
  if (visit.cancelled !== null) {
    const { beforeMin, reason } = visit.cancelled
    const cancel = (): void => void surely(context, { type: 'cancelJob', jobId, by: 'customer', reason }, deskId)
    return agenda.note(addMinutes(slotStartUtcMs, -beforeMin), cancel)
  }
  if (visit.arrivesMin === null || visit.arrivesMin >= garage.queue.noShowMin) {
    agenda.note(noShowAt(slotStartUtcMs, garage.queue), () => markNoShows(context))
  }
  if (visit.arrivesMin === null) return
  agenda.note(addMinutes(slotStartUtcMs, visit.arrivesMin), () => {
    surely(context, { type: 'checkIn', jobId }, deskId)
    shop.visits.set(jobId, visit)
    lookSoon(shop)
  })
}

export function expectWalkIns(shop: Shop, date: IsoDate): void {
  for (const walkIn of dayWalkIns) {
    shop.agenda.note(localInstant(date, walkIn.hour * 60 + walkIn.minute), () => comeIn(shop, walkIn))
  }
}

function comeIn(shop: Shop, { name, mobile, plate, model, services, note, visit }: WalkIn): void {
  const parsed = parseMobile(mobile)
  const open: Command = {
    type: 'openVisit',
    customer: { name, mobile: parsed.ok ? parsed.value : null },
    vehicle: { plate, model },
    serviceIds: shop.garage.services.filter((service) => services.includes(service.title)).map((service) => service.serviceId),
    materials: [],
    note,
    plateSeenTwice: false,
  }
  const { jobId } = surely(shop.context, open, shop.deskId)
  if (jobId === null) throw new Error('a visit has a job')
  shop.visits.set(jobId, visit)
  lookSoon(shop)
}

export function localInstant(date: IsoDate, minuteOfDay: number): UtcMs {
  return utcFromZoned(date, minuteOfDay, demoGarage.hours.timeZone)
}
