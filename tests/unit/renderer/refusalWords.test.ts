import { beforeAll, describe, expect, it } from 'vitest'
import type { ConsentId, JobId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { Refusal } from '../../../core/contract/refusals.ts'
import { type Format, formatIn } from '../../../renderer/i18n/format.ts'
import type { Language } from '../../../renderer/i18n/languages.ts'
import { refusalText } from '../../../renderer/i18n/refusalText.ts'
import { loadText, type Text } from '../../../renderer/i18n/text.ts'
import { part, quantity } from '../../support/consents.ts'
import { at } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'

const consentId = testId<ConsentId>(1)
const basis = { kind: 'material', lineNo: 1 } as const
const nearest = {
  basis,
  title: 'روغن موتور',
  mismatches: [
    { field: 'grade', wanted: '10W-40', given: '5W-30' },
    { field: 'brand', wanted: 'بهران', given: '' },
    { field: 'unit', wanted: 'litre', given: 'piece' },
    { field: 'quantity', left: quantity(0.5, 'litre'), given: quantity(1, 'litre') },
  ],
} as const

/** One of each code that carries facts. */
const factual: readonly Refusal[] = [
  { code: 'partMismatch', part: part('روغن موتور', 'ایرانول', '5W-30'), nearest },
  { code: 'partMismatch', part: part('شمع'), nearest: null },
  { code: 'quantityNotWhole', unit: 'piece' },
  { code: 'moreThanUsed', left: quantity(0.5, 'litre') },
  { code: 'lineNotAgreed', state: 'refused' },
  { code: 'itemPriceWrong', itemNo: 2 },
  { code: 'itemNotAccepted', itemNo: 2, state: 'withdrawn' },
  { code: 'consentNotOpen', states: ['accepted', 'refused', 'accepted'] },
  { code: 'consentAlreadyAnswered', atUtcMs: at('10:20') },
  { code: 'consentExpired', atUtcMs: at('10:20') },
  { code: 'consentSuperseded', by: consentId },
  { code: 'consentTotalMoved', shownRial: rial(69_500_000), nowRial: rial(72_600_000) },
  { code: 'consentNotShown', channel: 'counter' },
  { code: 'answersIncomplete', missing: [2, 3] },
  { code: 'findingInRequest', consentId },
  { code: 'lineAboveAgreed', basis, agreedRial: rial(14_000_000), askedRial: rial(15_000_000) },
  { code: 'lineMoreThanAgreed', basis, agreed: quantity(4, 'litre') },
  { code: 'billAboveCap', capRial: rial(72_600_000), billRial: rial(72_600_010) },
  { code: 'discountAboveBill', billRial: rial(72_600_000) },
  { code: 'billBelowPaid', paidRial: rial(10_000_000), billRial: rial(5_000_000) },
  { code: 'paymentAboveBill', leftRial: rial(60_850_000) },
  { code: 'refundAbovePaid', leftRial: rial(60_850_000) },
  { code: 'debtNotWhatIsLeft', leftRial: rial(60_850_000) },
  { code: 'notSettled', leftRial: rial(60_850_000) },
  { code: 'refundFirst', paidRial: rial(10_000_000) },
  {
    code: 'differencesLeft',
    differences: [
      { code: 'untouched', basis },
      { code: 'consentUnanswered', consentId },
    ],
  },
  { code: 'photoTooLarge', mostBytes: 26_214_400 },
  { code: 'photoTooManyPixels', most: 60_000_000 },
  { code: 'bayTaken', bayId: testId(4), byJobId: testId<JobId>(5) },
]

const pages = new Map<Language, { readonly text: Text; readonly format: Format }>()
beforeAll(async () => {
  for (const language of ['fa', 'en'] as const) {
    const text = (await loadText(language)).t
    pages.set(language, { text, format: formatIn(text, language, 'Asia/Tehran', 'toman') })
  }
})
function said(language: Language, refusal: Refusal): string {
  const page = pages.get(language)
  if (page === undefined) throw new Error(`no texts in ${language}`)
  return refusalText(refusal, page.text, page.format)
}

describe('words of refusals', () => {
  it.each(['fa', 'en'] as const)('say every fact in %s and leave no gap', (language) => {
    const gaps = factual.filter((refusal) => /\{\{|undefined|NaN|\[object|refusals\.|domain\./.test(said(language, refusal)))
    expect(gaps).toEqual([])
  })

  it('name each field in which a part differs, and both ways out', () => {
    expect(said('fa', { code: 'partMismatch', part: part('روغن موتور'), nearest })).toBe(
      'این با «روغن موتور» نمی‌خواند: \u2068درجه: \u20685W-30\u2069 به‌جای \u206810W-40\u2069؛ برند: نانوشته به‌جای بهران؛ یکا: عدد به‌جای لیتر؛ مقدار: ۱ لیتر، مانده ۰٫۵ لیتر\u2069. قطعه درست را بزنید، یا مورد تازه گزارش کنید تا از مشتری پرسیده شود.',
    )
  })

  it('count differences in the singular and the plural', () => {
    const one = { code: 'differencesLeft', differences: [{ code: 'consentUnanswered', consentId }] } as const
    expect(said('en', one)).toContain('one difference')
    expect(said('en', { ...one, differences: [...one.differences, { code: 'untouched', basis }] })).toContain('2 differences')
  })

  it('write quantities exactly', () => {
    const page = pages.get('fa')
    const units = [quantity(3.5, 'litre'), quantity(0.4, 'litre'), { milli: 1, unit: 'metre' } as const, quantity(2)]
    expect(units.map((each) => page?.format.quantity(each))).toEqual(['۳٫۵ لیتر', '۰٫۴ لیتر', '۰٫۰۰۱ متر', '۲ عدد'])
    expect(page?.format.percent(950)).toBe('۹٫۵٪')
    expect(said('en', { code: 'unknownPayment' })).toContain('payment')
  })
})
