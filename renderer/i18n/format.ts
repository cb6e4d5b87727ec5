import { useMemo } from 'react'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Rial } from '../../core/basics/rial.ts'
import type { Quantity } from '../../core/domain/materials/types.ts'
import { formatJalaliDate, formatTimeOfDay } from '../../core/persian/dateText.ts'
import { type IsoDate, jalaliOfIso, weekdayOf } from '../../core/persian/jalali.ts'
import { formatMobile, type Mobile } from '../../core/persian/mobile.ts'
import { zonedParts } from '../../core/persian/timeZone.ts'
import { useGarageView } from '../app/garageView.ts'
import { digitsOf, numberOf, percentOf, thousandthsOf } from './interpolate.ts'
import type { Language } from './languages.ts'
import type { MoneyUnit } from './moneyUnit.ts'
import { type Text, useLanguage, useText } from './text.ts'

export type { MoneyUnit }

/** How the page writes numbers, money, times and days: in the page's language, the garage's time zone and its unit of money. */
export type Format = {
  readonly language: Language
  readonly moneyUnit: MoneyUnit
  /** `2180000` as `۲٬۱۸۰٬۰۰۰`. */
  readonly number: (value: number) => string
  /** `2041` as `۲۰۴۱`, `10W-40` as it is written: digits changed, no grouping. */
  readonly digits: (value: number | string) => string
  /** The amount in the unit shown, without the unit's name. */
  readonly money: (rial: Rial | number) => string
  /** `3.5 litres`, `۳٫۵ لیتر`, `۲ عدد`: thousandths are written exactly. */
  readonly quantity: (quantity: Quantity) => string
  /** Ten-thousandths as a percentage: `900` as `۹٪`. */
  readonly percent: (permyriad: number) => string
  readonly time: (instant: UtcMs) => string
  readonly timeOfDay: (minuteOfDay: number) => string
  readonly day: (instant: UtcMs) => IsoDate
  /** `یکشنبه ۱ آذر ۱۴۰۵` */
  readonly fullDate: (date: IsoDate) => string
  /** `۱ آذر` */
  readonly dayMonth: (date: IsoDate) => string
  /** `۱ آذر ۱۴۰۵` */
  readonly dayMonthYear: (date: IsoDate) => string
  /** `۱۴۰۵/۰۹/۰۱` */
  readonly shortDate: (date: IsoDate) => string
  /** `۱ آذر، ۰۹:۳۰` */
  readonly dateTime: (instant: UtcMs) => string
  /** `45 دقیقه`, `۱ ساعت و ۳۸ دقیقه`; rounded to whole minutes. */
  readonly minutes: (minutes: number) => string
  readonly mobile: (mobile: Mobile) => string
  readonly list: (items: readonly string[], last?: 'and' | 'or') => string
}

export function useFormat(): Format {
  const text = useText()
  const language = useLanguage()
  const { timeZone, moneyUnit } = useGarageView()
  return useMemo(() => formatIn(text, language, timeZone, moneyUnit), [text, language, timeZone, moneyUnit])
}

export function formatIn(text: Text, language: Language, timeZone: string, moneyUnit: MoneyUnit): Format {
  const number = (value: number): string => numberOf(language, value)
  const digits = (value: number | string): string => digitsOf(language, value)
  const timeOfDay = (minuteOfDay: number): string => digits(formatTimeOfDay(minuteOfDay))
  const day = (instant: UtcMs): IsoDate => zonedParts(instant, timeZone).date
  const time = (instant: UtcMs): string => timeOfDay(zonedParts(instant, timeZone).minuteOfDay)
  const dateParts = (date: IsoDate): { weekday: string; day: string; month: string; year: string } => {
    const jalali = jalaliOfIso(date)
    return {
      weekday: nth(text('calendar.weekdays'), weekdayOf(date)),
      day: digits(jalali.day),
      month: nth(text('calendar.months'), jalali.month - 1),
      year: digits(jalali.year),
    }
  }
  const dayMonth = (date: IsoDate): string => text('calendar.dayMonth', dateParts(date))
  return {
    language,
    moneyUnit,
    number,
    digits,
    money: (rial) => number(moneyUnit === 'toman' ? rial / 10 : rial),
    quantity: ({ milli, unit }) => text(`domain.quantity.${unit}`, { count: milli / 1000, amount: thousandthsOf(language, milli) }),
    percent: (permyriad) => percentOf(language, permyriad),
    time,
    timeOfDay,
    day,
    fullDate: (date) => text('calendar.full', dateParts(date)),
    dayMonth,
    dayMonthYear: (date) => text('calendar.dayMonthYear', dateParts(date)),
    shortDate: (date) => digits(formatJalaliDate(jalaliOfIso(date))),
    dateTime: (instant) => text('common.dateTime', { date: dayMonth(day(instant)), time: time(instant) }),
    minutes: (exact) => {
      const whole = Math.round(exact)
      const hours = Math.floor(whole / 60)
      if (hours === 0) return text('common.minutes', { count: whole })
      if (whole % 60 === 0) return text('common.hours', { count: hours })
      return text('common.hoursMinutes', { hours, minutes: whole % 60 })
    },
    mobile: (mobile) => digits(formatMobile(mobile)),
    list: (items, last = 'and') => {
      const end = items.at(-1) ?? ''
      if (items.length < 2) return end
      return items.slice(0, -1).join(text('common.listComma')) + text(last === 'and' ? 'common.listAnd' : 'common.listOr') + end
    },
  }
}

function nth(words: string, index: number): string {
  return words.split(' ')[index] ?? ''
}
