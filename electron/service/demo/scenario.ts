import { seededRandom, type Random } from '../../../core/basics/random.ts'
import type { Plate } from '../../../core/persian/plate.ts'
import { plainVisit, type PlannedPause, type Visit } from './visit.ts'

/** The car of the drawings (design/mock). */
const peugeot206 = { name: 'مریم احمدی', plate: '47 د 526 ایران 88', model: 'پژو ۲۰۶' }

/**
 * The demo's day, in the order of its bookings (dayBookings.json): a full morning with early, late and absent customers, at
 * its fullest between ten and half past.
 */
export const dayVisits: readonly Visit[] = [
  comes(-6, { pace: 0.95, fetchedMin: 34 }),
  comes(-2, { pace: 1.2, fetchedMin: 22 }),
  comes(2, { pace: 0.9, fetchedMin: 130, bill: 'partlyPaid' }),
  comes(-4, { pace: 0.85, fetchedMin: 41 }),
  comes(-1, { pace: 0.9, fetchedMin: 80 }),
  comes(null),
  comes(null, { cancelled: { beforeMin: 50, reason: 'مشتری تلفن زد؛ سفرش عقب افتاد' } }),
  comes(-5, { pace: 0.9, fetchedMin: 70, bill: 'oneTooMany' }),
  comes(22),
  comes(-8, { pace: 0.95, pause: waits('part', 'واترپمپ؛ از انبار خیابان بالا می‌رسد', 24, 55) }),
  comes(-3, {
    pace: 0.9,
    pause: waits('consent', 'دیسک جلو و بوش طبق باید دیده شود', 40, 30),
    hasFindings: true,
    sparesMilli: 500,
    guest: peugeot206,
  }),
  comes(-28, { pace: 0.95 }),
  comes(32, { pace: 0.9 }),
  comes(-8),
  comes(7),
  comes(24),
  comes(-4),
  comes(-3, { pace: 1.1, fetchedMin: 40 }),
  comes(3),
  comes(-20),
  comes(-7, { pace: 1.15 }),
  comes(16),
  comes(-2, { pace: 1.3, fetchedMin: 15 }),
  comes(-5, { pace: 0.9, fetchedMin: 20 }),
]

export type WalkIn = {
  readonly hour: number
  readonly minute: number
  readonly name: string
  readonly mobile: string
  readonly plate: Plate
  readonly model: string
  readonly services: readonly string[]
  readonly note: string
  readonly visit: Visit
}

/** Two come without a slot; one of them is served before others, which takes a reason. */
export const dayWalkIns: readonly WalkIn[] = [
  {
    hour: 8,
    minute: 51,
    name: 'ناصر فراهانی',
    mobile: '09990009001',
    plate: { kind: 'fourPart', twoDigits: '62', letter: 'م', threeDigits: '385', provinceCode: '22' },
    model: 'ساینا S',
    services: ['جابه‌جایی چرخ‌ها'],
    note: '',
    visit: comes(0, { pace: 0.9, fetchedMin: 12, overrideReason: 'بیمار همراه دارد' }),
  },
  {
    hour: 9,
    minute: 5,
    name: 'رضا شریفی',
    mobile: '09990009002',
    plate: { kind: 'fourPart', twoDigits: '56', letter: 'و', threeDigits: '828', provinceCode: '21' },
    model: 'تیبا ۲',
    services: ['پنچرگیری و بالانس'],
    note: 'چرخ عقب راست',
    visit: comes(0),
  },
]

/** The visits of the days before, as punctual as customers are. */
export function pastVisits(seed: number, count: number): readonly Visit[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () =>
    comes(pastArrivalMin(random), { pace: 0.75 + random() * 0.55, fetchedMin: 8 + Math.floor(random() * 70) }),
  )
}

function pastArrivalMin(random: Random): number | null {
  const kind = random()
  if (kind < 0.78) return Math.floor(random() * 20) - 12
  if (kind < 0.93) return 12 + Math.floor(random() * 32)
  return kind < 0.96 ? null : -35 + Math.floor(random() * 18)
}

function comes(arrivesMin: number | null, other: Partial<Visit> = {}): Visit {
  return { ...plainVisit, arrivesMin, ...other }
}

function waits(reason: PlannedPause['reason'], note: string, afterMin: number, lastsMin: number): PlannedPause {
  return { reason, note, afterMin, lastsMin }
}
