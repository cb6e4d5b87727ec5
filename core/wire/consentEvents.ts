import { z } from 'zod'
import { answers, channel, clockState, decider, evidence, itemNos, photos, safetyGrade, shownText, snapshot } from './consentFields.ts'
import { consentId, eventId, linkId, noteText, rial, sha256, shortText, utcMs } from './fields.ts'
import { itemNo } from './pricingFields.ts'

export const consentEvents = {
  findingReported: z.strictObject({
    type: z.literal('findingReported'),
    title: shortText,
    note: noteText,
    grade: safetyGrade,
    photos,
  }),
  findingDropped: z.strictObject({ type: z.literal('findingDropped'), findingId: eventId, reason: noteText }),
  consentAsked: z.strictObject({
    type: z.literal('consentAsked'),
    snapshot,
    snapshotHash: sha256,
    supersedes: consentId.nullable(),
  }),
  consentShown: z.strictObject({ type: z.literal('consentShown'), consentId, channel, text: shownText, textHash: sha256 }),
  consentLinkMade: z.strictObject({ type: z.literal('consentLinkMade'), consentId, linkId, tokenHash: sha256 }),
  consentAnswered: z.strictObject({
    type: z.literal('consentAnswered'),
    consentId,
    snapshotHash: sha256,
    textHash: sha256,
    answers,
    decidedBy: decider,
    evidence,
    shownAtUtcMs: utcMs,
    capAfterRial: rial,
    clock: clockState,
  }),
  consentPostponed: z.strictObject({
    type: z.literal('consentPostponed'),
    consentId,
    callAgainAtUtcMs: utcMs.nullable(),
    note: noteText,
  }),
  consentWithdrawn: z.strictObject({ type: z.literal('consentWithdrawn'), consentId, itemNos, by: decider, reason: noteText }),
  consentVoided: z.strictObject({
    type: z.literal('consentVoided'),
    consentId,
    itemNos,
    cause: z.enum(['edited', 'dropped']),
    reason: noteText,
  }),
  itemStarted: z.strictObject({ type: z.literal('itemStarted'), consentId, itemNo }),
  itemStartTakenBack: z.strictObject({ type: z.literal('itemStartTakenBack'), consentId, itemNo }),
} as const
