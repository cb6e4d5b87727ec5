import type { MaterialId } from '../../../core/basics/ids.ts'
import { barcodeKey } from '../../../core/domain/materials/catalogue.ts'
import { mismatches } from '../../../core/domain/materials/match.ts'
import { onceMilli } from '../../../core/domain/materials/quantity.ts'
import { wholeUnits, type GivenPart, type Material, type MaterialSpec, type Quantity } from '../../../core/domain/materials/types.ts'
import type { PartLine } from './partLines.ts'

/** What a part of the catalogue is, as it is given to a line. */
export function partOf({ kind, brand, grade, partNo, barcode, materialId }: Material): GivenPart {
  return { kind, brand, grade, partNo, barcode, materialId }
}

/** "As requested": the part is what the line asks for; what the line leaves open stays open. */
export function partAsked(spec: MaterialSpec): GivenPart {
  const { kind, brand, grade, partNo } = spec
  return { kind, brand, grade, partNo, barcode: null, materialId: null }
}

/** The first line that this part fits and that still wants some of it. */
export function fittingLine(lines: readonly PartLine[], part: MaterialSpec): PartLine | null {
  return (
    lines.find(({ spec, state, left }) => state === 'agreed' && left.milli > 0 && spec !== null && mismatches(spec, part).length === 0) ??
    null
  )
}

/**
 * What one scan of a packet stands for: one piece, pair or set of what is counted; all that is left of what is measured, since
 * a can of four litres is opened once.
 */
export function scannedQuantity(line: PartLine | null, material: Pick<Material, 'unit'>): Quantity {
  if (line === null) return { milli: onceMilli, unit: material.unit }
  const { milli, unit } = line.left
  return wholeUnits.includes(unit) ? { milli: Math.min(milli, onceMilli), unit } : { milli, unit }
}

/** What is most likely meant when a part was chosen from a list: all that its line still wants. */
export function chosenQuantity(line: PartLine | null, material: Pick<Material, 'unit'>): Quantity {
  return line?.left ?? { milli: onceMilli, unit: material.unit }
}

/**
 * The part that a scanned code means, if the answer to a search for it holds one: by its barcode, else by its part number,
 * which is what many makers print as bars. Two parts of one number are not told apart by it.
 */
export function scannedMaterial(materials: readonly Material[], code: string): Material | null {
  const wanted = barcodeKey(code)
  const reads = (text: string | null): boolean => text !== null && barcodeKey(text) === wanted
  const active = materials.filter((material) => material.active)
  const byBarcode = active.find(({ barcode }) => reads(barcode))
  const [byNumber, ...others] = active.filter(({ partNo }) => reads(partNo))
  return byBarcode ?? (others.length === 0 ? (byNumber ?? null) : null)
}

/** A part typed by hand; blank fields are not given. */
export type TypedPart = { readonly kind: string; readonly brand: string; readonly grade: string; readonly partNo: string }

export function partTyped(typed: TypedPart, barcode: string | null, materialId: MaterialId | null = null): GivenPart {
  return { kind: typed.kind.trim(), brand: given(typed.brand), grade: given(typed.grade), partNo: given(typed.partNo), barcode, materialId }
}

function given(typed: string): string | null {
  const trimmed = typed.trim()
  return trimmed === '' ? null : trimmed
}
