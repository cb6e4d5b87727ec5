import type { calendar as reference } from '../fa/calendar.ts'
import type { WordsLike } from '../wordsLike.ts'

export const calendar = {
  months: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand',
  weekdays: 'Saturday Sunday Monday Tuesday Wednesday Thursday Friday',
  full: '{{weekday}}, {{day}} {{month}} {{year}}',
  dayMonth: '{{day}} {{month}}',
  dayMonthYear: '{{day}} {{month}} {{year}}',
} satisfies WordsLike<typeof reference>
