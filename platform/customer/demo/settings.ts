import { randomBytes } from 'node:crypto'
import { uuidV7From, type GarageId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Garage, Profile } from '../../../core/domain/garage/types.ts'
import { defaultQueueSettings, type BayKind, type Skill } from '../../../core/domain/queue/types.ts'
import { zonedParts } from '../../../core/persian/timeZone.ts'
import type { DayHours } from '../../../core/persian/workingCalendar.ts'
import type { SettingSaved } from '../../../core/wire/settingEvents.ts'

export const demoGarageName = 'تعمیرگاه نمونه مهر'

const timeZone = 'Asia/Tehran'
const openMin = 10 * 60

/**
 * Open every day for ten hours, from eight where that holds the present, else around it: there is something to see whatever
 * day and hour the demo is shown at.
 */
function everyDay(nowUtcMs: UtcMs): DayHours {
  const { minuteOfDay } = zonedParts(nowUtcMs, timeZone)
  const usual = 8 * 60
  const isUsual = minuteOfDay >= usual + 60 && minuteOfDay < usual + openMin - 60
  const around = Math.floor((minuteOfDay - openMin / 2) / 30) * 30
  const fromMinute = isUsual ? usual : Math.min(1440 - openMin, Math.max(0, around))
  return { intervals: [{ fromMinute, toMinute: fromMinute + openMin }] }
}

const people: readonly (readonly [name: string, role: Garage['people'][number]['role'], skills: readonly Skill[]])[] = [
  ['داوود مهری', 'owner', []],
  ['لیلا مرادی', 'frontDesk', []],
  ['رضا کریمی', 'mechanic', ['mechanical', 'brakes', 'tyres']],
  ['محسن نوری', 'mechanic', ['mechanical', 'brakes', 'tyres', 'electrical', 'diagnosis']],
  ['امیر صفایی', 'mechanic', ['mechanical', 'brakes', 'tyres', 'electrical', 'diagnosis', 'aircon']],
]
const bays: readonly (readonly [name: string, kind: BayKind])[] = [
  ['جایگاه ۱', 'lift'],
  ['جایگاه ۲', 'pit'],
  ['جایگاه ۳', 'flat'],
]
const services: readonly (readonly [title: string, quotedMin: number, priceRial: number, skill: Skill, bayKinds: readonly BayKind[]])[] = [
  ['تعویض روغن و فیلترها', 30, 3_500_000, 'mechanical', ['lift', 'pit']],
  ['تعویض لنت جلو', 40, 7_000_000, 'brakes', ['lift', 'flat']],
  ['سرویس کامل ترمز', 60, 12_000_000, 'brakes', ['lift', 'flat']],
  ['پنچرگیری و بالانس', 30, 6_800_000, 'tyres', ['lift', 'flat']],
  ['تعویض شمع و کوئل', 35, 4_600_000, 'mechanical', []],
  ['تعویض تسمه تایم', 90, 18_000_000, 'mechanical', []],
  ['تنظیم موتور', 40, 9_600_000, 'diagnosis', []],
  ['عیب‌یابی برق', 40, 11_200_000, 'electrical', []],
  ['تعویض باتری', 20, 1_500_000, 'electrical', []],
  ['شارژ گاز کولر', 35, 11_900_000, 'aircon', []],
  ['بازدید پیش از سفر', 30, 8_500_000, 'mechanical', ['lift', 'pit']],
]

/** What the owner of the demo garage has set, as his PC would announce it. */
export function demoSettings(garageId: GarageId, nowUtcMs: UtcMs): readonly SettingSaved[] {
  const newId = (): string => uuidV7From(nowUtcMs, randomBytes(10))
  const profile: Profile = {
    garageId,
    name: demoGarageName,
    phone: '021 0000 0000',
    address: 'تهران، خیابان نمونه، شماره ۱۲',
    moneyShown: 'toman',
    demo: false,
  }
  const day = everyDay(nowUtcMs)
  const hours = {
    timeZone,
    weekly: [day, day, day, day, day, day, day],
    holidays: [],
    exceptions: [],
  }
  const row = (kind: 'bay' | 'person' | 'service', position: number, value: object): SettingSaved => {
    const id = newId()
    return { kind, id, position, value: { ...value, [`${kind}Id`]: id, active: true } }
  }
  return [
    single('profile', profile),
    single('hours', hours),
    single('queue', defaultQueueSettings),
    single('vat', []),
    ...bays.map(([name, kind], position) => row('bay', position, { name, kind })),
    ...people.map(([name, role, skills], position) => row('person', position, { name, role, skills })),
    ...services.map(([title, quotedMin, priceRial, skill, bayKinds], position) =>
      row('service', position, { title, quotedMin, priceRial, needs: { skills: [skill], bayKinds } }),
    ),
  ]
}

function single(kind: 'profile' | 'hours' | 'queue' | 'vat', value: unknown): SettingSaved {
  return { kind, id: kind, position: 0, value }
}
