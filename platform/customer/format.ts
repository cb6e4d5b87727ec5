import type { UtcMs } from '../../core/basics/instant.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { formatTimeOfDay } from '../../core/persian/dateText.ts'
import { toPersianDigits } from '../../core/persian/digits.ts'
import { jalaliOfIso, weekdayOf, type IsoDate } from '../../core/persian/jalali.ts'
import { zonedParts } from '../../core/persian/timeZone.ts'
import type { Language } from './options.ts'
import type { Words } from './words/words.ts'

/** How the customer's pages write numbers, money and times: in their language, the garage's time zone and its unit of money. */
export type Format = {
  readonly digits: (value: number | string) => string
  /** In the unit shown, without its name. */
  readonly money: (rial: number) => string
  /** The same with the unit's name behind it. */
  readonly price: (rial: number) => string
  readonly unit: string
  /** Rial in one of the unit: what the page's script divides by. */
  readonly rialPerUnit: 1 | 10
  readonly time: (instant: UtcMs) => string
  readonly day: (instant: UtcMs) => IsoDate
  readonly dayMonth: (date: IsoDate) => string
  readonly weekday: (date: IsoDate) => string
  readonly dateTime: (instant: UtcMs) => string
}

export const localeTag = { fa: 'fa-IR', en: 'en-GB' } as const satisfies Record<Language, string>

type Place = { readonly timeZone: string; readonly moneyShown: Garage['profile']['moneyShown'] }

export function formatIn(language: Language, words: Words, { timeZone, moneyShown }: Place): Format {
  const number = new Intl.NumberFormat(localeTag[language], { maximumFractionDigits: 1 })
  const digits = (value: number | string): string => (language === 'fa' ? toPersianDigits(value) : String(value))
  const rialPerUnit = moneyShown === 'toman' ? 10 : 1
  const unit = words.unit[moneyShown]
  const money = (rial: number): string => number.format(rial / rialPerUnit)
  const time = (instant: UtcMs): string => digits(formatTimeOfDay(zonedParts(instant, timeZone).minuteOfDay))
  const day = (instant: UtcMs): IsoDate => zonedParts(instant, timeZone).date
  const dayMonth = (date: IsoDate): string => {
    const jalali = jalaliOfIso(date)
    return `${digits(jalali.day)} ${words.months.split(' ')[jalali.month - 1] ?? ''}`
  }
  return {
    digits,
    money,
    price: (rial) => `${money(rial)} ${unit}`,
    unit,
    rialPerUnit,
    time,
    day,
    dayMonth,
    weekday: (date) => words.weekdays.split(' ')[weekdayOf(date)] ?? '',
    dateTime: (instant) => words.dateTime(dayMonth(day(instant)), time(instant)),
  }
}
