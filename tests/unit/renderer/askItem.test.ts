import { beforeAll, describe, expect, it, test } from 'vitest'
import type { MaterialId } from '../../../core/basics/ids.ts'
import { maxRial, rial } from '../../../core/basics/rial.ts'
import type { Material } from '../../../core/domain/materials/types.ts'
import { newConsentItem } from '../../../core/wire/consentFields.ts'
import { defaultWords } from '../../../renderer/features/consent/ask/defaultWords.ts'
import {
  cataloguePriceRial,
  emptyItem,
  type ItemDraft,
  itemOfAsked,
  itemOfMaterial,
  withMaterial,
} from '../../../renderer/features/consent/ask/itemDraft.ts'
import { liveProblems, minutesSoFar, priceSoFarRial, readItem, taxOf } from '../../../renderer/features/consent/ask/readItem.ts'
import { isTooLong } from '../../../renderer/features/consent/ask/textBounds.ts'
import { loadText, type Text } from '../../../renderer/i18n/text.ts'
import { amountText, readAmount } from '../../../renderer/ui/typedAmount.ts'
import { item } from '../../support/consents.ts'
import { testId } from '../../support/ids.ts'
import { asked } from '../../support/requests.ts'

let text: Text
beforeAll(async () => {
  text = (await loadText('fa')).t
})

const words = { reason: 'دیده شد', ifRefused: 'می‌ماند' }
const oil: Material = {
  materialId: testId<MaterialId>(1),
  kind: 'روغن موتور',
  brand: 'بهران',
  grade: '10W-40',
  partNo: null,
  barcode: null,
  unit: 'litre',
  unitPriceRial: rial(3_500_000),
  active: true,
}
const work = (change: Partial<ItemDraft> = {}): ItemDraft => ({ ...emptyItem('تنظیم موتور'), labour: '300000', reason: null, ...change })
const problemsOf = (draft: ItemDraft) => {
  const read = readItem(draft, 'toman', words)
  return read.ok ? null : read.error
}

describe('an amount', () => {
  test.each([
    ['2800000', 'toman', 28_000_000],
    ['۲٬۸۰۰٬۰۰۰', 'toman', 28_000_000],
    ['۱۲٫۵', 'toman', 125],
    ['12.50', 'toman', 125],
    ['0.1', 'toman', 1],
    ['123', 'rial', 123],
    ['1,000,000,000,000', 'rial', maxRial],
    ['100000000000', 'toman', maxRial],
    ['0', 'toman', 0],
  ] as const)('%s %s is %d rial', (typed, unit, amount) => {
    expect(readAmount(typed, unit)).toEqual({ ok: true, value: amount })
  })

  test.each([
    ['0.05', 'toman', 'halfRial'],
    ['0.5', 'rial', 'halfRial'],
    ['-5', 'toman', 'negative'],
    ['−۵', 'toman', 'negative'],
    ['1000000000001', 'rial', 'aboveMost'],
    ['100000000000.1', 'toman', 'aboveMost'],
    ['1,5', 'toman', 'badGrouping'],
    ['پنج', 'toman', 'notANumber'],
    ['', 'toman', 'empty'],
  ] as const)('%s %s is refused: %s', (typed, unit, error) => {
    expect(readAmount(typed, unit)).toEqual({ ok: false, error })
  })

  it('written again is read as itself, to the rial', () => {
    for (const amount of [0, 1, 9, 10, 125, 28_000_000, 999_999_999_999, maxRial]) {
      for (const unit of ['toman', 'rial'] as const)
        expect(readAmount(amountText(rial(amount), unit), unit)).toEqual({ ok: true, value: amount })
    }
  })
})

describe('an item that is written', () => {
  it('is what the contract takes', () => {
    const read = readItem({ ...itemOfMaterial(oil), labour: '۱۰۰٬۰۰۰', quantity: '۳٫۵', extraMin: '۲۰' }, 'toman', words)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(newConsentItem.safeParse(read.value).success).toBe(true)
    expect(read.value).toMatchObject({
      title: 'روغن موتور',
      spec: { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', partNo: null },
      condition: 'new',
      quantity: { milli: 3500, unit: 'litre' },
      price: { partRial: 12_250_000, labourRial: 1_000_000, taxRial: 0 },
      extraMin: 20,
      reason: 'دیده شد',
      ifRefused: 'می‌ماند',
    })
  })

  it('is said what is wrong with, field by field', () => {
    expect(problemsOf(work())).toBeNull()
    expect(problemsOf(work({ title: ' ' }))).toEqual({ title: 'missing' })
    expect(problemsOf(work({ hasPart: true, unit: 'piece' }))).toEqual({ kind: 'missing' })
    expect(problemsOf(work({ reason: ' ', ifRefused: '' }))).toEqual({ reason: 'missing', ifRefused: 'missing' })
    expect(problemsOf(work({ extraMin: '-1' }))).toEqual({ extraMin: 'negative' })
    expect(problemsOf(work({ extraMin: '14401' }))).toEqual({ extraMin: 'tooBig' })
    expect(problemsOf(work({ extraMin: '1.5' }))).toEqual({ extraMin: 'fraction' })
  })

  it('costs something, and no more than there is', () => {
    expect(problemsOf(work({ labour: '' }))).toEqual({ price: 'zero' })
    expect(problemsOf(work({ labour: '0' }))).toEqual({ price: 'zero' })
    expect(problemsOf(work({ labour: '-5' }))).toEqual({ labour: 'negative' })
    expect(problemsOf(work({ labour: '0.05' }))).toEqual({ labour: 'halfRial' })
    expect(problemsOf(work({ tax: '1000000000000' }))).toEqual({ tax: 'aboveMost' })
    expect(problemsOf(work({ labour: '60000000000', tax: '60000000000' }))).toEqual({ price: 'aboveMost' })
  })

  it('has a quantity above zero, whole where the unit is', () => {
    expect(problemsOf(work({ quantity: '0' }))).toEqual({ quantity: 'nothing' })
    expect(problemsOf(work({ quantity: '' }))).toEqual({ quantity: 'empty' })
    expect(problemsOf(work({ quantity: '0.5' }))).toEqual({ quantity: 'fraction' })
    expect(problemsOf(work({ quantity: '0.5', unit: 'litre' }))).toBeNull()
    expect(problemsOf(work({ quantity: '0.0005', unit: 'litre' }))).toEqual({ quantity: 'tooFine' })
    expect(problemsOf(work({ quantity: '10001', unit: 'litre' }))).toEqual({ quantity: 'tooLarge' })
  })

  it('is told of what cannot be read while it is typed, and of nothing that is only missing', () => {
    expect(liveProblems(work({ labour: '', quantity: '' }), 'toman')).toEqual({})
    expect(liveProblems(work({ labour: '12a', quantity: '0', extraMin: 'x' }), 'toman')).toEqual({
      labour: 'notANumber',
      quantity: 'nothing',
      extraMin: 'notANumber',
    })
  })

  it('counts what can be read so far', () => {
    const draft = { ...itemOfMaterial(oil), quantity: '2', labour: 'x', extraMin: '15' }
    expect(priceSoFarRial(draft, 'toman')).toBe(7_000_000)
    expect(minutesSoFar(draft)).toBe(15)
    expect(taxOf({ ...draft, tax: '999' }, 'toman', 1000)).toBe(700_000)
  })

  it('lets the price of the catalogue follow the quantity until it is typed over', () => {
    const draft = itemOfMaterial(oil)
    expect(cataloguePriceRial(draft)).toBe(3_500_000)
    expect(cataloguePriceRial({ ...draft, quantity: '0.3' })).toBe(1_050_000)
    expect(cataloguePriceRial({ ...draft, part: '300000' })).toBeNull()
    expect(priceSoFarRial({ ...draft, part: '300000' }, 'toman')).toBe(3_000_000)
  })

  it('forgets the part when it turns out to have none', () => {
    const read = readItem({ ...itemOfMaterial(oil), hasPart: false, labour: '100', oldPartBack: true }, 'toman', words)
    expect(read).toMatchObject({ ok: true, value: { spec: null, condition: null, oldPartBack: null, price: { partRial: 0 } } })
  })
})

describe('a part of the catalogue', () => {
  it('is asked for without another word: title, reason and what refusal means stand there', () => {
    const draft = itemOfMaterial(oil)
    const read = readItem(draft, 'toman', defaultWords(draft, text))
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: 'روغن موتور',
        reason: 'هنگام کار دیدیم که روغن موتور باید عوض شود.',
        ifRefused: 'فعلاً می‌شود راند، ولی بدتر می‌شود؛ زود دوباره ببینیم.',
        grade: 'soon',
      },
    })
  })

  it("a part of the platform's catalogue comes without a price, and leaves the one that was typed", () => {
    const known = { ...oil, unitPriceRial: null }
    expect(itemOfMaterial(known)).toMatchObject({ hasPart: true, kind: oil.kind, unitPriceRial: null })
    expect(withMaterial({ ...emptyItem('کار'), part: '۱۲۰٬۰۰۰' }, known)).toMatchObject({
      title: 'کار',
      part: '۱۲۰٬۰۰۰',
      unitPriceRial: null,
    })
    expect(readItem(itemOfMaterial(known), 'toman', words).ok).toBe(false)
  })

  it('fills an item that a mechanic described, and leaves his words', () => {
    const found = { ...emptyItem('صدا از جلو'), reason: 'بوش ترک خورده', safety: 'unsafe' as const }
    expect(withMaterial(found, oil)).toMatchObject({
      title: 'صدا از جلو',
      reason: 'بوش ترک خورده',
      kind: 'روغن موتور',
      unit: 'litre',
      hasPart: true,
    })
    expect(withMaterial({ ...itemOfMaterial(oil), quantity: '4' }, { ...oil, brand: 'ایرانول' })).toMatchObject({
      quantity: '4',
      brand: 'ایرانول',
    })
  })
})

it('what was asked comes back into the fields and is asked again as it was', () => {
  for (const { itemNo: _, ...before } of asked) {
    for (const unit of ['toman', 'rial'] as const) {
      expect(readItem(itemOfAsked({ itemNo: 1, ...before }, unit), unit, words)).toEqual({ ok: true, value: before })
    }
  }
})

it('a request that is longer than its record holds is told before it is sent', () => {
  const long = item({ reason: 'ن'.repeat(500), ifRefused: 'ن'.repeat(500), alternatives: 'ن'.repeat(500) })
  expect(isTooLong([long, long])).toBe(false)
  expect(isTooLong(Array.from({ length: 12 }, () => long))).toBe(true)
})
