import { z } from 'zod'
import { deviceId, jobId, personId, sha256, shortText, utcMs } from './fields.ts'
import { hoursRow, profileRow } from './settingRows.ts'
import { publicKeyHex, wireEvent, type WireEvent } from './wireEvent.ts'

/**
 * What a proof holds: one job's own events as the log has them, what signs them, the photos that they name, and the few
 * names that a reader needs. Events of other jobs never go in, so the chain over them cannot be shown: that is why every
 * event is signed by itself.
 */

export const proofFormat = 1

const provenEvent = wireEvent
export type ProvenEvent = WireEvent

const provenPhoto = z.strictObject({ hash: sha256, base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/) }).readonly()
export type ProvenPhoto = z.infer<typeof provenPhoto>

export const proofData = z
  .strictObject({
    format: z.literal(proofFormat),
    madeAtUtcMs: utcMs,
    programVersion: shortText,
    garage: profileRow.extend({ timeZone: hoursRow.shape.timeZone }).readonly(),
    jobId,
    /** The device that seals this file, and the key that it does it with. */
    sealedBy: z.strictObject({ device: deviceId, publicKeyHex }).readonly(),
    /** Names of those who acted in this job, as they are called when the proof is made. */
    people: z.array(z.strictObject({ personId, name: shortText }).readonly()).readonly(),
    /** Where the devices of this job announced their keys, device by device, oldest first. */
    keys: z.array(provenEvent).readonly(),
    /** The job's events, oldest first. */
    events: z.array(provenEvent).min(1).readonly(),
    /** What the job's findings and requests show. A photo that the garage no longer has is missing here. */
    photos: z.array(provenPhoto).readonly(),
  })
  .readonly()
export type ProofData = z.infer<typeof proofData>

/** The format that a proof says it is of, whatever else it holds; null when it says nothing of the kind. */
export function formatOf(json: unknown): number | null {
  const said = z.object({ format: z.int().min(1) }).safeParse(json)
  return said.success ? said.data.format : null
}
