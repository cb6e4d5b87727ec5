import type { UtcMs } from '../../core/basics/instant.ts'
import type { IsoDate } from '../../core/persian/jalali.ts'
import { useFormat } from '../i18n/format.ts'

/** `09:30` in the garage's time zone. */
export function Time({ at, className }: { at: UtcMs; className?: string }) {
  return (
    <time dateTime={new Date(at).toISOString()} className={className ?? ''}>
      {useFormat().time(at)}
    </time>
  )
}

export type DayStyle = 'fullDate' | 'dayMonth' | 'dayMonthYear' | 'shortDate'

/** A day in the Jalali calendar: `یکشنبه ۱ آذر ۱۴۰۵` and shorter. */
export function Day({ date, style = 'dayMonthYear' }: { date: IsoDate; style?: DayStyle }) {
  return <time dateTime={date}>{useFormat()[style](date)}</time>
}
