import { toPersianDigits } from '../../core/persian/digits.ts'
import { localeTag, type Language } from './languages.ts'

const hebrewOrArabic = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const latinLetter = /[A-Za-z]/

/**
 * A value as it stands inside a sentence. Numbers get the language's digits and grouping, `{{no, plain}}` none (a job number is no
 * amount). Text that runs the other way is isolated, so that it cannot turn the sentence around it.
 */
export function interpolated(language: Language, value: unknown, format?: string): string {
  if (typeof value === 'number') return format === 'plain' ? digitsOf(language, value) : numberOf(language, value)
  const text = String(value)
  const runsAgainst = language === 'fa' ? latinLetter : hebrewOrArabic
  return runsAgainst.test(text) ? isolated(text) : text
}

/** In its own direction, whatever stands beside it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** `2041` as `۲۰۴۱`: the digits of the language, nothing else changed. */
export function digitsOf(language: Language, value: number | string): string {
  return language === 'fa' ? toPersianDigits(value) : String(value)
}

const formatters: Readonly<Record<Language, Intl.NumberFormat>> = {
  fa: new Intl.NumberFormat(localeTag.fa, { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat(localeTag.en, { maximumFractionDigits: 2 }),
}

/** `2180000` as `۲٬۱۸۰٬۰۰۰`. */
export function numberOf(language: Language, value: number): string {
  return formatters[language].format(value)
}

const thousandths: Readonly<Record<Language, Intl.NumberFormat>> = {
  fa: new Intl.NumberFormat(localeTag.fa, { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat(localeTag.en, { maximumFractionDigits: 3 }),
}

/** `3500` as `۳٫۵`: thousandths of a unit, none of them lost. */
export function thousandthsOf(language: Language, milli: number): string {
  return thousandths[language].format(milli / 1000)
}

const percentages: Readonly<Record<Language, Intl.NumberFormat>> = {
  fa: new Intl.NumberFormat(localeTag.fa, { style: 'percent', maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat(localeTag.en, { style: 'percent', maximumFractionDigits: 2 }),
}

/** `900` as `۹٪`: ten-thousandths. */
export function percentOf(language: Language, permyriad: number): string {
  return percentages[language].format(permyriad / 10_000)
}
