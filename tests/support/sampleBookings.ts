import { seededRandom, type Random } from '../../core/basics/random.ts'
import { addDays, isoOfJalali, weekdayOf, type IsoDate } from '../../core/persian/jalali.ts'
import { solarHolidays } from '../../core/persian/solarHolidays.ts'
import { demoServices } from '../../electron/service/demo/garage.ts'
import { pick, samplePeople, type SamplePerson } from './sampleBookingsPeople.ts'
import { listedRial, offeredRial, sampleMaterials, sampleOffer, type SampleMaterial, type SampleOffer } from './sampleOffers.ts'

/** A booking that looks like a real one. */
export type SampleBooking = SamplePerson & {
  readonly ref: string
  readonly date: IsoDate
  readonly minuteOfDay: number
  readonly services: readonly string[]
  readonly materials: readonly SampleMaterial[]
  readonly priceRial: number | null
  /** Null without a price, and for some that were agreed by telephone. */
  readonly offer: SampleOffer | null
  readonly note: string
}

/** The day that the demo shows: Sunday, 1 Azar 1405. */
export const sampleDay = isoOfJalali({ year: 1405, month: 9, day: 1 })

/** Of which ones the garage of the demo has seen before. */
const regularsBesides = 16
/** Of names that were typed on an Arabic keyboard. */
const arabicShare = 0.04
const pastDays = 12
const visitsPerPastDay = 5

/** A full morning with overlaps, a gap at noon, a thin afternoon: as somebody laid it out by telephone. */
const dayBook: readonly (readonly [time: string, ...services: readonly string[]])[] = [
  ['08:00', 'تعویض روغن و فیلترها'],
  ['08:00', 'تعویض باتری'],
  ['08:00', 'تعویض لنت جلو'],
  ['08:15', 'پنچرگیری و بالانس'],
  ['08:30', 'تنظیم موتور'],
  ['08:30', 'تعویض روغن گیربکس'],
  ['08:45', 'بازدید پیش از سفر'],
  ['09:00', 'تعویض شمع و کوئل'],
  ['09:00', 'تنظیم کلاچ و ترمز دستی'],
  ['09:15', 'تعویض واترپمپ'],
  ['09:15', 'تعویض روغن و فیلترها', 'تعویض لنت جلو'],
  ['09:30', 'تعویض دینام'],
  ['09:30', 'تعویض لنت عقب'],
  ['10:00', 'تعویض روغن و فیلترها'],
  ['10:00', 'تعویض شمع و کوئل'],
  ['10:00', 'شارژ گاز کولر'],
  ['10:15', 'تعویض لنت جلو'],
  ['10:30', 'تعویض تسمه تایم'],
  ['11:00', 'تعویض لنت عقب'],
  ['11:30', 'تعویض باتری'],
  ['12:00', 'سرویس کامل ترمز'],
  ['14:00', 'تعویض روغن و فیلترها', 'جابه‌جایی چرخ‌ها'],
  ['15:15', 'عیب‌یابی برق'],
  ['16:30', 'تعویض کمک‌فنر جلو'],
]

export type DemoBookings = { readonly day: readonly SampleBooking[]; readonly past: readonly SampleBooking[] }

/** The day of the demo, and visits of its customers and of others in the days before. */
export function demoBookings(seed: number): DemoBookings {
  const random = seededRandom(seed)
  const people = samplePeople(random, dayBook.length + regularsBesides, 0)
  const refs = refMaker(random)
  const day = dayBook.map(([time, ...services], index) =>
    atUsualPrices(booking(random, refs, at(people, index), sampleDay, minutes(time), services)),
  )
  const past = Array.from({ length: pastDays }, (_, index) => addDays(sampleDay, index - pastDays)).flatMap((date) =>
    shuffled(random, people)
      .slice(0, visitsPerPastDay)
      .map((person) => booking(random, refs, person, date, pastMinute(random), someServices(random)))
      .toSorted(bySlot),
  )
  return { day, past }
}

/** A week and a half of 1405 with 22 Bahman in it: two were booked on the holiday by mistake. */
export function weekBookings(seed: number): readonly SampleBooking[] {
  const random = seededRandom(seed)
  const people = samplePeople(random, 170, arabicShare)
  const refs = refMaker(random)
  const holiday = isoOfJalali({ year: 1405, month: 11, day: 22 })
  const days = workingDays(isoOfJalali({ year: 1405, month: 11, day: 17 }), 9)
  return [...daily(random, refs, people, days, 198), ...daily(random, refs, people, [holiday], 2)].toSorted(bySlot)
}

/** Some weeks of a large garage, up to and beyond the New Year holidays. */
export function seasonBookings(seed: number): readonly SampleBooking[] {
  const random = seededRandom(seed)
  return daily(
    random,
    refMaker(random),
    samplePeople(random, 1_500, arabicShare),
    workingDays(isoOfJalali({ year: 1405, month: 12, day: 1 }), 40),
    2_000,
  )
}

type Refs = () => string

/** As many on each day as the total asks, each car once a day. */
function daily(
  random: Random,
  refs: Refs,
  people: readonly SamplePerson[],
  days: readonly IsoDate[],
  total: number,
): readonly SampleBooking[] {
  return days.flatMap((date, index) => {
    const count = Math.floor(((index + 1) * total) / days.length) - Math.floor((index * total) / days.length)
    return shuffled(random, people)
      .slice(0, count)
      .map((person) => booking(random, refs, person, date, slotMinute(random, date), someServices(random)))
      .toSorted(bySlot)
  })
}

function workingDays(from: IsoDate, count: number): readonly IsoDate[] {
  const holidays = new Set([...solarHolidays(1405), ...solarHolidays(1406)].map((holiday) => holiday.date))
  const days: IsoDate[] = []
  for (let date = from; days.length < count; date = addDays(date, 1)) {
    if (weekdayOf(date) !== friday && !holidays.has(date)) days.push(date)
  }
  return days
}

const thursday = 5
const friday = 6

/** On the quarter hour; mornings are asked for more, and between one and two hardly anybody comes. Thursdays end at one. */
function slotMinute(random: Random, date: IsoDate): number {
  const lastQuarter = weekdayOf(date) === thursday ? 19 : 38
  const quarter = Math.floor(Math.min(random(), random() * 1.3) * lastQuarter)
  const minute = 8 * 60 + quarter * 15
  return minute >= 13 * 60 && minute < 14 * 60 && random() < 0.8 ? minute - 3 * 60 : minute
}

/** Past visits of the demo begin early enough to be over by the evening. */
function pastMinute(random: Random): number {
  return 8 * 60 + Math.floor(random() * 30) * 15
}

function someServices(random: Random): readonly string[] {
  const first = random() < 0.3 ? 'تعویض روغن و فیلترها' : pick(random, demoServices).title
  const second = random() < 0.2 ? pick(random, demoServices).title : first
  return [...new Set([first, second])]
}

const bringsOwnParts = 'قطعه را خودش می‌آورد'
const notes = ['صدای جلوبندی دارد', 'مشتری در تعمیرگاه می‌ماند', bringsOwnParts, 'تا ظهر لازم دارد', 'بار سوم همین ایراد', 'از در پشتی می‌آید']

function booking(
  random: Random,
  refs: Refs,
  person: SamplePerson,
  date: IsoDate,
  minuteOfDay: number,
  services: readonly string[],
): SampleBooking {
  // Materials and prices draw from a source of their own, so that changing them leaves the bookings after it as they are.
  const ofOffer = seededRandom(Math.floor(random() * 2 ** 32))
  const ref = refs()
  const isPriced = random() >= 0.06
  const note = random() < 0.1 ? pick(random, notes) : ''
  const materials = materialsFor(services, note, ofOffer)
  const priceRial = isPriced ? offeredRial(listedRial(services, materials), ofOffer) : null
  const offer = isPriced && ofOffer() >= 0.03 ? sampleOffer(ref, ofOffer) : null
  return { ...person, ref, date, minuteOfDay, services, materials, priceRial, offer, note }
}

/** The day that is shown has usual makes at their round prices, which a visitor can add up in his head. */
function atUsualPrices(booked: SampleBooking): SampleBooking {
  const materials = materialsFor(booked.services, booked.note, null)
  return { ...booked, materials, priceRial: listedRial(booked.services, materials), offer: sampleOffer(booked.ref, null) }
}

function materialsFor(services: readonly string[], note: string, random: Random | null): readonly SampleMaterial[] {
  return note === bringsOwnParts ? [] : sampleMaterials(services, random)
}

/** References rise as the platform gives them out, with gaps for other garages'. */
function refMaker(random: Random): Refs {
  let last = 40_000
  return () => {
    last += 1 + Math.floor(random() * 60)
    return `KMX-${last}`
  }
}

function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  return list
    .map((item) => ({ item, by: random() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ item }) => item)
}

function bySlot(a: SampleBooking, b: SampleBooking): number {
  return a.date.localeCompare(b.date) || a.minuteOfDay - b.minuteOfDay || a.ref.localeCompare(b.ref)
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`no ${index}`)
  return item
}
