import { z } from 'zod'
import { mostMilli } from '../domain/materials/types.ts'
import { eventId, jobId, materialId, noteText } from '../wire/fields.ts'
import { givenPart, materialRow, newMaterials, partSource, quantity } from '../wire/materialFields.ts'
import { basis } from '../wire/pricingFields.ts'

export const materialCommands = [
  z.strictObject({ type: z.literal('requestMaterials'), jobId, materials: newMaterials }),
  z.strictObject({ type: z.literal('logPart'), jobId, basis: basis.nullable(), part: givenPart, quantity, source: partSource }),
  z.strictObject({
    type: z.literal('takeBackPart'),
    jobId,
    useId: eventId,
    milli: z.int().min(1).max(mostMilli),
    reason: noteText,
  }),
] as const

export const saveMaterial = z.strictObject({
  type: z.literal('saveMaterial'),
  materialId: materialId.nullable(),
  material: materialRow,
})
