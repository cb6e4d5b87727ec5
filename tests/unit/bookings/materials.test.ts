import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rial } from '../../../core/basics/rial.ts'
import { joinMaterials, splitMaterials } from '../../../core/domain/booking/materialText.ts'
import { readMaterials } from '../../../core/domain/booking/readMaterials.ts'
import { readOffer } from '../../../core/domain/booking/readOffer.ts'
import { parsePrice } from '../../../core/domain/booking/price.ts'
import type { BookingProblem, RawBooking } from '../../../core/domain/booking/types.ts'
import { units, wholeUnits } from '../../../core/domain/materials/types.ts'
import { toPersianDigits } from '../../../core/persian/digits.ts'

function read(text: string, isPriced = true) {
  const problems: BookingProblem[] = []
  return { materials: readMaterials(splitMaterials(text), isPriced, problems), problems }
}

/** The only material's quantity. */
function quantityOf(text: string) {
  return read(`روغن | ${text}`).materials[0]?.quantity ?? null
}

describe('a material in a cell', () => {
  test('with every field', () => {
    expect(read('لنت ترمز جلو | الیگ | درجه یک | EL-2206 | 1 دست | 12500000')).toEqual({
      materials: [
        {
          lineNo: 1,
          spec: { kind: 'لنت ترمز جلو', brand: 'الیگ', grade: 'درجه یک', partNo: 'EL-2206' },
          quantity: { milli: 1000, unit: 'set' },
          priceRial: 12_500_000,
        },
      ],
      problems: [],
    })
  })

  test('with what it is alone: any brand, grade and number will do', () => {
    const spec = { kind: 'فیلتر روغن', brand: null, grade: null, partNo: null }
    expect(read('فیلتر روغن | 1 عدد | 1900000').materials[0]?.spec).toEqual(spec)
    expect(read('فیلتر روغن | | - | | 1 عدد | 1900000').materials[0]?.spec).toEqual(spec)
  })

  test('a field left empty between others keeps their places', () => {
    expect(read('روغن | | 10W-40 | 4 لیتر').materials[0]?.spec).toEqual({ kind: 'روغن', brand: null, grade: '10W-40', partNo: null })
  })

  test('a grade that reads like a quantity is none: the quantity stands next to the price', () => {
    const [only] = read('روغن | بهران | 1 لیتر | 4 عدد | 14000000').materials
    expect(only).toMatchObject({ spec: { grade: '1 لیتر' }, quantity: { milli: 4000, unit: 'piece' } })
  })

  test("without a price is part of the booking's", () => {
    expect(read('روغن | 4 لیتر').materials[0]?.priceRial).toBe(0)
    expect(read('روغن | 4 لیتر |').problems).toEqual([])
    expect(read('روغن | 4 لیتر', false).problems).toEqual([{ code: 'materialPriceMissing', item: 1, kind: 'روغن' }])
  })

  test.each([';', '؛', '\n', ' ; ', ';;'])('several stand one after the other: %j', (separator) => {
    const text = ['روغن | 4 لیتر | 5', 'فیلتر | 1 عدد | 6'].join(separator)
    expect(read(text).materials.map(({ lineNo, spec, priceRial }) => [lineNo, spec.kind, priceRial])).toEqual([
      [1, 'روغن', 5],
      [2, 'فیلتر', 6],
    ])
  })
})

describe('quantities', () => {
  test.each([
    ['4 لیتر', 4000, 'litre'],
    ['۳٫۵ لیتر', 3500, 'litre'],
    ['3/5لیتر', 3500, 'litre'],
    ['٠.٥ L', 500, 'litre'],
    ['0.001 lt', 1, 'litre'],
    ['500 سی‌سی', 500, 'litre'],
    ['500ml', 500, 'litre'],
    ['2.50 متر', 2500, 'metre'],
    ['75 سانتی‌متر', 750, 'metre'],
    ['۲۰۰ گرم', 200, 'kilogram'],
    ['0.6 کيلو گرم', 600, 'kilogram'],
    ['1 دست', 1000, 'set'],
    ['2 Pairs', 2000, 'pair'],
    ['۴ حلقه', 4000, 'piece'],
    ['4.0 pcs.', 4000, 'piece'],
    ['1,000 عدد', 1_000_000, 'piece'],
    ['10000 عدد', 10_000_000, 'piece'],
    ['1 بار', 1000, 'time'],
  ])('%s', (typed, milli, unit) => {
    expect(quantityOf(typed)).toEqual({ milli, unit })
  })

  test('0.3 and 0.1 litre are 0.4 litre', () => {
    const milli = read('روغن | 0.3 لیتر ; روغن | 0.1 لیتر').materials.map(({ quantity }) => quantity.milli)
    expect(milli).toEqual([300, 100])
    expect(milli.reduce((sum, each) => sum + each, 0)).toBe(quantityOf('0.4 لیتر')?.milli)
  })

  test.each([
    ['0 لیتر', { code: 'badQuantity', typed: '0 لیتر' }],
    ['0.0 عدد', { code: 'badQuantity', typed: '0.0 عدد' }],
    ['-2 عدد', { code: 'badQuantity', typed: '-2 عدد' }],
    ['−2 عدد', { code: 'badQuantity', typed: '−2 عدد' }],
    ['0.0005 لیتر', { code: 'badQuantity', typed: '0.0005 لیتر' }],
    ['1,5 لیتر', { code: 'badQuantity', typed: '1,5 لیتر' }],
    ['10001 عدد', { code: 'badQuantity', typed: '10001 عدد' }],
    ['0.3+0.1 لیتر', { code: 'unknownUnit', typed: '+0.1 لیتر' }],
    ['نیم لیتر', { code: 'badQuantity', typed: 'نیم لیتر' }],
    ['0.5 عدد', { code: 'quantityInParts', typed: '0.5 عدد', unit: 'piece' }],
    ['1.5 دست', { code: 'quantityInParts', typed: '1.5 دست', unit: 'set' }],
    ['4 گالن', { code: 'unknownUnit', typed: 'گالن' }],
  ])('%s is refused', (typed, problem) => {
    const { materials, problems } = read(`روغن | ${typed} | 5`)
    expect(problems).toEqual([{ item: 1, ...problem }])
    expect(materials).toEqual([])
  })

  test.each(['روغن', 'روغن | 14000000', 'روغن | | 14000000'])('%s has none', (typed) => {
    expect(read(typed).problems).toEqual([{ code: 'materialQuantityMissing', item: 1 }])
  })
})

describe('what a material cannot be', () => {
  test.each([
    ['| 4 لیتر', { code: 'materialKindMissing' }],
    ['روغن | 4 لیتر | 0.5', { code: 'badMaterialPrice', typed: '0.5' }],
    ['روغن | 4 لیتر | -5', { code: 'badMaterialPrice', typed: '-5' }],
    ['روغن | 4 لیتر | 1400000 تومان', { code: 'badMaterialPrice', typed: '1400000 تومان' }],
    ['روغن | 4 لیتر | 1000000000001', { code: 'badMaterialPrice', typed: '1000000000001' }],
    [`${'ر'.repeat(81)} | 4 لیتر`, { code: 'materialTooLong', field: 'kind', most: 80 }],
    [`روغن | ${'ر'.repeat(81)} | 4 لیتر`, { code: 'materialTooLong', field: 'brand', most: 80 }],
    [`روغن | | | ${'9'.repeat(81)} | 4 لیتر`, { code: 'materialTooLong', field: 'partNo', most: 80 }],
    ['روغن | بهران | 10W-40 | 77 | آبی | 4 لیتر', { code: 'materialSurplus', typed: 'آبی' }],
  ])('%s', (typed, problem) => {
    expect(read(typed).problems).toEqual([{ item: 1, ...problem }])
  })

  test('a price with the empty decimals of a spreadsheet is whole', () => {
    expect(read('روغن | 4 لیتر | 14,000,000.00 ریال').materials[0]?.priceRial).toBe(14_000_000)
  })

  test('forty are taken, forty-one are not', () => {
    const of = (count: number): string => Array.from({ length: count }, () => 'روغن | 1 لیتر').join(';')
    expect(read(of(40)).materials.map(({ lineNo }) => lineNo)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(read(of(41))).toEqual({ materials: [], problems: [{ code: 'tooManyMaterials', count: 41, most: 40 }] })
  })

  test('each is explained by itself, and the good ones beside it stay', () => {
    const { materials, problems } = read('روغن | 4 لیتر ; فیلتر | نیم ; شمع | 4 عدد | ارزان')
    expect(materials.map(({ lineNo }) => lineNo)).toEqual([1])
    expect(problems.map((problem) => 'item' in problem && [problem.item, problem.code])).toEqual([
      [2, 'badQuantity'],
      [3, 'badQuantity'],
    ])
  })
})

describe('the accepted offer', () => {
  function offerOf(typed: Partial<Pick<RawBooking, 'price' | 'offer' | 'offerRevision' | 'vat'>>) {
    const price = typed.price ?? '40000000'
    const empty = { row: 2, ref: '', date: '', time: '', plate: '', model: '', name: '', mobile: '', services: [], materials: [], note: '' }
    const problems: BookingProblem[] = []
    const rialOf = parsePrice(price)
    const raw = { ...empty, offer: 'OF-1', offerRevision: '2', vat: '', ...typed, price }
    return { ...readOffer(raw, rialOf.ok ? rialOf.value : null, problems), problems }
  }
  const inside = { offerId: 'OF-1', revision: 2, amountRial: 40_000_000, vat: { kind: 'inside' } }

  test.each(['', 'inside', 'Included', 'درون مبلغ', 'داخل', 'شامل'])('holds VAT: %j', (vat) => {
    expect(offerOf({ vat })).toEqual({ acceptedRial: 40_000_000, offer: inside, problems: [] })
  })

  test.each(['added 10%', 'Added 10', '+10%', 'plus 10.00 %', 'افزوده ۱۰٪', 'به‌علاوه ۱۰ درصد', 'اضافه ١٠٫٠'])(
    'has VAT on top: %s',
    (vat) => {
      expect(offerOf({ vat })).toEqual({
        acceptedRial: 44_000_000,
        offer: { ...inside, vat: { kind: 'added', ratePermyriad: 1000 } },
        problems: [],
      })
    },
  )

  test.each(['9%', '0.09', 'added', 'added 51%', 'added 9.005%', 'added -9%', 'بله'])('VAT that is not clear is refused: %s', (vat) => {
    expect(offerOf({ vat }).problems).toEqual([{ code: 'badVat', typed: vat }])
  })

  test('is the first revision unless it says another', () => {
    expect(offerOf({ offerRevision: '' }).offer?.revision).toBe(1)
    expect(offerOf({ offerRevision: '۳' }).offer?.revision).toBe(3)
    expect(offerOf({ offerRevision: '2.00' }).offer?.revision).toBe(2)
    for (const typed of ['2.5', '-1', 'آخر', '1000001']) {
      expect(offerOf({ offerRevision: typed }).problems).toEqual([{ code: 'badOfferRevision', typed }])
    }
  })

  test('without a price promises nothing', () => {
    expect(offerOf({ price: '' }).problems).toEqual([{ code: 'offerWithoutPrice', offerId: 'OF-1' }])
  })

  test('a revision or VAT on top without an offer is refused, a price without one is taken', () => {
    const missing = [{ code: 'missing', field: 'offer' }]
    expect(offerOf({ offer: ' ' }).problems).toEqual(missing)
    expect(offerOf({ offer: '', offerRevision: '', vat: 'added 10%' }).problems).toEqual(missing)
    expect(offerOf({ offer: '', offerRevision: '' })).toEqual({ acceptedRial: 40_000_000, offer: null, problems: [] })
  })

  test('too long a name, or more than the largest amount once VAT is on it', () => {
    expect(offerOf({ offer: 'x'.repeat(81) }).problems).toEqual([{ code: 'tooLong', field: 'offer', most: 80 }])
    expect(offerOf({ price: '1000000000000', vat: 'added 10%' }).problems).toEqual([{ code: 'badPrice', typed: '1000000000000' }])
    expect(offerOf({ price: '1000000000000' }).problems).toEqual([])
  })
})

test('what is written down reads back as it was, in either language', () => {
  // What a field can hold: no separators, no blanks at its ends, and not only a dash, which asks for nothing.
  const field = fc.stringMatching(/^[a-zA-Z0-9\u0622-\u06cc][a-zA-Z0-9 .\u0622-\u06cc-]{0,18}[a-zA-Z0-9\u0627-\u06cc]$/)
  const words = {
    fa: { piece: 'عدد', pair: 'جفت', set: 'دست', litre: 'لیتر', metre: 'متر', kilogram: 'کیلوگرم', time: 'بار' },
    en: { piece: 'piece', pair: 'pair', set: 'set', litre: 'litre', metre: 'metre', kilogram: 'kilogram', time: 'time' },
  } as const
  const material = fc
    .record({
      kind: field,
      brand: fc.option(field),
      grade: fc.option(field),
      partNo: fc.option(field),
      milli: fc.integer({ min: 1, max: 10_000 }),
      unit: fc.constantFrom(...units),
      price: fc.integer({ min: 0, max: 1_000_000_000_000 }),
    })
    .map(({ milli, unit, price, ...spec }) => ({
      spec,
      quantity: { milli: wholeUnits.includes(unit) ? milli * 1000 : milli, unit },
      priceRial: rial(price),
    }))
  fc.assert(
    fc.property(fc.array(material, { maxLength: 6 }), fc.constantFrom('fa', 'en'), (materials, language) => {
      const digits = (text: string): string => (language === 'fa' ? toPersianDigits(text) : text)
      const text = joinMaterials(materials, {
        quantity: (milli) => digits(String(milli / 1000)),
        unit: (unit) => words[language][unit],
        price: (amount) => digits(String(amount)),
      })
      const folded = (each: string | null): string | null => each?.replace(/ {2,}/g, ' ') ?? null
      const expected = materials.map(({ spec: { kind, brand, grade, partNo }, ...rest }, index) => ({
        lineNo: index + 1,
        spec: { kind: folded(kind), brand: folded(brand), grade: folded(grade), partNo: folded(partNo) },
        ...rest,
      }))
      expect(read(text)).toEqual({ materials: expected, problems: [] })
    }),
  )
})
