import { z } from 'zod'
import { jobNoMost } from './bounds.ts'
import { materialRow } from './materialFields.ts'
import { deviceId, garageId, noteText, sha256, shortText, text, utcMs } from './fields.ts'
import { pushMostEvents } from '../sync/batches.ts'
import { hashHex, publicKeyHex, signatureHex, wireEvent } from './wireEvent.ts'

/**
 * What a garage's program and a server say to each other (PROTOCOL.md and its OpenAPI document are made from these schemas). The
 * server is the platform, or another PC of the same garage on its own network. Requests are strict; of an answer only what is
 * named here is read, so that a newer server may say more.
 */
export const protocolVersion = 1
export const protocolPath = '/v1'

/** The largest body of a push, unpacked; only an event that stands alone may make it that large. */
export const bodyMostBytes = 8_000_000
/** An event that is larger, or whose payload is nested deeper, is quarantined: no program of ours writes it. */
export const eventMostBytes = 1_000_000
export const payloadMostDepth = 64
export const pullMostEvents = 2_000
export const photoMostBytes = 2_100_000

const secret = z.string().regex(/^[A-Za-z0-9_-]{20,200}$/)
const dseq = z.int().min(0)
const gseq = z.int().min(0)
/** Names one unbroken history of a garage at a server. Another one means that the server's history was reset: sync stops. */
const historyId = z.string().min(1).max(60)

/** Why a call was not carried out. `code` is for programs; there are no sentences. */
export const problemCodes = [
  'badRequest',
  'notSignedIn',
  'tokenExpired',
  'tokenReplayed',
  'revoked',
  'codeUnknown',
  'codeExpired',
  'codeUsed',
  'garageDiffers',
  'garageHasFacts',
  'signatureWrong',
  'historyChanged',
  'tooLarge',
  'tooMany',
  'gap',
  'fork',
  'notFound',
  'hashWrong',
  'busy',
  'versionUnknown',
] as const
export const problem = z.object({
  code: z.enum(problemCodes),
  /** Of a gap: the number to send from. Of a fork: the first number that another event holds. */
  expectedDseq: dseq.optional(),
  historyId: historyId.optional(),
})
export type Problem = z.infer<typeof problem>
export type ProblemCode = Problem['code']

const tokens = {
  /** Good for `expiresInS` seconds. */
  accessToken: secret,
  expiresInS: z.int().min(1),
  /** Rotates: each use gives a new one, and the old one is good until the new one was used. */
  refreshToken: secret,
}

export const enrolRequest = z.strictObject({
  /** One-time, as the owner reads it out: upper-case letters and digits, dashes and blanks do not count. */
  code: z.string().min(8).max(40),
  device: deviceId,
  publicKeyHex,
  deviceName: shortText.min(1),
  programVersion: shortText,
  /** The garage that this PC holds facts of; null for an empty one, which becomes a PC of the code's garage. */
  garage: garageId.nullable(),
  /** The greatest job number that this PC knows. */
  newestJobNo: z.int().min(0).max(jobNoMost),
  /** Over `deviceMessage('enrol', device, sha256(code))`, the code without dashes and blanks. */
  signature: signatureHex,
})
export const enrolAnswer = z.object({
  garage: garageId,
  garageName: shortText,
  deviceNo: z.int().min(1),
  historyId,
  ...tokens,
  /** The platform's own device: the one that writes what customers do, and the key that it signs with. */
  platformDevice: deviceId,
  platformKeyHex: publicKeyHex,
  /** Shared by the PCs of this garage: what they know each other by on the garage's network (TLS-PSK). 32 bytes as hexadecimal digits. */
  networkKeyHex: hashHex,
  /** A consent link is this with the link's secret behind it. */
  linkBase: text(200),
  serverUtcMs: utcMs,
})
export type EnrolAnswer = z.infer<typeof enrolAnswer>

export const refreshRequest = z.strictObject({
  device: deviceId,
  refreshToken: secret,
  /** Over `deviceMessage('refresh', device, sha256(refreshToken))`: a stolen token alone is worth nothing. */
  signature: signatureHex,
})
export const refreshAnswer = z.object({ ...tokens, networkKeyHex: hashHex, serverUtcMs: utcMs })

/** What a server holds: by device the number and hash of its newest event. */
export const haveAnswer = z.object({
  historyId,
  heads: z.array(z.object({ device: deviceId, dseq, hash: hashHex })),
  serverUtcMs: utcMs,
})
export type HaveAnswer = z.infer<typeof haveAnswer>

/** Events of one device, in the order of their numbers, without a gap. Any PC of the garage may bring them: each is signed by its writer. */
export const pushRequest = z.strictObject({
  historyId,
  device: deviceId,
  events: z.array(wireEvent).min(1).max(pushMostEvents),
})
export type PushRequest = z.infer<typeof pushRequest>
export const pushAnswer = z.object({
  ackedDseq: dseq,
  headHash: hashHex,
  /** How many of these were put into quarantine: stored and acknowledged, not passed on. */
  quarantined: z.int().min(0),
  serverUtcMs: utcMs,
})
export type PushAnswer = z.infer<typeof pushAnswer>

export const pullQuery = z.strictObject({
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(pullMostEvents).default(500),
  /** Events of this device are left out: the caller wrote them. */
  exclude: deviceId.optional(),
})
/** The place in a device's chain of an event that is in quarantine: its chain goes on over it, and what it says is not passed on. */
export const chainHole = z.object({ device: deviceId, dseq: z.int().min(1), prevHash: hashHex, hash: hashHex }).readonly()
export type ChainHole = z.infer<typeof chainHole>
export const pulledEvent = z.object({ gseq, event: wireEvent })
export const pulledHole = z.object({ gseq, hole: chainHole })
export type PulledEvent = z.infer<typeof pulledEvent>
export type Pulled = PulledEvent | z.infer<typeof pulledHole>

export const pullAnswer = z.object({
  historyId,
  events: z.array(z.union([pulledEvent, pulledHole])),
  /** Ask for what comes after this next. */
  nextAfter: gseq,
  headGseq: gseq,
  serverUtcMs: utcMs,
})
export type PullAnswer = z.infer<typeof pullAnswer>

/** The lines of a snapshot (application/x-ndjson): first this, then events and holes as `pull` gives them, at last the end. */
export const snapshotStart = z.object({ kind: z.literal('start'), historyId, headGseq: gseq, events: z.int().min(0), serverUtcMs: utcMs })
export const snapshotEvent = z.object({ kind: z.literal('event'), gseq, event: wireEvent })
export const snapshotHole = z.object({ kind: z.literal('hole'), gseq, hole: chainHole })
/** `sha256` over the hashes of all events and holes, in order, one a line: a snapshot that was cut is never taken for whole. */
export const snapshotEnd = z.object({ kind: z.literal('end'), sha256 })

/** Materials as the platform names them, without a price: what a customer can ask for, and what a barcode means. */
export const catalogueAnswer = z.object({
  version: z.int().min(0),
  materials: z.array(
    z.object({
      code: shortText,
      kind: materialRow.shape.kind,
      brand: materialRow.shape.brand,
      grade: materialRow.shape.grade,
      partNo: materialRow.shape.partNo,
      barcode: materialRow.shape.barcode,
      unit: materialRow.shape.unit,
    }),
  ),
})
export type CatalogueAnswer = z.infer<typeof catalogueAnswer>

export const codeAnswer = z.object({ code: z.string().min(8).max(40), expiresAtUtcMs: utcMs })
export const devicesAnswer = z.object({
  devices: z.array(
    z.object({
      device: deviceId,
      deviceNo: z.int().min(1),
      name: shortText,
      enrolledAtUtcMs: utcMs,
      lastSeenUtcMs: utcMs.nullable(),
      revokedAtUtcMs: utcMs.nullable(),
      programVersion: shortText,
      ackedDseq: dseq,
    }),
  ),
})
export type DevicesAnswer = z.infer<typeof devicesAnswer>

/** What the server put aside of this garage, newest first: told to people, never dropped. */
export const alarmsAnswer = z.object({
  alarms: z.array(
    z.object({
      id: z.int(),
      atUtcMs: utcMs,
      code: z.enum(['unknownFields', 'invalidEvent', 'tooLarge', 'tooDeep', 'wrongAuthor', 'fork', 'tokenReplayed', 'signatureWrong']),
      device: deviceId.nullable(),
      dseq: dseq.nullable(),
      note: noteText,
    }),
  ),
})
export type AlarmsAnswer = z.infer<typeof alarmsAnswer>

/** The data of a server-sent event named `head`: something is there to be pulled. */
export const liveHead = z.object({ historyId, headGseq: gseq })
