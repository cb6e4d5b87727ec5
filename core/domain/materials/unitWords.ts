import { searchKey } from '../../basics/textFold.ts'
import { onceMilli } from './quantity.ts'
import type { Unit } from './types.ts'

/** What a word for a unit means: the unit, and how many of its thousandths one is. `ml` is one thousandth of a litre. */
export type UnitWord = { readonly unit: Unit; readonly milliEach: number }

const words: readonly (readonly [unit: Unit, milliEach: number, ...words: readonly string[]])[] = [
  ['piece', onceMilli, 'عدد', 'تا', 'دانه', 'قطعه', 'حلقه', 'piece', 'pieces', 'pc', 'pcs', 'ea', 'each'],
  ['pair', onceMilli, 'جفت', 'pair', 'pairs', 'pr'],
  ['set', onceMilli, 'دست', 'سری', 'ست', 'کیت', 'set', 'sets', 'kit', 'kits'],
  ['litre', onceMilli, 'لیتر', 'litre', 'litres', 'liter', 'liters', 'l', 'lt', 'ltr'],
  ['metre', onceMilli, 'متر', 'metre', 'metres', 'meter', 'meters', 'm'],
  ['kilogram', onceMilli, 'کیلوگرم', 'کیلو', 'kilogram', 'kilograms', 'kilo', 'kg'],
  ['time', onceMilli, 'بار', 'دفعه', 'مرتبه', 'time', 'times'],
  ['litre', 1, 'میلی‌لیتر', 'سی‌سی', 'ml', 'cc'],
  ['metre', 10, 'سانتی‌متر', 'cm'],
  ['metre', 1, 'میلی‌متر', 'mm'],
  ['kilogram', 1, 'گرم', 'gram', 'grams', 'g', 'gr'],
]

const byKey: ReadonlyMap<string, UnitWord> = new Map(
  words.flatMap(([unit, milliEach, ...spellings]) => spellings.map((word) => [wordKey(word), { unit, milliEach }] as const)),
)

export function unitOfWord(typed: string): UnitWord | null {
  return byKey.get(wordKey(typed)) ?? null
}

/** `کیلو گرم`, `کیلو‌گرم` and `Kg.` are spellings of their words. */
function wordKey(word: string): string {
  return searchKey(word).replaceAll(/[\s.]/g, '')
}
