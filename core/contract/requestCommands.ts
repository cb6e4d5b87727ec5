import { z } from 'zod'
import type { RequestCommand } from '../domain/request/commands.ts'
import { noteText, requestId, rial, serviceId, utcMs } from '../wire/fields.ts'
import { servicesMost } from '../wire/bounds.ts'
import { newMaterials } from '../wire/materialFields.ts'
import { offerVat } from '../wire/pricingFields.ts'

const revision = z.int().min(1).max(1_000_000)

export const requestCommands = [
  z.strictObject({
    type: z.literal('makeOffer'),
    requestId,
    services: z
      .array(z.strictObject({ serviceId, priceRial: rial }).readonly())
      .max(servicesMost)
      .readonly(),
    materials: newMaterials,
    vat: offerVat,
    validUntilUtcMs: utcMs,
    note: noteText,
    afterRevision: revision.nullable(),
  }),
  z.strictObject({ type: z.literal('withdrawOffer'), requestId, revision, reason: noteText }),
  z.strictObject({ type: z.literal('declineRequest'), requestId, reason: noteText }),
  z.strictObject({ type: z.literal('noteCrossing'), requestId, note: noteText }),
] as const satisfies readonly z.ZodType<RequestCommand>[]
