import { beforeAll, describe, expect, it } from 'vitest'
import { rial } from '../../../core/basics/rial.ts'
import { utcMs } from '../../../core/basics/instant.ts'
import { isoDate } from '../../../core/persian/jalali.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { type Format, formatIn } from '../../../renderer/i18n/format.ts'
import { interpolated } from '../../../renderer/i18n/interpolate.ts'
import { loadText, type Text } from '../../../renderer/i18n/text.ts'
import { refusalText } from '../../../renderer/i18n/refusalText.ts'

type Page = { readonly text: Text; readonly format: Format }
let persian: Page
let english: Page

beforeAll(async () => {
  persian = await page('fa')
  english = await page('en')
})

// 10:20 in Tehran on 1 Azar 1405, a Sunday.
const at = utcMs(Date.UTC(2026, 10, 22, 6, 50))

describe('formats', () => {
  it('writes times and days of the garage in both languages', () => {
    const day = isoDate('2026-11-22')
    expect(persian.format.time(at)).toBe('۱۰:۲۰')
    expect(persian.format.fullDate(persian.format.day(at))).toBe('یکشنبه ۱ آذر ۱۴۰۵')
    expect(persian.format.shortDate(day)).toBe('۱۴۰۵/۰۹/۰۱')
    expect(persian.format.dateTime(at)).toBe('۱ آذر، ۱۰:۲۰')
    expect(english.format.time(at)).toBe('10:20')
    expect(english.format.fullDate(day)).toBe('Sunday, 1 Azar 1405')
  })

  it('writes money in the garage’s unit, amounts grouped, numbers of things not', () => {
    expect(persian.format.money(rial(21_800_000))).toBe('۲٬۱۸۰٬۰۰۰')
    expect(formatIn(persian.text, 'fa', 'Asia/Tehran', 'rial').money(rial(21_800_000))).toBe('۲۱٬۸۰۰٬۰۰۰')
    expect(persian.format.digits(2041)).toBe('۲۰۴۱')
    expect(english.format.money(rial(21_800_000))).toBe('2,180,000')
  })

  it('writes lengths of time', () => {
    expect([0, 45, 60, 98, 125].map(persian.format.minutes)).toEqual([
      '۰ دقیقه',
      '۴۵ دقیقه',
      '۱ ساعت',
      '۱ ساعت و ۳۸ دقیقه',
      '۲ ساعت و ۵ دقیقه',
    ])
    expect([1, 45, 60, 98].map(english.format.minutes)).toEqual(['1 minute', '45 minutes', '1 hour', '1 h 38 min'])
  })

  it('writes mobiles and lists', () => {
    const mobile = parseMobile('+989124862175')
    expect(mobile.ok ? persian.format.mobile(mobile.value) : null).toBe('۰۹۱۲ ۴۸۶ ۲۱۷۵')
    expect(persian.format.list(['برق', 'ترمز', 'بدنه'])).toBe('برق، ترمز و بدنه')
    expect(english.format.list(['lift', 'pit'], 'or')).toBe('lift or pit')
    expect(english.format.list([])).toBe('')
  })

  it('isolates text that runs the other way, and nothing else', () => {
    expect(interpolated('fa', 'پژو ۲۰۶')).toBe('پژو ۲۰۶')
    expect(interpolated('fa', '10W-40')).toBe('\u206810W-40\u2069')
    expect(interpolated('en', 'پژو ۲۰۶')).toBe('\u2068پژو ۲۰۶\u2069')
  })
})

describe('refusals', () => {
  it('says the facts of a refusal', () => {
    const { text, format } = persian
    expect(refusalText({ code: 'wrongPhase', phase: 'waiting' }, text, format)).toBe('این کار در حال «در صف» شدنی نیست.')
    expect(refusalText({ code: 'notAllowed', roles: ['owner', 'frontDesk'] }, text, format)).toBe('این کار با مالک یا پذیرش است.')
    expect(refusalText({ code: 'inUse', jobNo: 2041 }, text, format)).toContain('۲۰۴۱')
    expect(refusalText({ code: 'fileTooLarge', mostBytes: 5_242_880 }, english.text, english.format)).toBe('The file is larger than 5 MB.')
  })
})

async function page(language: 'fa' | 'en'): Promise<Page> {
  const text = (await loadText(language)).t
  return { text, format: formatIn(text, language, 'Asia/Tehran', 'toman') }
}
