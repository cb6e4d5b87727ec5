import { z } from 'zod'
import { mostMilli } from '../domain/materials/types.ts'
import { eventId, noteText } from './fields.ts'
import { givenPart, partSource, quantity, requestedMaterials } from './materialFields.ts'
import { basis, offer } from './pricingFields.ts'

export const materialEvents = {
  workRequested: z.strictObject({ type: z.literal('workRequested'), materials: requestedMaterials, offer: offer.nullable() }),
  partUsed: z.strictObject({ type: z.literal('partUsed'), basis, part: givenPart, quantity, source: partSource }),
  partTakenBack: z.strictObject({
    type: z.literal('partTakenBack'),
    useId: eventId,
    milli: z.int().min(1).max(mostMilli),
    reason: noteText,
  }),
} as const
