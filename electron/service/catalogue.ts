import type { ActorId, MaterialId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Result } from '../../core/basics/result.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { CatalogueCommand } from '../../core/domain/commands.ts'
import { decideCatalogue } from '../../core/domain/materials/catalogue.ts'
import type { Material } from '../../core/domain/materials/types.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { materialsByBarcode, searchMaterials, type MaterialSearch } from '../../db/queries/materials.ts'
import { platformMaterialsByBarcode, searchPlatformMaterials, type PlatformMaterial } from '../../db/queries/platformMaterials.ts'
import type { GarageContext } from './context.ts'
import { saveAsEvent } from './settings.ts'

/** The catalogue as somebody looks for it: a barcode that is offered answers alone, whatever else its digits stand in. */
export function findMaterials(db: ReadableDb, search: MaterialSearch): readonly Material[] {
  const scanned = materialsByBarcode(db, search.text).filter((material) => material.active || search.alsoInactive)
  return scanned.length > 0 ? scanned : searchMaterials(db, search)
}

/** The platform's catalogue in the same way: a barcode that it knows answers alone. */
export function findPlatformMaterials(db: ReadableDb, text: string, limit: number): readonly PlatformMaterial[] {
  const scanned = platformMaterialsByBarcode(db, text).slice(0, limit)
  return scanned.length > 0 ? scanned : searchPlatformMaterials(db, text, limit)
}

/** Writes one line, in the caller's transaction. */
export function saveMaterial(context: GarageContext, command: CatalogueCommand, by: ActorId, now: UtcMs): Result<Material, Refusal> {
  const { barcode } = command.material
  const decided = decideCatalogue(command, {
    newMaterialId: context.newId<MaterialId>(now),
    withBarcode: barcode === null ? [] : materialsByBarcode(context.db, barcode),
  })
  if (!decided.ok) return decided
  const { materialId, ...value } = decided.value
  saveAsEvent(context, { kind: 'material', id: materialId, position: 0, value }, by, now)
  return decided
}
