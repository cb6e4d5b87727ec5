import { beforeAll, describe, expect, it } from 'vitest'
import { shownText as shownTextSchema } from '../../../core/wire/consentFields.ts'
import { callText, counterText, shownRequest, shownVersion } from '../../../renderer/features/consent/shown.ts'
import { type Format, formatIn } from '../../../renderer/i18n/format.ts'
import type { Language } from '../../../renderer/i18n/languages.ts'
import { loadText, type Text } from '../../../renderer/i18n/text.ts'
import { asked, request } from '../../support/requests.ts'

type Writing = { readonly text: Text; readonly format: Format }
let persian: Writing
let english: Writing
beforeAll(async () => {
  persian = await writingIn('fa')
  english = await writingIn('en')
})
async function writingIn(language: Language): Promise<Writing> {
  const { t } = await loadText(language)
  return { text: t, format: formatIn(t, language, 'Asia/Tehran', 'toman') }
}
const plain = (body: string) => body.replace(/[\u2066-\u2069]/g, '')

/** Whoever changes one of these words changes what customers sign: the version goes up with it, and stands in every record. */
describe('the words that a customer signs, version 1', () => {
  it('are these in Persian', () => {
    expect(shownVersion).toBe('1')
    expect(counterText(request(), 'تعمیرگاه مهر', persian)).toEqual({
      language: 'fa',
      version: '1',
      body: [
        'تعمیرگاه مهر',
        'پژو ۲۰۶، پرونده ۲۰۴۱',
        'پلاک ۴۷ د ۵۲۶ ایران ۸۸',
        'مریم احمدی، در کار خودروی شما ۳ مورد تازه دیدیم',
        'درباره هر مورد جداگانه تصمیم بگیرید؛ بدون پاسخ شما انجام نمی‌شود.',
        '',
        '۱. دیسک چرخ جلو',
        'همین حالا ناایمن · ایساکو، نو · ۲ عدد · ۳۵ دقیقه دیرتر',
        'چرا: ضخامت دیسک کمتر از حد مجاز است',
        'اگر نپذیرید: ایمنی ترمز را تأیید نمی‌کنیم',
        'قطعه کهنه را به شما پس می‌دهیم.',
        '۲٬۸۰۰٬۰۰۰ تومان (قطعه ۲٬۴۰۰٬۰۰۰ و اجرت ۴۰۰٬۰۰۰)',
        '',
        '۲. تنظیم موتور',
        'به‌زودی لازم · ۴۰ دقیقه دیرتر',
        'چرا: موتور ناآرام کار می‌کند',
        'اگر نپذیرید: فعلاً می‌شود راند',
        '۳۰۰٬۰۰۰ تومان',
        '',
        '۳. تیغه برف‌پاک‌کن جلو',
        'پیشنهاد · بوش، شماره فنی \u2068A-204\u2069، نو · ۱ جفت · زمان تحویل عوض نمی‌شود',
        'چرا: لبه لاستیک پاره است',
        'اگر نپذیرید: در باران دید کمتر می‌شود',
        'راه دیگر: تیغه معمولی هم هست',
        'قطعه کهنه در تعمیرگاه می‌ماند.',
        '۳۱۰٬۰۰۰ تومان',
        '',
        'مبلغی که پذیرفته‌اید: ۴٬۱۵۰٬۰۰۰ تومان',
        'مبلغ تازه، اگر همه را بپذیرید: ۷٬۵۶۰٬۰۰۰ تومان',
        'آماده شدن، اگر همه را بپذیرید: ۱۲:۰۵ به‌جای ۱۰:۵۰',
        'این قیمت‌ها تا ۲ آذر، ۱۰:۲۰ می‌ماند.',
        'پاسخ هر مورد، «نه» هم، با همین متن و مبلغ ثبت می‌شود. بیشتر از مبلغ تازه از شما گرفته نمی‌شود.',
      ].join('\n'),
    })
  })

  it('are these in English', () => {
    const body = plain(counterText(request(asked.slice(0, 1)), 'Mehr', english).body)
    expect(body.split('\n')).toEqual([
      'Mehr',
      'پژو ۲۰۶, job 2041',
      'Plate 47 د 526 Iran 88',
      'مریم احمدی, we found one more thing while working on your car',
      'Nothing is done without your answer.',
      '',
      '1. دیسک چرخ جلو',
      'Unsafe now · ایساکو, new · 2 pcs · 35 minutes later',
      'Why: ضخامت دیسک کمتر از حد مجاز است',
      'If you refuse: ایمنی ترمز را تأیید نمی‌کنیم',
      'You get the old part back.',
      '2,800,000 toman (part 2,400,000 and labour 400,000)',
      '',
      'What you have accepted: 4,150,000 toman',
      'New total if you accept all: 6,950,000 toman',
      'Ready if you accept all: 11:25 instead of 10:50',
      'These prices hold until 2 Azar, 10:20.',
      'Every answer, a “no” too, is recorded with exactly this text and price. You will not be asked for more than the new total.',
    ])
  })

  it('are read aloud with a greeting and asked back', () => {
    const { body } = callText(request(), 'تعمیرگاه مهر', persian)
    expect(body).toMatch(/^سلام، از تعمیرگاه مهر/)
    expect(body).toMatch(/مبلغ تازه را بازگو کنید تا درست ثبت شود\.$/)
    for (const line of counterText(request(), 'تعمیرگاه مهر', persian).body.split('\n').slice(1)) expect(body).toContain(line)
  })
})

it('a request is composed from its snapshot alone: the same twice, and every fact of an item is in it', () => {
  const first = counterText(request(), 'تعمیرگاه مهر', persian)
  expect(counterText(request(), 'تعمیرگاه مهر', persian)).toEqual(first)
  for (const { title, reason, ifRefused, alternatives, spec } of asked) {
    for (const word of [title, reason, ifRefused, alternatives, spec?.brand ?? '', spec?.partNo ?? '']) expect(first.body).toContain(word)
  }
})

it('what the screen is drawn from is what the record keeps', () => {
  const shown = shownRequest(request(), 'تعمیرگاه مهر', persian)
  const { body } = counterText(request(), 'تعمیرگاه مهر', persian)
  const words = [
    shown.garage,
    shown.job,
    shown.heading,
    shown.lead,
    shown.promise,
    shown.validUntil,
    shown.capBefore.say,
    shown.totalIfAll.say,
  ]
  const ofItems = shown.items.flatMap(({ title, safety, facts, reason, ifRefused, oldPart, amount, priceParts }) => [
    title,
    safety,
    ...facts,
    reason.say,
    ifRefused.say,
    oldPart ?? '',
    amount,
    priceParts ?? '',
  ])
  for (const word of [...words, ...ofItems]) expect(body).toContain(word)
})

it('without a name, a model and a time of readiness nothing is left open', () => {
  const bare = { ...request(), customer: { name: '', mobile: null }, readyBeforeUtcMs: null, readyIfAllUtcMs: null }
  const { body } = counterText({ ...bare, vehicle: { ...bare.vehicle, model: '' } }, 'تعمیرگاه مهر', persian)
  expect(body).toContain('\nپرونده ۲۰۴۱\n')
  expect(body).toContain('\nدر کار خودروی شما ۳ مورد تازه دیدیم\n')
  expect(body).toContain('آماده شدن، اگر همه را بپذیرید: ۱ ساعت و ۱۵ دقیقه دیرتر')
})

it('is what the contract takes', () => {
  expect(shownTextSchema.safeParse(counterText(request(), 'تعمیرگاه مهر', persian)).success).toBe(true)
  expect(shownTextSchema.safeParse(callText(request(), 'Mehr', english)).success).toBe(true)
})
