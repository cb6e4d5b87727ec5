import { z } from 'zod'
import {
  mostMilli,
  partSources,
  units,
  wholeUnits,
  type GivenPart,
  type Material,
  type MaterialSpec,
  type Quantity,
} from '../domain/materials/types.ts'
import { materialsMost } from './bounds.ts'
import { materialId, rial, shortText } from './fields.ts'

/** Field schemas of materials, shared by stored events and by commands at the door. */

export const quantity = z
  .strictObject({ milli: z.int().min(1).max(mostMilli), unit: z.enum(units) })
  .refine(({ milli, unit }) => !wholeUnits.includes(unit) || milli % 1000 === 0)
  .readonly() satisfies z.ZodType<Quantity>

export const spec = z
  .strictObject({ kind: shortText.min(1), brand: shortText.nullable(), grade: shortText.nullable(), partNo: shortText.nullable() })
  .readonly() satisfies z.ZodType<MaterialSpec>

export const givenPart = z
  .strictObject({
    kind: shortText.min(1),
    brand: shortText.nullable(),
    grade: shortText.nullable(),
    partNo: shortText.nullable(),
    barcode: shortText.nullable(),
    materialId: materialId.nullable(),
  })
  .readonly() satisfies z.ZodType<GivenPart>

export const partSource = z.enum(partSources)

const newMaterial = z.strictObject({ spec, quantity, priceRial: rial })
export const newMaterials = z.array(newMaterial).max(materialsMost).readonly()
export const requestedMaterials = z
  .array(newMaterial.extend({ lineNo: z.int().min(1).max(materialsMost) }))
  .max(materialsMost)
  .readonly()

/** A line of the catalogue, without its id. */
export const materialRow = z.strictObject({
  kind: shortText.min(1),
  brand: shortText.nullable(),
  grade: shortText.nullable(),
  partNo: shortText.nullable(),
  barcode: shortText.nullable(),
  unit: z.enum(units),
  unitPriceRial: rial,
  active: z.boolean(),
}) satisfies z.ZodType<Omit<Material, 'materialId'>>
