import { z } from 'zod'
import type { ActorId } from '../basics/ids.ts'
import { deviceId, eventId, garageId, personId, utcMs } from './fields.ts'
import { isHlc, type Hlc } from './hlc.ts'
import { isPublicKeyHex, isSignatureHex, type PublicKeyHex, type SignatureHex } from './signing.ts'

const hlc = z.custom<Hlc>((value) => typeof value === 'string' && isHlc(value))
export const hashHex = z.string().regex(/^[0-9a-f]{64}$/)
export const signatureHex = z.custom<SignatureHex>((value) => typeof value === 'string' && isSignatureHex(value))
export const publicKeyHex = z.custom<PublicKeyHex>((value) => typeof value === 'string' && isPublicKeyHex(value))
export const actorId = z.union([personId, z.enum(['system', 'customer', 'platform'])]) satisfies z.ZodType<ActorId>

/** One event as it leaves the device: in a proof, to the platform, to another PC. What was stored is sent, byte for byte. */
export const wireEvent = z
  .strictObject({
    id: eventId,
    garage: garageId,
    device: deviceId,
    dseq: z.int().min(1),
    hlc,
    wallAtUtcMs: utcMs,
    serverOffsetMs: z.int().nullable(),
    actor: actorId,
    type: z.string().min(1).max(80),
    v: z.int().min(1).max(1_000_000),
    stream: z.string().min(1).max(100),
    parents: z.array(eventId).max(100).readonly(),
    /** Canonical JSON, as the hash was taken over it. */
    payload: z.string(),
    prevHash: hashHex,
    hash: hashHex,
    /** Null for what was recorded before the device had a key. */
    signature: signatureHex.nullable(),
  })
  .readonly()
export type WireEvent = z.infer<typeof wireEvent>
