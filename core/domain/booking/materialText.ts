import { foldScript } from '../../basics/textFold.ts'
import type { RequestedMaterial, Unit } from '../materials/types.ts'
import { looksLikePrice } from './price.ts'
import type { RawMaterial } from './types.ts'

/**
 * Materials in one cell of a spreadsheet (docs/booking-file.md): one after the other with `;` between them, the fields of
 * one with `|` between them: what it is, then, if they matter, brand, grade and part number, then quantity with its unit,
 * then the price of all of it.
 *
 *     روغن موتور | بهران | 10W-40 | 4 لیتر | 14000000 ; فیلتر روغن | سرکان | 1 عدد | 1900000
 *
 * Read from its end, so that a grade like `1 لیتر` is never taken for the quantity: the last field is the price when it
 * can be nothing else, and the quantity stands before it.
 */
export function splitMaterials(text: string): readonly RawMaterial[] {
  return text
    .split(/[;؛；\n]/)
    .filter((item) => foldScript(item) !== '')
    .map(readItem)
}

function readItem(item: string): RawMaterial {
  const fields = item.split(/[|｜]/).map((field) => field.trim())
  const price = fields.length > 1 && looksLikePrice(fields.at(-1) ?? '') ? (fields.pop() ?? '') : ''
  const [quantity, unit] = splitQuantity(fields.length > 1 ? (fields.pop() ?? '') : '')
  const [kind = '', brand = '', grade = '', partNo = '', ...more] = fields
  return { kind, brand, grade, partNo, quantity, unit, price, surplus: more.join('|') }
}

/** `4 لیتر` as number and unit; what begins with no number is handed on whole, to be refused by its reader. */
export function splitQuantity(typed: string): readonly [quantity: string, unit: string] {
  const match = /^([+\-−]?[\d.,٫٬،/’']*\d)(.*)$/.exec(foldScript(typed))
  return match === null ? [typed, ''] : [match[1] ?? '', (match[2] ?? '').trim()]
}

/** The words in which a language writes a material down. */
export type MaterialWriter = {
  readonly quantity: (milli: number) => string
  readonly unit: (unit: Unit) => string
  readonly price: (rial: number) => string
}

/** The same form, for samples. A field that holds a separator has no place in it, so the separator becomes a blank. */
export function joinMaterials(materials: readonly Omit<RequestedMaterial, 'lineNo'>[], write: MaterialWriter): string {
  return materials
    .map(({ spec: { kind, brand, grade, partNo }, quantity: { milli, unit }, priceRial }) => {
      const fields = [kind, brand ?? '', grade ?? '', partNo ?? ''].map((field) => field.replaceAll(/[;؛；\n|｜]/g, ' '))
      while (fields.at(-1) === '') fields.pop()
      return [...fields, `${write.quantity(milli)} ${write.unit(unit)}`, write.price(priceRial)].join(' | ')
    })
    .join(' ; ')
}
