import { z } from 'zod'
import { isJobId, type JobId } from '../basics/ids.ts'
import type { JobEvent, JobEventType } from '../domain/job/events.ts'
import { conflictKinds } from '../domain/job/conflict.ts'
import type { StepKind } from '../domain/job/types.ts'
import { pauseReasons } from '../domain/queue/types.ts'
import { fileNameMostChars, jobNoMost } from './bounds.ts'
import { consentEvents } from './consentEvents.ts'
import { bayId, eventId, jobId, noteText, personId, rial, shortText, text, utcMs } from './fields.ts'
import { materialEvents } from './materialEvents.ts'
import { platformEvents } from './platformEvents.ts'
import { pricingEvents } from './pricingEvents.ts'
import { services } from './serviceFields.ts'
import { upcast } from './versions.ts'
import { customer, odometerKm, vehicle, vin } from './visitFields.ts'

const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('booking'), bookingRef: shortText, fileName: text(fileNameMostChars) }),
  z.strictObject({ kind: z.literal('walkIn') }),
])
const arrivalClass = z.enum(['onTime', 'late', 'noSlot'])
const evidence = z.strictObject({
  slotStartUtcMs: utcMs.nullable(),
  graceMin: z.int().min(0).max(1440),
  clock: z.enum(['ok', 'behind', 'jumped']),
  countsFrom: z.strictObject({ arrivalId: eventId, arrivedAtUtcMs: utcMs }).nullable(),
})
export const stepKinds = [
  'checkIn',
  'start',
  'pause',
  'resume',
  'finish',
  'handOver',
  'cancel',
  'noShow',
  'moveSlot',
] as const satisfies readonly StepKind[]

/** One schema per type: the stored payload is the event without its `type`. */
const schemas = {
  jobOpened: z.strictObject({
    type: z.literal('jobOpened'),
    jobNo: z.int().min(1).max(jobNoMost),
    origin,
    slotStartUtcMs: utcMs.nullable(),
    customer,
    vehicle,
    services,
    acceptedRial: rial.nullable(),
    note: noteText,
  }),
  customerArrived: z.strictObject({ type: z.literal('customerArrived'), arrivalClass, evidence }),
  workStarted: z.strictObject({ type: z.literal('workStarted'), bayId, mechanicId: personId }),
  servedOutOfTurn: z.strictObject({ type: z.literal('servedOutOfTurn'), reason: noteText, passedOver: z.array(jobId).readonly() }),
  workPaused: z.strictObject({ type: z.literal('workPaused'), reason: z.enum(pauseReasons), note: noteText, freesBay: z.boolean() }),
  workResumed: z.strictObject({ type: z.literal('workResumed'), bayId, mechanicId: personId }),
  workFinished: z.strictObject({ type: z.literal('workFinished') }),
  carHandedOver: z.strictObject({ type: z.literal('carHandedOver') }),
  jobCancelled: z.strictObject({ type: z.literal('jobCancelled'), by: z.enum(['customer', 'garage']), reason: noteText }),
  noShowMarked: z.strictObject({ type: z.literal('noShowMarked'), by: z.enum(['clock', 'desk']) }),
  slotMoved: z.strictObject({ type: z.literal('slotMoved'), fromUtcMs: utcMs.nullable(), toUtcMs: utcMs, reason: noteText }),
  stepWithdrawn: z.strictObject({ type: z.literal('stepWithdrawn'), step: z.enum(stepKinds), withdraws: eventId, reason: noteText }),
  detailsCorrected: z.strictObject({ type: z.literal('detailsCorrected'), customer, vehicle, services, note: noteText, reason: noteText }),
  vehicleNoted: z.strictObject({ type: z.literal('vehicleNoted'), vin: vin.nullable(), odometerKm: odometerKm.nullable() }),
  conflictSettled: z.strictObject({
    type: z.literal('conflictSettled'),
    kind: z.enum(conflictKinds),
    about: z.array(eventId).min(1).max(2).readonly(),
    assigned: z.strictObject({ bayId, mechanicId: personId }).readonly().nullable(),
    note: noteText,
  }),
  ...materialEvents,
  ...consentEvents,
  ...pricingEvents,
  ...platformEvents,
} satisfies { readonly [Type in JobEventType]: z.ZodType<Extract<JobEvent, { type: Type }>> }

type StoredEvent = { readonly type: string; readonly v: number; readonly payload: string }

/**
 * Reads a stored event as the newest version of its type. Null when a newer program wrote it, or something that is no program
 * of ours: the fact is kept in the log, and folded again after the upgrade (`unreadOf` says which of the two it is).
 */
export function parseJobEvent({ type, v, payload }: StoredEvent): JobEvent | null {
  if (!isJobEventType(type)) return null
  const newest = upcast(type, v, parsedPayload(payload))
  if (newest === null) return null
  const read = schemas[type].safeParse({ ...newest, type })
  return read.success ? read.data : null
}

/** The payload as it is stored: what happened, without the type that stands beside it. */
export function payloadOf(event: JobEvent): unknown {
  const { type: _, ...payload } = event
  return payload
}

export function jobStream(id: JobId): string {
  return `job:${id}`
}

export function jobIdOfStream(stream: string): JobId | null {
  const id = stream.startsWith('job:') ? stream.slice(4) : ''
  return isJobId(id) ? id : null
}

export function isJobEventType(type: string): type is JobEventType {
  return Object.hasOwn(schemas, type)
}

/** A payload is an object; anything else of a stored text reads as one that no schema takes. */
export function parsedPayload(payload: string): object {
  const value: unknown = JSON.parse(payload)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** For the protocol's document (platform/openapi). */
export { schemas as jobEventSchemas }
