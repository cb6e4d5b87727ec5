import type { ActorId, MaterialId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Rial } from '../../core/basics/rial.ts'
import { barcodeKey, materialSearchText } from '../../core/domain/materials/catalogue.ts'
import type { Material, Unit } from '../../core/domain/materials/types.ts'
import { searchKey } from '../../core/basics/textFold.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

type MaterialRow = {
  readonly materialId: MaterialId
  readonly kind: string
  readonly brand: string | null
  readonly grade: string | null
  readonly partNo: string | null
  readonly barcode: string | null
  readonly unit: Unit
  readonly unitPriceRial: Rial
  readonly active: 0 | 1
}

const columns = `
m.material_id AS materialId, m.kind, m.brand, m.grade, m.part_no AS partNo, m.barcode, m.unit, m.unit_price_rial AS unitPriceRial, m.active`

export function materialsByBarcode(db: ReadableDb, barcode: string): readonly Material[] {
  const key = barcodeKey(barcode)
  if (key === '') return []
  const sql = `SELECT ${columns} FROM material m WHERE m.barcode_key = ? ORDER BY m.active DESC, m.material_no`
  return statement<[string], MaterialRow>(db, sql).all(key).map(asMaterial)
}

export type MaterialSearch = { readonly text: string; readonly limit: number; readonly alsoInactive: boolean }

/** The trigram index finds any three characters in a row; shorter words are looked for in the rows themselves. */
const leastIndexed = 3

/** Lines that hold every typed word somewhere, in the order of the alphabet; all of them when nothing was typed. */
export function searchMaterials(db: ReadableDb, { text, limit, alsoInactive }: MaterialSearch): readonly Material[] {
  const words = searchKey(text)
    .split(' ')
    .filter((word) => word !== '')
  const long = words.filter((word) => Array.from(word).length >= leastIndexed)
  const short = words.filter((word) => Array.from(word).length < leastIndexed)
  const indexed = long.length > 0 ? 'm.material_no IN (SELECT rowid FROM material_search WHERE material_search MATCH @match)' : '1'
  const sql = `
SELECT ${columns} FROM material m
WHERE ${indexed} AND (m.active = 1 OR @alsoInactive = 1)
  AND NOT EXISTS (SELECT 1 FROM json_each(@short) w WHERE instr(m.search_text, w.value) = 0)
ORDER BY m.active DESC, m.kind, m.brand, m.grade, m.part_no, m.material_no LIMIT @limit`
  const match = long.map(phrase).join(' AND ')
  return statement<[object], MaterialRow>(db, sql)
    .all({ ...(long.length > 0 && { match }), short: JSON.stringify(short), alsoInactive: alsoInactive ? 1 : 0, limit })
    .map(asMaterial)
}

/** An FTS5 string: everything between the quotes is text, never an operator. */
function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

export type MaterialChange = { readonly hlc: string; readonly changedAtUtcMs: UtcMs; readonly changedBy: ActorId }

const upsertSql = `
INSERT INTO material (material_id, kind, brand, grade, part_no, barcode, unit, unit_price_rial, active, barcode_key, search_text, hlc,
  changed_at_utc_ms, changed_by)
VALUES (@materialId, @kind, @brand, @grade, @partNo, @barcode, @unit, @unitPriceRial, @active, @barcodeKey, @searchText, @hlc,
  @changedAtUtcMs, @changedBy)
ON CONFLICT (material_id) DO UPDATE SET kind = excluded.kind, brand = excluded.brand, grade = excluded.grade, part_no = excluded.part_no,
  barcode = excluded.barcode, unit = excluded.unit, unit_price_rial = excluded.unit_price_rial, active = excluded.active,
  barcode_key = excluded.barcode_key, search_text = excluded.search_text, hlc = excluded.hlc,
  changed_at_utc_ms = excluded.changed_at_utc_ms, changed_by = excluded.changed_by
RETURNING material_no AS materialNo`

/** Writes one line over whatever was there, in the caller's transaction. */
export function writeMaterial(db: WritableDb, material: Material, change: MaterialChange): void {
  const searchText = materialSearchText(material)
  const row = statement<[object], { materialNo: number }>(db, upsertSql).get({
    ...material,
    ...change,
    active: material.active ? 1 : 0,
    barcodeKey: material.barcode === null ? null : barcodeKey(material.barcode),
    searchText,
  })
  if (row === undefined) throw new Error('the upsert of a material returns its number')
  statement<[number], never>(db, 'DELETE FROM material_search WHERE rowid = ?').run(row.materialNo)
  statement<[number, string], never>(db, 'INSERT INTO material_search (rowid, text) VALUES (?, ?)').run(row.materialNo, searchText)
}

/** Lines that no event says: written by a program that did not record its catalogue yet. */
export function materialsWithoutEvent(db: ReadableDb): readonly { readonly material: Material; readonly changedBy: ActorId }[] {
  const sql = `
SELECT ${columns}, m.changed_by AS changedBy FROM material m
WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.stream = 'setting:material:' || m.material_id) ORDER BY m.material_no`
  return statement<[], MaterialRow & { changedBy: ActorId }>(db, sql)
    .all()
    .map(({ changedBy, ...row }) => ({ material: asMaterial(row), changedBy }))
}

function asMaterial({ active, ...row }: MaterialRow): Material {
  return { ...row, active: active === 1 }
}
