import { z } from 'zod'
import {
  conditions,
  relations,
  safetyGrades,
  type ConsentItem,
  type ConsentSnapshot,
  type Decider,
  type Evidence,
  type ItemAnswer,
  type ShownText,
  type Signature,
  type SignaturePoint,
} from '../domain/consent/types.ts'
import { signatureMostPoints } from '../domain/consent/signature.ts'
import {
  extraMostMin,
  itemsMost,
  photosMost,
  shownMostChars,
  signatureCoordinate,
  signatureMostMs,
  signatureMostStrokes,
  jobNoMost,
} from './bounds.ts'
import {
  consentId,
  deviceId,
  eventId,
  garageId,
  jobId,
  mobile,
  noteText,
  personId,
  rial,
  sha256,
  shortText,
  text,
  utcMs,
} from './fields.ts'
import { customer, odometerKm, vehicle, vin } from './visitFields.ts'
import { quantity, spec } from './materialFields.ts'
import { itemNo, offer } from './pricingFields.ts'

/** Field schemas of consents, shared by stored events and by commands at the door. */

export const safetyGrade = z.enum(safetyGrades)
export const photos = z.array(sha256).max(photosMost).readonly()

/** A price of an item is judged by the domain, which says which item is wrong; here it is only a whole amount. */
const price = z.strictObject({ partRial: rial, labourRial: rial, taxRial: rial }).readonly()

const itemFields = {
  title: shortText,
  spec: spec.nullable(),
  condition: z.enum(conditions).nullable(),
  quantity,
  findingId: eventId.nullable(),
  reason: noteText,
  grade: safetyGrade,
  photos,
  foundBy: z.union([personId, z.enum(['system', 'customer', 'platform'])]).nullable(),
  price,
  extraMin: z.int().min(0).max(extraMostMin),
  ifRefused: noteText,
  alternatives: noteText,
  oldPartBack: z.boolean().nullable(),
}
export const newConsentItem = z.strictObject(itemFields).readonly() satisfies z.ZodType<Omit<ConsentItem, 'itemNo'>>
const consentItem = z.strictObject({ itemNo, ...itemFields }).readonly() satisfies z.ZodType<ConsentItem>

const actor = z.union([personId, z.literal('system')])
export const clockState = z.enum(['ok', 'behind', 'jumped'])

export const snapshot = z
  .strictObject({
    format: z.literal(1),
    consentId,
    consentNo: z.int().min(1),
    jobId,
    jobNo: z.int().min(1).max(jobNoMost),
    bookingRef: shortText.nullable(),
    offer: offer.nullable(),
    garageId,
    deviceId,
    customer,
    vehicle: vehicle.unwrap().extend({ vin: vin.nullable(), odometerKm: odometerKm.nullable() }).readonly(),
    items: z.array(consentItem).min(1).max(itemsMost).readonly(),
    capBeforeRial: rial,
    capIfAllRial: rial,
    readyBeforeUtcMs: utcMs.nullable(),
    readyIfAllUtcMs: utcMs.nullable(),
    askedAtUtcMs: utcMs,
    validUntilUtcMs: utcMs,
    askedBy: actor,
    clock: clockState,
  })
  .readonly() satisfies z.ZodType<ConsentSnapshot>

export const shownText = z
  .strictObject({ language: z.enum(['fa', 'en']), version: z.string().regex(/^\d{1,4}$/), body: text(shownMostChars).min(1) })
  .readonly() satisfies z.ZodType<ShownText>

export const decider = z
  .strictObject({ name: shortText, relation: z.enum(relations), mobile: mobile.nullable(), delegateBasis: shortText.nullable() })
  .readonly() satisfies z.ZodType<Decider>

const padSize = z.int().min(1).max(10_000)
const coordinate = z.int().min(signatureCoordinate.least).max(signatureCoordinate.most)
const signaturePoint = z.tuple([coordinate, coordinate, z.int().min(0).max(signatureMostMs)]).readonly() satisfies z.ZodType<SignaturePoint>
export const signature = z
  .strictObject({
    width: padSize,
    height: padSize,
    strokes: z.array(z.array(signaturePoint).min(1).readonly()).max(signatureMostStrokes).readonly(),
  })
  .refine(({ strokes }) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= signatureMostPoints)
  .readonly() satisfies z.ZodType<Signature>

const counterEvidence = z.strictObject({ channel: z.literal('counter'), signature })
const callEvidence = z.strictObject({
  channel: z.literal('call'),
  number: mobile,
  calledAtUtcMs: utcMs,
  readBack: z.boolean(),
  note: noteText,
})
export const counterChannelEvidence = z.discriminatedUnion('channel', [counterEvidence, callEvidence])
const appEvidence = z.strictObject({ channel: z.literal('app'), receiptId: shortText })
const linkEvidence = z.strictObject({
  channel: z.literal('link'),
  linkId: shortText,
  openedAtUtcMs: utcMs,
  signature: signature.nullable(),
})
/** What the platform records. */
export const remoteEvidence = z.discriminatedUnion('channel', [appEvidence, linkEvidence])
export const evidence = z.discriminatedUnion('channel', [
  appEvidence,
  linkEvidence,
  counterEvidence,
  callEvidence,
]) satisfies z.ZodType<Evidence>
export const channel = z.enum(['app', 'link', 'counter', 'call'])
export const counterChannel = z.enum(['counter', 'call'])

export const decision = z.enum(['accepted', 'refused', 'later'])
const answer = z.strictObject({ itemNo, decision, condition: noteText }).readonly() satisfies z.ZodType<ItemAnswer>
export const answers = z.array(answer).max(itemsMost).readonly()
export const itemNos = z.array(itemNo).min(1).max(itemsMost).readonly()

/** A draft as a page keeps it; when it was kept is the service's to say. */
export const consentDraftInput = z.strictObject({
  consentId,
  jobId,
  snapshotHash: sha256,
  channel: counterChannel,
  answers,
  decidedBy: decider,
  signature: signature.nullable(),
})
export type ConsentDraftInput = z.infer<typeof consentDraftInput>
