import type { calendar as reference } from '../fa/calendar.ts'
import type { WordsLike } from '../wordsLike.ts'

export const calendar = {
  months: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand',
  weekdays: 'Saturday Sunday Monday Tuesday Wednesday Thursday Friday',
  weekdaysShort: 'Sa Su Mo Tu We Th Fr',
  full: '{{weekday}}, {{day}} {{month}} {{year}}',
  dayMonth: '{{day}} {{month}}',
  dayMonthYear: '{{day}} {{month}} {{year}}',
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
} satisfies WordsLike<typeof reference>
