import { z } from 'zod'
import { isJobId, type JobId } from '../basics/ids.ts'
import type { JobEvent, JobEventType } from '../domain/job/events.ts'
import type { StepKind } from '../domain/job/types.ts'
import { bayKinds, pauseReasons, skills } from '../domain/queue/types.ts'
import { fileNameMostChars, quotedBoundsMin, servicesMost } from './bounds.ts'
import { consentEvents } from './consentEvents.ts'
import { bayId, eventId, jobId, noteText, personId, rial, serviceId, shortText, text, utcMs } from './fields.ts'
import { materialEvents } from './materialEvents.ts'
import { pricingEvents } from './pricingEvents.ts'
import { customer, odometerKm, vehicle, vin } from './visitFields.ts'

/** The version that this program writes of every job event. */
export const jobEventVersion = 1

export const needs = z
  .strictObject({ skills: z.array(z.enum(skills)).readonly(), bayKinds: z.array(z.enum(bayKinds)).readonly() })
  .readonly()
export const quotedMin = z.int().min(quotedBoundsMin.least).max(quotedBoundsMin.most)
const requestedService = z.strictObject({ serviceId, title: shortText, quotedMin, priceRial: rial, needs }).readonly()
const services = z.array(requestedService).min(1).max(servicesMost).readonly()
const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('booking'), bookingRef: shortText, fileName: text(fileNameMostChars) }),
  z.strictObject({ kind: z.literal('walkIn') }),
])
const arrivalClass = z.enum(['onTime', 'late', 'noSlot'])
const evidence = z.strictObject({
  slotStartUtcMs: utcMs.nullable(),
  graceMin: z.int().min(0).max(1440),
  clock: z.enum(['ok', 'behind', 'jumped']),
  // Later than the rest of version 1; arrivals without it count from their own moment.
  countsFrom: z.strictObject({ arrivalId: eventId, arrivedAtUtcMs: utcMs }).exactOptional(),
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
    jobNo: z.int().min(1),
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
  ...materialEvents,
  ...consentEvents,
  ...pricingEvents,
} satisfies { readonly [Type in JobEventType]: z.ZodType<Extract<JobEvent, { type: Type }>> }

type StoredEvent = { readonly type: string; readonly v: number; readonly payload: string }

/**
 * Reads a stored event. Null when a newer program wrote it: the fact is kept in the log and folded again after the
 * upgrade. A known version that does not fit its schema is damage, and throws.
 */
export function parseJobEvent(stored: StoredEvent): JobEvent | null {
  if (stored.v > jobEventVersion || !isJobEventType(stored.type)) return null
  const payload: unknown = JSON.parse(stored.payload)
  return schemas[stored.type].parse({ ...asObject(payload), type: stored.type })
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

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new TypeError('a payload is an object')
  return value
}
