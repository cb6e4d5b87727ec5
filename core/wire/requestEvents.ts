import { z } from 'zod'
import { isUuidV7, type RequestId } from '../basics/ids.ts'
import type { RequestEvent, RequestEventType } from '../domain/request/events.ts'
import { materialsMost, servicesMost } from './bounds.ts'
import { eventId, jobId, noteText, rial, serviceId, sha256, shortText, utcMs } from './fields.ts'
import { parsedPayload } from './jobEvents.ts'
import { quantity, requestedMaterials, spec } from './materialFields.ts'
import { offerVat } from './pricingFields.ts'
import { services } from './serviceFields.ts'
import { upcast } from './versions.ts'
import { customer, vehicle } from './visitFields.ts'

/** What a customer asks the price of; the fields are those of the customer's page as well. */
export const wantedFields = {
  customer,
  vehicle,
  services: z
    .array(z.strictObject({ serviceId: serviceId.nullable(), title: shortText.min(1) }).readonly())
    .min(1)
    .max(servicesMost)
    .readonly(),
  materials: z.array(z.strictObject({ spec, quantity }).readonly()).max(materialsMost).readonly(),
  note: noteText,
}

const revision = z.int().min(1).max(1_000_000)

const schemas = {
  priceAsked: z.strictObject({ type: z.literal('priceAsked'), answerByUtcMs: utcMs, ...wantedFields }),
  priceRequestTakenBack: z.strictObject({ type: z.literal('priceRequestTakenBack'), reason: noteText }),
  offerAccepted: z.strictObject({ type: z.literal('offerAccepted'), revision, amountHash: sha256, jobId }),
  offerMade: z.strictObject({
    type: z.literal('offerMade'),
    revision,
    services,
    materials: requestedMaterials,
    amountRial: rial,
    vat: offerVat,
    validUntilUtcMs: utcMs,
    note: noteText,
    amountHash: sha256,
  }),
  offerWithdrawn: z.strictObject({ type: z.literal('offerWithdrawn'), revision, amountHash: sha256, reason: noteText }),
  priceRequestDeclined: z.strictObject({ type: z.literal('priceRequestDeclined'), reason: noteText }),
  crossingNoted: z.strictObject({ type: z.literal('crossingNoted'), about: z.array(eventId).max(2).readonly(), note: noteText }),
} satisfies { readonly [Type in RequestEventType]: z.ZodType<Extract<RequestEvent, { type: Type }>> }

/** Reads a stored event of a price request; null for what this program does not know. */
export function parseRequestEvent({
  type,
  v,
  payload,
}: {
  readonly type: string
  readonly v: number
  readonly payload: string
}): RequestEvent | null {
  if (!isRequestEventType(type)) return null
  const newest = upcast(type, v, parsedPayload(payload))
  if (newest === null) return null
  const read = schemas[type].safeParse({ ...newest, type })
  return read.success ? read.data : null
}

export function requestStream(id: RequestId): string {
  return `request:${id}`
}

export function requestIdOfStream(stream: string): RequestId | null {
  const id = stream.startsWith('request:') ? stream.slice(8) : ''
  return isRequestId(id) ? id : null
}

function isRequestId(id: string): id is RequestId {
  return isUuidV7(id)
}

export function isRequestEventType(type: string): type is RequestEventType {
  return Object.hasOwn(schemas, type)
}

/** For the protocol's document (platform/openapi). */
export { schemas as requestEventSchemas }
