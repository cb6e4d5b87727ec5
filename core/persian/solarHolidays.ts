import { isoOfJalali } from './jalali.ts'
import type { Holiday } from './workingCalendar.ts'

/**
 * Public holidays fixed in the Jalali year, offered to the owner as a start for his own list. Those of the lunar calendar
 * depend on the moon being seen and are announced year by year: he adds them himself.
 */
const fixedHolidays = [
  { month: 1, day: 1, title: 'نوروز' },
  { month: 1, day: 2, title: 'نوروز' },
  { month: 1, day: 3, title: 'نوروز' },
  { month: 1, day: 4, title: 'نوروز' },
  { month: 1, day: 12, title: 'روز جمهوری اسلامی' },
  { month: 1, day: 13, title: 'روز طبیعت' },
  { month: 3, day: 14, title: 'رحلت امام خمینی' },
  { month: 3, day: 15, title: 'قیام ۱۵ خرداد' },
  { month: 11, day: 22, title: 'پیروزی انقلاب اسلامی' },
  { month: 12, day: 29, title: 'ملی شدن صنعت نفت' },
] as const

export function solarHolidays(jalaliYear: number): readonly Holiday[] {
  return fixedHolidays.map(({ month, day, title }) => ({ date: isoOfJalali({ year: jalaliYear, month, day }), title }))
}
