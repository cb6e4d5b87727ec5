import type { JobId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import { searchKey } from '../../basics/textFold.ts'
import { plateKey } from '../../persian/plate.ts'
import { dayOf, slotProblem } from '../../persian/workingCalendar.ts'
import type { Garage } from '../garage/types.ts'
import type { Vehicle } from '../job/visit.ts'
import { specFields, type RequestedMaterial } from '../materials/types.ts'
import { atOnceIn, type Booked } from './atOnce.ts'
import { readBooking, type ReadBooking } from './readBooking.ts'
import { servicesByTitle } from './services.ts'
import type { Booking, BookingContent, BookingProblem, BookingRow, BookingWarning, RawBooking, TakenBooking } from './types.ts'

/** A row of the preview with the booking that taking it would open; null unless the row is good. */
export type CheckedBooking = { readonly row: BookingRow; readonly booking: Booking | null }

export type OpenVisit = {
  readonly jobId: JobId
  readonly jobNo: number
  readonly vehicle: Vehicle
  /** Its slot; without one when it was opened. */ readonly atUtcMs: UtcMs
}

export type BookingsContext = {
  readonly garage: Garage
  readonly nowUtcMs: UtcMs
  /** Bookings of earlier imports, by reference. */
  readonly taken: ReadonlyMap<string, TakenBooking>
  /** All who are still expected, whatever brought them. */
  readonly expected: readonly Booked[]
  /** Every visit that is not over. */
  readonly openVisits: readonly OpenVisit[]
}

export function readBookings(raws: readonly RawBooking[], garage: Garage): readonly ReadBooking[] {
  const list = servicesByTitle(garage.services)
  return raws.map((raw) => readBooking(raw, list, garage.hours.timeZone))
}

/** Judges every row against the garage, the time, what is taken, and the other rows. The same file taken again gives no good row. */
export function checkBookings(reads: readonly ReadBooking[], context: BookingsContext): readonly CheckedBooking[] {
  const firstRows = new Map<string, number>()
  const judged = reads.map((read) => {
    const firstRow = firstRows.get(read.ref) ?? null
    if (firstRow === null && read.ref !== '') firstRows.set(read.ref, read.row)
    return judge(read, firstRow, context)
  })
  return withWarnings(judged, context)
}

type Judged = { readonly read: ReadBooking; readonly problems: readonly BookingProblem[]; readonly booking: Booking | null }

/** No problem and no booking: it is already taken. */
function judge(read: ReadBooking, firstRow: number | null, context: BookingsContext): Judged {
  if (firstRow !== null) return { read, problems: [...read.problems, { code: 'twiceInFile', firstRow }], booking: null }
  const booking = bookingOf(read)
  if (booking === null) return { read, problems: read.problems, booking: null }
  const taken = context.taken.get(read.ref)
  if (taken !== undefined) {
    const { jobId, jobNo, content } = taken
    return { read, problems: isSame(booking, content) ? [] : [{ code: 'takenWithOtherContent', jobId, jobNo }], booking: null }
  }
  const problems = [
    ...read.withdrawnServices.map((typed): BookingProblem => ({ code: 'unknownService', typed })),
    ...slotProblems(booking.slotStartUtcMs, context),
  ]
  return { read, problems, booking: problems.length === 0 ? booking : null }
}

function bookingOf(read: ReadBooking): Booking | null {
  const { ref, slotStartUtcMs, vehicle, customer, services, materials, acceptedRial, offer, note } = read
  if (read.problems.length > 0 || slotStartUtcMs === null || vehicle === null) return null
  return { ref, slotStartUtcMs, vehicle, customer, services, materials, acceptedRial, offer, note }
}

/** By what the file says, not by how it spells it. The price list's own figures may have changed in between. */
function isSame(a: BookingContent, b: TakenBooking['content']): boolean {
  return contentKey(a) === contentKey(b)
}

function contentKey(content: TakenBooking['content']): string {
  const { slotStartUtcMs, customer, vehicle, services, materials, acceptedRial, offer, note } = content
  const words = [customer.name, vehicle.model, note].map(searchKey)
  const serviceIds = services.map((service) => service.serviceId).toSorted()
  return JSON.stringify([
    slotStartUtcMs,
    plateKey(vehicle.plate),
    customer.mobile,
    acceptedRial,
    words,
    serviceIds,
    materials.map(materialKey).toSorted(),
    offer === null ? null : [searchKey(offer.offerId), offer.revision, offer.amountRial, offer.vat],
  ])
}

/** Without its number: the same materials in another order are the same. */
function materialKey({ spec, quantity, priceRial }: RequestedMaterial): string {
  return JSON.stringify([...specFields.map((field) => searchKey(spec[field] ?? '')), quantity.milli, quantity.unit, priceRial])
}

const codes = { past: 'slotInPast', holiday: 'slotOnHoliday', closedDay: 'slotOnClosedDay', outsideHours: 'slotOutsideHours' } as const

/** A slot of today that has begun is still today's work: its customer may be standing at the counter. */
function slotProblems(slotStartUtcMs: UtcMs, { nowUtcMs, garage: { hours } }: BookingsContext): readonly BookingProblem[] {
  const isToday = dayOf(slotStartUtcMs, hours) === dayOf(nowUtcMs, hours)
  const problem = slotProblem(slotStartUtcMs, isToday ? slotStartUtcMs : nowUtcMs, hours)
  return problem === null ? [] : [{ code: codes[problem] }]
}

function withWarnings(judged: readonly Judged[], context: BookingsContext): readonly CheckedBooking[] {
  const { garage, nowUtcMs } = context
  const good = judged.flatMap(({ booking }) => booking ?? [])
  const atOnceAt = atOnceIn([...good, ...context.expected])
  const bays = garage.bays.filter((bay) => bay.active).length
  const rowsOfCar = new Map<string, number[]>()
  const carKey = ({ plate }: Vehicle, atUtcMs: UtcMs): string => `${plateKey(plate)} ${dayOf(atUtcMs, garage.hours)}`
  const keyOf = ({ vehicle, slotStartUtcMs }: Booking): string => carKey(vehicle, slotStartUtcMs)
  for (const { booking, read } of judged) {
    if (booking !== null) rowsOfCar.set(keyOf(booking), [...(rowsOfCar.get(keyOf(booking)) ?? []), read.row])
  }
  const visitOfCar = new Map(context.openVisits.map((visit) => [carKey(visit.vehicle, visit.atUtcMs), visit]))

  return judged.map(({ read, problems, booking }) => {
    const warnings: BookingWarning[] = []
    if (booking !== null) {
      if (booking.slotStartUtcMs < nowUtcMs) warnings.push({ code: 'slotAlreadyBegun' })
      const atOnce = atOnceAt(booking.slotStartUtcMs)
      if (atOnce > bays) warnings.push({ code: 'moreThanBays', atOnce, bays })
      const otherRow = rowsOfCar.get(keyOf(booking))?.find((row) => row !== read.row)
      if (otherRow !== undefined) warnings.push({ code: 'samePlateSameDay', otherRow })
      const visit = visitOfCar.get(keyOf(booking))
      if (visit !== undefined) warnings.push({ code: 'plateBookedThatDay', jobId: visit.jobId, jobNo: visit.jobNo })
    }
    return { row: rowOf(read, problems, warnings, booking !== null), booking }
  })
}

function rowOf(read: ReadBooking, problems: readonly BookingProblem[], warnings: readonly BookingWarning[], isGood: boolean): BookingRow {
  const { row, ref, slotStartUtcMs, plateTyped, vehicle, customer, serviceTitles, materials, acceptedRial, offer } = read
  const known = customer.name === '' && customer.mobile === null ? null : customer
  return {
    row,
    ref,
    state: isGood ? 'good' : problems.length > 0 ? 'bad' : 'alreadyTaken',
    slotStartUtcMs,
    plateTyped,
    vehicle,
    customer: known,
    serviceTitles,
    materials,
    acceptedRial,
    offer,
    problems,
    warnings,
  }
}
