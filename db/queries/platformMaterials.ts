import { searchKey } from '../../core/basics/textFold.ts'
import { barcodeKey } from '../../core/domain/materials/catalogue.ts'
import type { CatalogueAnswer } from '../../core/wire/protocol.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

/** A line of the platform's catalogue: what it is, and no price. */
export type PlatformMaterial = CatalogueAnswer['materials'][number]

const columns = 'code, kind, brand, grade, part_no AS partNo, barcode, unit'

const insertSql = `
INSERT OR REPLACE INTO platform_material (code, kind, brand, grade, part_no, barcode, unit, barcode_key, search_text)
VALUES (@code, @kind, @brand, @grade, @partNo, @barcode, @unit, @barcodeKey, @searchText)`

/** The catalogue whole, in the place of the one before. */
export function writePlatformMaterials(db: WritableDb, materials: readonly PlatformMaterial[]): void {
  statement<[], never>(db, 'DELETE FROM platform_material').run()
  for (const { code, kind, brand, grade, partNo, barcode, unit } of materials) {
    statement<[object], never>(db, insertSql).run({
      code,
      kind,
      brand,
      grade,
      partNo,
      barcode,
      unit,
      barcodeKey: barcode === null ? null : barcodeKey(barcode),
      searchText: searchKey([kind, brand, grade, partNo, barcode].filter((part) => part !== null).join(' ')),
    })
  }
}

export function platformMaterialsByBarcode(db: ReadableDb, barcode: string): readonly PlatformMaterial[] {
  const key = barcodeKey(barcode)
  if (key === '') return []
  return statement<[string], PlatformMaterial>(db, `SELECT ${columns} FROM platform_material WHERE barcode_key = ? ORDER BY code`).all(key)
}

/** Lines that hold every typed word somewhere, in the order of the alphabet. */
export function searchPlatformMaterials(db: ReadableDb, text: string, limit: number): readonly PlatformMaterial[] {
  const words = searchKey(text)
    .split(' ')
    .filter((word) => word !== '')
  const sql = `
SELECT ${columns} FROM platform_material m
WHERE NOT EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(m.search_text, w.value) = 0)
ORDER BY kind, brand, grade, part_no, code LIMIT ?`
  return statement<[string, number], PlatformMaterial>(db, sql).all(JSON.stringify(words), limit)
}
