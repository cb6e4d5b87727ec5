import type { ActorId, MaterialId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { ok, type Result } from '../../core/basics/result.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { CatalogueCommand } from '../../core/domain/commands.ts'
import { decideCatalogue } from '../../core/domain/materials/catalogue.ts'
import type { Material } from '../../core/domain/materials/types.ts'
import { isHlc, nextHlc } from '../../core/wire/hlc.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { materialsByBarcode, newestMaterialHlc, searchMaterials, writeMaterial, type MaterialSearch } from '../../db/queries/materials.ts'
import type { GarageContext } from './context.ts'

/** The catalogue as somebody looks for it: a barcode that is offered answers alone, whatever else its digits stand in. */
export function findMaterials(db: ReadableDb, search: MaterialSearch): readonly Material[] {
  const scanned = materialsByBarcode(db, search.text).filter((material) => material.active || search.alsoInactive)
  return scanned.length > 0 ? scanned : searchMaterials(db, search)
}

/** Writes one line, in the caller's transaction. */
export function saveMaterial({ db, newId }: GarageContext, command: CatalogueCommand, by: ActorId, now: UtcMs): Result<Material, Refusal> {
  const { barcode } = command.material
  const decided = decideCatalogue(command, {
    newMaterialId: newId<MaterialId>(now),
    withBarcode: barcode === null ? [] : materialsByBarcode(db, barcode),
  })
  if (!decided.ok) return decided
  const newest = newestMaterialHlc(db)
  const hlc = nextHlc(newest !== null && isHlc(newest) ? newest : null, now)
  writeMaterial(db, decided.value, { hlc, changedAtUtcMs: now, changedBy: by })
  return ok(decided.value)
}
