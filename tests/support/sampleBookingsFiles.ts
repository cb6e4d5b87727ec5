import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { formatJalaliDate, formatTimeOfDay } from '../../core/persian/dateText.ts'
import { joinMaterials, type MaterialWriter } from '../../core/domain/booking/materialText.ts'
import type { Unit } from '../../core/domain/materials/types.ts'
import { toPersianDigits } from '../../core/persian/digits.ts'
import { jalaliOfIso } from '../../core/persian/jalali.ts'
import { bookingFileVersion } from '../../core/wire/bookingFile.ts'
import { demoBookings, seasonBookings, weekBookings, type SampleBooking } from './sampleBookings.ts'
import { plateText } from './sampleBookingsPeople.ts'
import type { SampleMaterial } from './sampleOffers.ts'

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

const header = [
  'شناسه نوبت',
  'تاریخ',
  'ساعت',
  'پلاک',
  'خودرو',
  'نام مشتری',
  'موبایل',
  'خدمات',
  'مواد و قطعه‌ها',
  'مبلغ (ریال)',
  'شناسه پیشنهاد',
  'ویرایش پیشنهاد',
  'مالیات',
  'یادداشت',
]

/** As a spreadsheet in Persian saves it: byte order mark, Persian digits, Jalali dates, CRLF. */
function csvText(bookings: readonly SampleBooking[]): string {
  const rows = bookings.map((booking) => [
    booking.ref,
    toPersianDigits(formatJalaliDate(jalaliOfIso(booking.date))),
    toPersianDigits(formatTimeOfDay(booking.minuteOfDay)),
    toPersianDigits(plateText(booking.plate)),
    booking.model,
    booking.name,
    toPersianDigits(booking.mobile),
    booking.services.join(' + '),
    joinMaterials(booking.materials, inPersian),
    booking.priceRial === null ? '' : toPersianDigits(booking.priceRial),
    booking.offer?.offer ?? '',
    booking.offer === null ? '' : toPersianDigits(booking.offer.offerRevision),
    booking.offer === null ? '' : toPersianDigits(booking.offer.vat.replace(/^added (\d+)%$/, 'افزوده $1٪')),
    booking.note,
  ])
  return `\ufeff${[header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

const unitWords: Readonly<Record<Unit, string>> = {
  piece: 'عدد',
  pair: 'جفت',
  set: 'دست',
  litre: 'لیتر',
  metre: 'متر',
  kilogram: 'کیلوگرم',
  time: 'بار',
}

const inPersian: MaterialWriter = {
  quantity: (milli) => toPersianDigits(String(milli / 1000).replace('.', '٫')),
  unit: (unit) => unitWords[unit],
  price: (amount) => toPersianDigits(amount),
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
      services: `[${booking.services.map((title) => JSON.stringify(title)).join(', ')}]`,
      materials: listOf(booking.materials.map(jsonMaterial)),
      priceRial: booking.priceRial,
      offer: booking.offer?.offer,
      offerRevision: booking.offer?.offerRevision,
      vat: booking.offer === null || booking.offer.vat === '' ? undefined : booking.offer.vat,
      note: booking.note,
    })
      .filter(([, value]) => value !== undefined && value !== '[]')
      .map(([key, value]) => `      ${JSON.stringify(key)}: ${rawKeys.has(key) ? value : JSON.stringify(value)}`)
    return `    {\n${members.join(',\n')}\n    }`
  })
  const head = `{\n  "format": "pishkhan.bookings",\n  "version": ${bookingFileVersion},\n`
  return `${head}  "bookings": [\n${laidOut.join(',\n')}\n  ]\n}\n`
}

/** Members that are JSON already. */
const rawKeys: ReadonlySet<string> = new Set(['services', 'materials'])

function jsonMaterial({ spec, quantity, priceRial }: SampleMaterial): string {
  const fields = { ...spec, quantity: quantity.milli / 1000, unit: quantity.unit, priceRial }
  const members = Object.entries(fields).flatMap(([key, value]) =>
    value === null ? [] : `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  const inOneLine = `{ ${members.join(', ')} }`
  return isWide(`${itemIndent}${inOneLine},`)
    ? `{\n${members.map((each) => `${itemIndent}  ${each}`).join(',\n')}\n${itemIndent}}`
    : inOneLine
}

const itemIndent = ' '.repeat(8)

/** The formatter puts objects of a list on lines of their own, and a single one beside its brackets where it fits. */
function listOf(items: readonly string[]): string {
  const inOneLine = `[${items.join('')}]`
  const isShort = items.length < 2 && !inOneLine.includes('\n') && !isWide(`      "materials": ${inOneLine},`)
  return isShort ? inOneLine : `[\n${items.map((item) => itemIndent + item).join(',\n')}\n      ]`
}

/** Of the formatter's line (.oxfmtrc.json). */
function isWide(line: string): boolean {
  return line.length > 140
}

if (import.meta.main) {
  for (const [file, text] of sampleFiles()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
    process.stdout.write(`${file}\n`)
  }
}
