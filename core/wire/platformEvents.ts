import { z } from 'zod'
import { jobNoMost } from './bounds.ts'
import { answers, decider, remoteEvidence } from './consentFields.ts'
import { consentId, linkId, noteText, requestId, rial, sha256, shortText, utcMs } from './fields.ts'
import { requestedMaterials } from './materialFields.ts'
import { offer } from './pricingFields.ts'
import { services } from './serviceFields.ts'
import { customer, vehicle } from './visitFields.ts'

/** Events of a job that the platform writes, and no shop. */
export const platformEvents = {
  bookingMade: z.strictObject({
    type: z.literal('bookingMade'),
    jobNo: z.int().min(1).max(jobNoMost),
    bookingRef: shortText.min(1),
    requestId: requestId.nullable(),
    slotStartUtcMs: utcMs,
    customer,
    vehicle,
    services,
    materials: requestedMaterials,
    acceptedRial: rial.nullable(),
    offer: offer.nullable(),
    note: noteText,
  }),
  bookingMoved: z.strictObject({ type: z.literal('bookingMoved'), fromUtcMs: utcMs.nullable(), toUtcMs: utcMs, reason: noteText }),
  bookingCancelled: z.strictObject({ type: z.literal('bookingCancelled'), reason: noteText }),
  linkOpened: z.strictObject({ type: z.literal('linkOpened'), consentId, linkId }),
  answerReceived: z.strictObject({
    type: z.literal('answerReceived'),
    consentId,
    snapshotHash: sha256,
    textHash: sha256,
    answers,
    decidedBy: decider,
    evidence: remoteEvidence,
    shownAtUtcMs: utcMs,
    capAfterRial: rial,
  }),
  visitRated: z.strictObject({ type: z.literal('visitRated'), stars: z.int().min(1).max(5), text: noteText }),
} as const
