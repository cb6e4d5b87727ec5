import type { GarageId } from '../../../core/basics/ids.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { parsePlate } from '../../../core/persian/plateText.ts'
import type { Vehicle } from '../../../core/domain/job/visit.ts'
import type { WantedMaterial } from '../../../core/domain/request/types.ts'
import { dayOf } from '../../../core/persian/workingCalendar.ts'
import type { Me } from '../actions/me.ts'
import { askPrice } from '../actions/requests.ts'
import { book } from '../actions/visits.ts'
import { slotsFor } from '../app/views.ts'
import { readOpenGarage } from '../data/garages.ts'
import type { CustomerOptions } from '../options.ts'

/** People of the demo; 0999 000 is nobody's number. */
const people: readonly (readonly [name: string, plate: string, model: string])[] = [
  ['حسین صالحی', '77 ص 112 ایران 88', 'پژو پارس'],
  ['مریم احمدی', '57 د 613 ایران 15', 'مزدا ۳'],
  ['نرگس رضایی', '24 ب 482 ایران 11', 'پراید ۱۳۱'],
  ['کامران یوسفی', '63 ن 915 ایران 40', 'سمند'],
  ['سارا محمدی', '18 ق 374 ایران 22', 'تیبا'],
  ['بهرام جعفری', '45 م 628 ایران 99', 'دنا'],
  ['الهه کاظمی', '91 ط 257 ایران 33', 'پژو ۲۰۶'],
  ['فرهاد اکبری', '36 س 741 ایران 77', 'رانا'],
  ['زهرا نوری', '82 و 169 ایران 55', 'ساینا'],
  ['پیمان شریفی', '29 ی 536 ایران 66', 'پژو ۴۰۵'],
  ['رویا حسینی', '14 ج 283 ایران 20', 'کوییک'],
  ['علی رستمی', '53 س 417 ایران 44', 'پژو ۲۰۷'],
  ['مینا قاسمی', '68 ه 954 ایران 10', 'تیبا ۲'],
  ['سعید بهرامی', '31 ل 862 ایران 78', 'سمند'],
  ['لاله فتحی', '79 ب 345 ایران 30', 'پژو پارس'],
  ['مجید توکلی', '22 م 671 ایران 63', 'شاهین'],
  ['آرش کیانی', '47 د 198 ایران 16', 'رانا'],
  ['سمیرا ملکی', '85 ق 526 ایران 50', 'مزدا ۳'],
  ['یاسر عزیزی', '19 ن 739 ایران 87', 'دنا'],
  ['پریسا سلیمی', '64 ص 251 ایران 38', 'پژو ۲۰۶'],
]

/** Whom it is about, which service of the list, and how far into the day's free times. */
const bookings: readonly (readonly [person: number, service: string, share: number])[] = [
  [0, 'تعویض روغن و فیلترها', 0],
  [1, 'تعویض لنت جلو', 0],
  [2, 'تنظیم موتور', 0.15],
  [3, 'تعویض باتری', 0.25],
  [4, 'پنچرگیری و بالانس', 0.4],
  [5, 'شارژ گاز کولر', 0.55],
  [6, 'بازدید پیش از سفر', 0.7],
]

type Ask = {
  readonly person: number
  readonly service: string | null
  readonly own: string | null
  readonly materials: readonly WantedMaterial[]
}
const asks: readonly Ask[] = [
  {
    person: 7,
    service: 'تعویض روغن و فیلترها',
    own: null,
    materials: [
      { spec: { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', partNo: null }, quantity: { milli: 4000, unit: 'litre' } },
      { spec: { kind: 'فیلتر روغن', brand: null, grade: null, partNo: null }, quantity: { milli: 1000, unit: 'piece' } },
    ],
  },
  { person: 8, service: null, own: 'صدای تق‌تق از جلوبندی روی دست‌انداز', materials: [] },
  { person: 9, service: 'تعویض تسمه تایم', own: 'چکه آب زیر خودرو', materials: [] },
]

/** A day of bookings, made as customers make them: on the first day that has free times. */
export async function bookDemoDay(options: CustomerOptions, garage: GarageId): Promise<void> {
  const open = await readOpenGarage(options.database, garage)
  if (open === null) return
  for (const [person, title, share] of bookings) {
    const service = open.services.find((each) => each.title === title)
    const slots = service === undefined ? [] : await slotsFor(options, garage, open, service.quotedMin)
    const [earliest] = slots
    if (service === undefined || earliest === undefined) continue
    const today = slots.filter((slot) => dayOf(slot, open.hours) === dayOf(earliest, open.hours))
    const slotStartUtcMs = today[Math.floor(share * today.length)] ?? earliest
    const { me, vehicle } = personOf(person)
    await book(options, me, garage, { vehicle, serviceIds: [service.serviceId], slotStartUtcMs, note: '' })
  }
}

/** The n-th price request of the demo; false when there is no more. */
export async function askDemoPrice(options: CustomerOptions, garage: GarageId, n: number): Promise<boolean> {
  const open = await readOpenGarage(options.database, garage)
  const ask = asks[n]
  if (open === null || ask === undefined) return false
  const listed = open.services.find(({ title }) => title === ask.service)
  const services = [
    ...(listed === undefined ? [] : [{ serviceId: listed.serviceId, title: listed.title }]),
    ...(ask.own === null ? [] : [{ serviceId: null, title: ask.own }]),
  ]
  const { me, vehicle } = personOf(ask.person)
  await askPrice(options, me, garage, { vehicle, services, materials: ask.materials, note: '' })
  return true
}

export function personOf(index: number): { readonly me: Me; readonly vehicle: Vehicle } {
  const [name = '', plateText = '', model = ''] = people[index] ?? []
  const plate = parsePlate(plateText)
  const mobile = parseMobile(`099900000${String(index).padStart(2, '0')}`)
  if (!plate.ok || !mobile.ok) throw new Error(`the demo's person ${index} is misspelt`)
  return { me: { name, mobile: mobile.value }, vehicle: { plate: plate.value, model } }
}
