import type { UtcMs } from '../../core/basics/instant.ts'
import type { Quantity } from '../../core/domain/materials/types.ts'
import { formatTimeOfDay } from '../../core/persian/dateText.ts'
import { jalaliOfIso, type IsoDate } from '../../core/persian/jalali.ts'
import { formatMobile, type Mobile } from '../../core/persian/mobile.ts'
import { zonedParts } from '../../core/persian/timeZone.ts'
import { calendar as enCalendar } from '../i18n/en/calendar.ts'
import { common as enCommon } from '../i18n/en/common.ts'
import { domain as enDomain } from '../i18n/en/domain.ts'
import { calendar as faCalendar } from '../i18n/fa/calendar.ts'
import { common as faCommon } from '../i18n/fa/common.ts'
import { domain as faDomain } from '../i18n/fa/domain.ts'
import { digitsOf, interpolated, numberOf, percentOf, thousandthsOf } from '../i18n/interpolate.ts'
import type { Language } from '../i18n/languages.ts'
import { verify as enVerify } from '../i18n/verify/en.ts'
import { verify as faVerify } from '../i18n/verify/fa.ts'

const languagesWords = {
  fa: { verify: faVerify, domain: faDomain, calendar: faCalendar, common: faCommon },
  en: { verify: enVerify, domain: enDomain, calendar: enCalendar, common: enCommon },
} as const

/** How this page says things: its words and its way to write numbers, money and times. No i18next: the page stays small and readable. */
export type Say = (typeof languagesWords)[Language] & {
  readonly language: Language
  /** A sentence with its variables in place. */
  readonly fill: (sentence: string, values: Readonly<Record<string, string | number>>) => string
  readonly digits: (value: string | number) => string
  readonly number: (value: number) => string
  readonly money: (rial: number) => string
  readonly quantity: (quantity: Quantity) => string
  readonly percent: (permyriad: number) => string
  readonly date: (date: IsoDate) => string
  readonly at: (instant: UtcMs) => string
  readonly mobile: (mobile: Mobile) => string
}

export type Place = { readonly timeZone: string; readonly moneyShown: 'toman' | 'rial' }

/** Where nothing is known of a garage yet. */
const nowhere: Place = { timeZone: 'Asia/Tehran', moneyShown: 'toman' }

export function sayIn(language: Language, { timeZone, moneyShown }: Place = nowhere): Say {
  const words = languagesWords[language]
  const fill: Say['fill'] = (sentence, values) =>
    sentence.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = values[name]
      return value === undefined ? whole : interpolated(language, value)
    })
  const digits = (value: string | number): string => digitsOf(language, value)
  const date = (day: IsoDate): string => {
    const jalali = jalaliOfIso(day)
    const month = words.calendar.months.split(' ')[jalali.month - 1] ?? ''
    return fill(words.calendar.dayMonthYear, { day: digits(jalali.day), month, year: digits(jalali.year) })
  }
  return {
    ...words,
    language,
    fill,
    digits,
    number: (value) => numberOf(language, value),
    money: (rial) => `${numberOf(language, moneyShown === 'toman' ? rial / 10 : rial)} ${words.common[moneyShown]}`,
    quantity: ({ milli, unit }) => {
      const form = milli === 1000 ? (`${unit}_one` as const) : (`${unit}_other` as const)
      return fill(words.domain.quantity[form], { amount: thousandthsOf(language, milli) })
    },
    percent: (permyriad) => percentOf(language, permyriad),
    date,
    at: (instant) => {
      const { date: day, minuteOfDay } = zonedParts(instant, timeZone)
      return fill(words.common.dateTime, { date: date(day), time: digits(formatTimeOfDay(minuteOfDay)) })
    },
    mobile: (mobile) => digits(formatMobile(mobile)),
  }
}
