import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Format } from '../../i18n/format.ts'

/** `09:30` today, `1 Azar, 09:30` on any other day. */
export function whenWords(at: UtcMs, nowUtcMs: UtcMs, format: Format): string {
  return format.day(at) === format.day(nowUtcMs) ? format.time(at) : format.dateTime(at)
}
