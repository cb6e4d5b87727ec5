import { joinMaterials } from '../../../core/domain/booking/materialText.ts'
import { bookingFields, type BookingField } from '../../../core/domain/booking/types.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { RequestedMaterial } from '../../../core/domain/materials/types.ts'
import { formatJalaliDate, formatTimeOfDay } from '../../../core/persian/dateText.ts'
import { addDays, jalaliOfIso } from '../../../core/persian/jalali.ts'
import { dayHours, dayOf, nextWorkingDay } from '../../../core/persian/workingCalendar.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Text } from '../../i18n/text.ts'

/** One booking that this garage would take: its next working day, its own services. Spreadsheets want the mark at the start. */
export function sampleFile(garage: Garage, nowUtcMs: UtcMs, text: Text): string {
  const today = dayOf(nowUtcMs, garage.hours)
  const date = nextWorkingDay(today, garage.hours) ?? addDays(today, 1)
  const opensAtMinute = dayHours(date, garage.hours).intervals[0]?.fromMinute ?? 9 * 60
  const services = garage.services.filter(({ active }) => active).slice(0, 2)
  const cells: Readonly<Record<BookingField, string>> = {
    ref: 'A-1001',
    date: formatJalaliDate(jalaliOfIso(date)),
    time: formatTimeOfDay(opensAtMinute),
    plate: text('bookings.sampleRow.plate'),
    model: text('bookings.sampleRow.model'),
    name: text('bookings.sampleRow.name'),
    mobile: '09121234567',
    services: services.map(({ title }) => title).join(' + '),
    materials: joinMaterials([oil(text)], {
      quantity: (milli) => String(milli / 1000),
      unit: (unit) => text(`domain.unit.${unit}`),
      price: String,
    }),
    price: String(services.reduce((sum, { priceRial }) => sum + priceRial, 0) + oil(text).priceRial),
    offer: 'OF-1001',
    offerRevision: '1',
    vat: '',
    note: text('bookings.sampleRow.note'),
  }
  const lines = [bookingFields.map((field) => text(`bookings.column.${field}`)), bookingFields.map((field) => cells[field])]
  return `\ufeff${lines.map((line) => line.map(quotedCell).join(',')).join('\r\n')}\r\n`
}

function oil(text: Text): Omit<RequestedMaterial, 'lineNo'> {
  return {
    spec: { kind: text('bookings.sampleRow.materialKind'), brand: text('bookings.sampleRow.materialBrand'), grade: '10W-40', partNo: null },
    quantity: { milli: 4000, unit: 'litre' },
    priceRial: rial(14_000_000),
  }
}

function quotedCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Offers a text as a file of this name. */
export function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
