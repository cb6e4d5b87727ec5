import { rial } from '../../basics/rial.ts'
import { parseThousandths } from '../../persian/digits.ts'
import { materialsMost, shortMostChars } from '../../wire/bounds.ts'
import { quantityProblem } from '../materials/quantity.ts'
import { specFields, type MaterialSpec, type Quantity, type RequestedMaterial } from '../materials/types.ts'
import { unitOfWord } from '../materials/unitWords.ts'
import { parsePrice } from './price.ts'
import { cleanText, quoted } from './text.ts'
import type { BookingProblem, MaterialProblem, RawMaterial } from './types.ts'

/**
 * Materials as they were understood, numbered from 1; what could not be is left out and told.
 * @param isPriced whether the booking names a price for the whole. Then a material without one is part of it.
 */
export function readMaterials(raws: readonly RawMaterial[], isPriced: boolean, problems: BookingProblem[]): readonly RequestedMaterial[] {
  if (raws.length > materialsMost) {
    problems.push({ code: 'tooManyMaterials', count: raws.length, most: materialsMost })
    return []
  }
  const materials: RequestedMaterial[] = []
  for (const [index, raw] of raws.entries()) {
    const found: MaterialProblem[] = []
    const material = readMaterial(raw, index + 1, isPriced, found)
    problems.push(...found)
    if (material !== null && found.length === 0) materials.push(material)
  }
  return materials
}

function readMaterial(raw: RawMaterial, item: number, isPriced: boolean, problems: MaterialProblem[]): RequestedMaterial | null {
  const spec = readSpec(raw, item, problems)
  if (cleanText(raw.surplus) !== '') problems.push({ code: 'materialSurplus', item, typed: quoted(raw.surplus) })
  const quantity = readQuantity(raw, item, problems)
  const price = parsePrice(raw.price)
  if (!price.ok) problems.push({ code: 'badMaterialPrice', item, typed: quoted(raw.price) })
  else if (price.value === null && !isPriced) problems.push({ code: 'materialPriceMissing', item, kind: quoted(raw.kind) })
  if (!price.ok || quantity === null) return null
  return { lineNo: item, spec, quantity, priceRial: price.value ?? rial(0) }
}

function readSpec(raw: RawMaterial, item: number, problems: MaterialProblem[]): MaterialSpec {
  const { kind, brand, grade, partNo } = raw
  const spec = { kind: cleanText(kind), brand: textOrAny(brand), grade: textOrAny(grade), partNo: textOrAny(partNo) }
  if (spec.kind === '') problems.push({ code: 'materialKindMissing', item })
  for (const field of specFields) {
    if ((spec[field] ?? '').length > shortMostChars) problems.push({ code: 'materialTooLong', item, field, most: shortMostChars })
  }
  return spec
}

/** A field without anything in it, or with the dash that people put there, asks for nothing. */
function textOrAny(typed: string): string | null {
  const text = cleanText(typed)
  return text === '' || /^[-–—]$/.test(text) ? null : text
}

function readQuantity(raw: RawMaterial, item: number, problems: MaterialProblem[]): Quantity | null {
  const typed = quoted(`${raw.quantity} ${raw.unit}`)
  if (typed === '') {
    problems.push({ code: 'materialQuantityMissing', item })
    return null
  }
  const thousandths = parseThousandths(raw.quantity)
  const word = unitOfWord(raw.unit)
  if (thousandths.ok && word === null) problems.push({ code: 'unknownUnit', item, typed: quoted(raw.unit) })
  else if (!thousandths.ok) problems.push({ code: 'badQuantity', item, typed })
  if (!thousandths.ok || word === null) return null

  const quantity = { milli: (thousandths.value * word.milliEach) / 1000, unit: word.unit }
  const problem = quantityProblem(quantity)
  if (problem === null) return quantity
  problems.push(
    problem.code === 'quantityNotWhole'
      ? { code: 'quantityInParts', item, typed, unit: quantity.unit }
      : { code: 'badQuantity', item, typed },
  )
  return null
}
