import { minuteMs, type UtcMs } from '../../../../core/basics/instant.ts'
import type { Format } from '../../../i18n/format.ts'

const secondMs = 1_000
/** From here on the seconds count. */
const lastHourMs = 60 * minuteMs

/** `9:05` in the last hour, hours and minutes before; null once nothing is left. Rounded up, so that it ends at zero and not before. */
export function timeLeft(untilUtcMs: UtcMs, now: UtcMs, format: Pick<Format, 'minutes' | 'digits'>): string | null {
  const leftMs = untilUtcMs - now
  if (leftMs <= 0) return null
  if (leftMs > lastHourMs) return format.minutes(Math.ceil(leftMs / minuteMs))
  const seconds = Math.ceil(leftMs / secondMs)
  return format.digits(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`)
}
