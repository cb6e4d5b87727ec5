import { rial } from '../../../core/basics/rial.ts'
import type { SetupInput } from '../../../core/contract/contract.ts'
import type { BayKind, Needs, Skill } from '../../../core/domain/queue/types.ts'
import type { DayHours } from '../../../core/persian/workingCalendar.ts'

/** Open every day, Fridays and holidays too, so that the demo has a working day whatever day it is shown on. */
const everyDay: DayHours = { intervals: [{ fromMinute: 8 * 60, toMinute: 18 * 60 }] }

/** Bays are made one after the other (seed.ts), so that the demo is the same every time. */
export const demoBays: SetupInput['bays'] = [
  { name: 'جایگاه ۱', kind: 'lift', active: true },
  { name: 'جایگاه ۲', kind: 'pit', active: true },
  { name: 'جایگاه ۳', kind: 'flat', active: true },
]

/** Each mechanic knows more than the one before, so that the least versatile one who fits is never a matter of chance; the last knows it all. */
const people: SetupInput['people'] = [
  { name: 'داوود مهری', role: 'owner', skills: [], active: true },
  { name: 'لیلا مرادی', role: 'frontDesk', skills: [], active: true },
  { name: 'رضا کریمی', role: 'mechanic', skills: ['mechanical', 'brakes', 'tyres'], active: true },
  { name: 'محسن نوری', role: 'mechanic', skills: ['mechanical', 'brakes', 'tyres', 'electrical', 'diagnosis'], active: true },
  { name: 'امیر صفایی', role: 'mechanic', skills: ['mechanical', 'brakes', 'tyres', 'electrical', 'diagnosis', 'aircon'], active: true },
]

/** Under the car: on the lift or over the pit. */
const under: readonly BayKind[] = ['lift', 'pit']
/** Wheels off: on the lift, or jacked up on the flat floor. */
const wheels: readonly BayKind[] = ['lift', 'flat']

/** At the wage: what is put in is priced by itself (materials of a booking, catalogue). */
export const demoServices: SetupInput['services'] = [
  service('تعویض روغن و فیلترها', 30, 3_500_000, needs(['mechanical'], under)),
  service('تعویض روغن گیربکس', 40, 4_500_000, needs(['mechanical'], under)),
  service('تعویض لنت جلو', 40, 7_000_000, needs(['brakes'], wheels)),
  service('تعویض لنت عقب', 45, 7_200_000, needs(['brakes'], wheels)),
  service('سرویس کامل ترمز', 60, 12_000_000, needs(['brakes'], wheels)),
  service('پنچرگیری و بالانس', 30, 6_800_000, needs(['tyres'], wheels)),
  service('جابه‌جایی چرخ‌ها', 25, 6_400_000, needs(['tyres'], wheels)),
  service('تعویض شمع و کوئل', 35, 4_600_000, needs(['mechanical'])),
  service('تعویض تسمه تایم', 90, 18_000_000, needs(['mechanical'])),
  service('تعویض واترپمپ', 75, 16_000_000, needs(['mechanical'])),
  service('تنظیم کلاچ و ترمز دستی', 35, 12_800_000, needs(['mechanical'], under)),
  service('تعویض کمک‌فنر جلو', 80, 15_500_000, needs(['mechanical'], ['lift'])),
  service('تنظیم موتور', 40, 9_600_000, needs(['diagnosis'])),
  service('عیب‌یابی برق', 40, 11_200_000, needs(['electrical'])),
  service('تعویض باتری', 20, 1_500_000, needs(['electrical'])),
  service('تعویض دینام', 55, 8_400_000, needs(['electrical'])),
  service('شارژ گاز کولر', 35, 11_900_000, needs(['aircon'])),
  service('بازدید پیش از سفر', 30, 8_500_000, needs(['mechanical'], under)),
]

export const demoGarage: SetupInput = {
  profile: { name: 'تعمیرگاه نمونه مهر', phone: '021 0000 0000', address: 'تهران، خیابان نمونه، شماره ۱۲', moneyShown: 'toman' },
  hours: {
    timeZone: 'Asia/Tehran',
    weekly: [everyDay, everyDay, everyDay, everyDay, everyDay, everyDay, everyDay],
    holidays: [],
    exceptions: [],
  },
  bays: [],
  people,
  services: demoServices,
}

function service(title: string, quotedMin: number, priceRial: number, wanted: Needs): SetupInput['services'][number] {
  return { title, quotedMin, priceRial: rial(priceRial), needs: wanted, active: true }
}

function needs(skills: readonly Skill[], bayKinds: readonly BayKind[] = []): Needs {
  return { skills, bayKinds }
}
