import { isRial, rial, type Rial } from '../../../../core/basics/rial.ts'
import { err, ok, type Result } from '../../../../core/basics/result.ts'
import type { NewConsentItem } from '../../../../core/domain/consent/commands.ts'
import type { MaterialSpec, Quantity } from '../../../../core/domain/materials/types.ts'
import { vatOnTop } from '../../../../core/domain/pricing/vat.ts'
import { extraMostMin } from '../../../../core/wire/bounds.ts'
import { readTypedNumber, type TypedNumberProblem } from '../../../ui/typedNumber.ts'
import type { MoneyUnit } from '../../../i18n/format.ts'
import { type AmountProblem, readAmount } from '../../../ui/typedAmount.ts'
import { type QuantityProblem, readTypedQuantity } from '../../../ui/typedQuantity.ts'
import { cataloguePriceRial, type ItemDraft } from './itemDraft.ts'

/** What is wrong with an item, by the field that can mend it. */
export type ItemProblems = {
  readonly title?: 'missing'
  readonly kind?: 'missing'
  readonly quantity?: QuantityProblem
  readonly part?: AmountProblem
  readonly labour?: AmountProblem
  readonly tax?: AmountProblem
  /** Of all three together: nothing costs nothing, and no item more than there is. */
  readonly price?: 'zero' | 'aboveMost'
  readonly extraMin?: TypedNumberProblem
  readonly reason?: 'missing'
  readonly ifRefused?: 'missing'
}

/** The words that stand where the desk wrote none. */
export type DefaultWords = { readonly reason: string; readonly ifRefused: string }

export function readItem(draft: ItemDraft, money: MoneyUnit, words: DefaultWords): Result<NewConsentItem, ItemProblems> {
  const quantity = readQuantity(draft)
  const prices = readPrices(draft, money)
  const extraMin = readTypedNumber(draft.extraMin, { least: 0, most: extraMostMin })
  const reason = (draft.reason ?? words.reason).trim()
  const ifRefused = (draft.ifRefused ?? words.ifRefused).trim()
  const problems: ItemProblems = {
    ...(draft.title.trim() === '' ? { title: 'missing' } : {}),
    ...(draft.hasPart && draft.kind.trim() === '' ? { kind: 'missing' } : {}),
    ...(quantity.ok ? {} : { quantity: quantity.error }),
    ...(prices.ok ? {} : prices.error),
    ...(extraMin.ok ? {} : { extraMin: extraMin.error }),
    ...(reason === '' ? { reason: 'missing' } : {}),
    ...(ifRefused === '' ? { ifRefused: 'missing' } : {}),
  }
  if (!quantity.ok || !prices.ok || !extraMin.ok || Object.keys(problems).length > 0) return err(problems)
  return ok({
    title: draft.title.trim(),
    spec: specOf(draft),
    condition: draft.hasPart ? draft.condition : null,
    quantity: quantity.value,
    findingId: draft.findingId,
    reason,
    grade: draft.safety,
    photos: draft.photos,
    foundBy: draft.foundBy,
    price: prices.value,
    extraMin: extraMin.value ?? 0,
    ifRefused,
    alternatives: draft.alternatives.trim(),
    oldPartBack: draft.hasPart ? draft.oldPartBack : null,
  })
}

/** What is wrong with a number however much is still to be typed: an empty field is not wrong yet. */
export function liveProblems(draft: ItemDraft, money: MoneyUnit): Pick<ItemProblems, 'quantity' | 'part' | 'labour' | 'tax' | 'extraMin'> {
  const quantity = readTypedQuantity(draft.quantity, draft.unit)
  const [part, labour, tax] = [partAmount(draft, money), amount(draft.labour, money), amount(draft.tax, money)]
  const extraMin = readTypedNumber(draft.extraMin, { least: 0, most: extraMostMin })
  return {
    ...(quantity.ok ? {} : { quantity: quantity.error }),
    ...(part.ok ? {} : { part: part.error }),
    ...(labour.ok ? {} : { labour: labour.error }),
    ...(tax.ok ? {} : { tax: tax.error }),
    ...(extraMin.ok ? {} : { extraMin: extraMin.error }),
  }
}

/** VAT on top of part and labour as far as they can be read, rounded as everywhere. */
export function taxOf(draft: ItemDraft, money: MoneyUnit, vatPermyriad: number): number {
  return vatOnTop(priceSoFarRial({ ...draft, tax: '' }, money), vatPermyriad)
}

/** What the item adds to the total as far as it can be read while it is being typed. */
export function priceSoFarRial(draft: ItemDraft, money: MoneyUnit): number {
  return [partAmount(draft, money), amount(draft.labour, money), amount(draft.tax, money)].reduce(
    (sum: number, read) => sum + (read.ok ? read.value : 0),
    0,
  )
}

export function minutesSoFar({ extraMin }: ItemDraft): number {
  const read = readTypedNumber(extraMin, { least: 0, most: extraMostMin })
  return read.ok ? (read.value ?? 0) : 0
}

function readPrices(draft: ItemDraft, money: MoneyUnit): Result<NewConsentItem['price'], ItemProblems> {
  const [part, labour, tax] = [partAmount(draft, money), amount(draft.labour, money), amount(draft.tax, money)]
  if (!part.ok || !labour.ok || !tax.ok) {
    return err({
      ...(part.ok ? {} : { part: part.error }),
      ...(labour.ok ? {} : { labour: labour.error }),
      ...(tax.ok ? {} : { tax: tax.error }),
    })
  }
  const sum = part.value + labour.value + tax.value
  if (sum === 0) return err({ price: 'zero' })
  if (!isRial(sum)) return err({ price: 'aboveMost' })
  return ok({ partRial: part.value, labourRial: labour.value, taxRial: tax.value })
}

function readQuantity({ quantity, unit }: ItemDraft): Result<Quantity, QuantityProblem> {
  const read = readTypedQuantity(quantity, unit)
  if (!read.ok) return read
  return read.value === null ? err('empty') : ok(read.value)
}

/** The part's price is kept when the item turns out to have none, and counts for nothing. */
function partAmount(draft: ItemDraft, money: MoneyUnit): Result<Rial, AmountProblem> {
  if (!draft.hasPart) return ok(rial(0))
  const byCatalogue = cataloguePriceRial(draft)
  return byCatalogue === null ? amount(draft.part ?? '', money) : ok(byCatalogue)
}

/** An empty field is nothing to pay: an item of work alone has no part, an exempt one no tax. */
function amount(typed: string, money: MoneyUnit): Result<Rial, AmountProblem> {
  const read = readAmount(typed, money)
  return !read.ok && read.error === 'empty' ? ok(rial(0)) : read
}

function specOf({ hasPart, kind, brand, specGrade, partNo }: ItemDraft): MaterialSpec | null {
  return hasPart ? { kind: kind.trim(), brand: orNull(brand), grade: orNull(specGrade), partNo: orNull(partNo) } : null
}

/** Unset means "any" (T1). */
function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}
