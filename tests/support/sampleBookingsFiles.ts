import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { formatJalaliDate, formatTimeOfDay } from '../../core/persian/dateText.ts'
import { toPersianDigits } from '../../core/persian/digits.ts'
import { jalaliOfIso } from '../../core/persian/jalali.ts'
import { bookingFileVersion } from '../../core/wire/bookingFile.ts'
import { demoBookings, seasonBookings, weekBookings, type SampleBooking } from './sampleBookings.ts'
import { plateText } from './sampleBookingsPeople.ts'

const root = path.resolve(import.meta.dirname, '../..')
const seed = 1405

/** Every generated file by its path in the repository. The same seed gives the same bytes. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const { day, past } = demoBookings(seed)
  return new Map([
    ['samples/bookings-24.csv', csvText(day)],
    ['samples/bookings-200.csv', csvText(weekBookings(seed + 1))],
    ['samples/bookings-2000.json', jsonText(seasonBookings(seed + 2))],
    ['electron/service/demo/dayBookings.json', jsonText(day)],
    ['electron/service/demo/pastBookings.json', jsonText(past)],
  ])
}

/** As a spreadsheet in Persian saves it: byte order mark, Persian digits, Jalali dates, CRLF. */
function csvText(bookings: readonly SampleBooking[]): string {
  const header = ['شناسه نوبت', 'تاریخ', 'ساعت', 'پلاک', 'خودرو', 'نام مشتری', 'موبایل', 'خدمات', 'مبلغ (ریال)', 'یادداشت']
  const rows = bookings.map((booking) => [
    booking.ref,
    toPersianDigits(formatJalaliDate(jalaliOfIso(booking.date))),
    toPersianDigits(formatTimeOfDay(booking.minuteOfDay)),
    toPersianDigits(plateText(booking.plate)),
    booking.model,
    booking.name,
    toPersianDigits(booking.mobile),
    booking.services.join(' + '),
    booking.priceRial === null ? '' : toPersianDigits(booking.priceRial),
    booking.note,
  ])
  return `\ufeff${[header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** As a program writes it, laid out as the formatter of this repository leaves it. */
function jsonText(bookings: readonly SampleBooking[]): string {
  const laidOut = bookings.map((booking) => {
    const members = Object.entries({
      ref: booking.ref,
      date: booking.date,
      time: formatTimeOfDay(booking.minuteOfDay),
      plate: plateText(booking.plate),
      model: booking.model,
      name: booking.name,
      mobile: booking.mobile,
      services: booking.services,
      priceRial: booking.priceRial,
      note: booking.note,
    }).map(([key, value]) => `      ${JSON.stringify(key)}: ${inOneLine(value)}`)
    return `    {\n${members.join(',\n')}\n    }`
  })
  const head = `{\n  "format": "pishkhan.bookings",\n  "version": ${bookingFileVersion},\n`
  return `${head}  "bookings": [\n${laidOut.join(',\n')}\n  ]\n}\n`
}

function inOneLine(value: string | number | null | readonly string[]): string {
  return Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value)
}

if (import.meta.main) {
  for (const [file, text] of sampleFiles()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
    process.stdout.write(`${file}\n`)
  }
}
