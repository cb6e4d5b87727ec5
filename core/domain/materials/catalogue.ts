import type { MaterialId } from '../../basics/ids.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { searchKey } from '../../basics/textFold.ts'
import type { CatalogueCommand } from '../commands.ts'
import type { GarageRefusal } from '../garage/decide.ts'
import type { MaterialRefusal } from './refusals.ts'
import type { Material } from './types.ts'

export type CatalogueContext = {
  /** Used when the command makes a new line. */
  readonly newMaterialId: MaterialId
  /** The lines that carry the command's barcode now. */
  readonly withBarcode: readonly Material[]
}

/** A line of the catalogue as the owner leaves it. Two lines that are offered never share a barcode: the scanner could not tell them apart. */
export function decideCatalogue(
  { materialId, material }: CatalogueCommand,
  { newMaterialId, withBarcode }: CatalogueContext,
): Result<Material, MaterialRefusal | GarageRefusal> {
  if (searchKey(material.kind) === '') return err({ code: 'kindMissing' })
  const row: Material = {
    ...material,
    materialId: materialId ?? newMaterialId,
    kind: material.kind.trim(),
    brand: orNull(material.brand),
    grade: orNull(material.grade),
    partNo: orNull(material.partNo),
    barcode: orNull(material.barcode),
  }
  const taken = row.active && row.barcode !== null && withBarcode.some((other) => other.active && other.materialId !== row.materialId)
  return taken ? err({ code: 'barcodeTaken' }) : ok(row)
}

/** What barcodes are compared by: digits and letters of any script or case, without the blanks that people type between them. */
export function barcodeKey(barcode: string): string {
  return searchKey(barcode).replaceAll(' ', '')
}

/** What the search looks through. */
export function materialSearchText({ kind, brand, grade, partNo, barcode }: Omit<Material, 'materialId'>): string {
  return searchKey([kind, brand, grade, partNo, barcode].filter((part) => part !== null).join(' '))
}

function orNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
