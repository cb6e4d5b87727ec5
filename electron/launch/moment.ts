import type { UtcMs } from '../../core/basics/instant.ts'
import { parseDate, parseTimeOfDay } from '../../core/persian/dateText.ts'
import { utcFromZoned } from '../../core/persian/timeZone.ts'

/** The demo garage stands in Tehran. */
const timeZone = 'Asia/Tehran'

/** Reads `1405-09-01T10:30`, Jalali or Gregorian, as a moment in Tehran; null when it is not one. */
export function readMoment(text: string): UtcMs | null {
  const [dateText = '', timeText = '10:30'] = text.split(/[T ]/)
  const date = parseDate(dateText)
  const minuteOfDay = parseTimeOfDay(timeText)
  return date.ok && minuteOfDay.ok ? utcFromZoned(date.value, minuteOfDay.value, timeZone) : null
}
