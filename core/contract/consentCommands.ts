import { z } from 'zod'
import {
  answers,
  counterChannel,
  counterChannelEvidence,
  decider,
  itemNos,
  newConsentItem,
  photos,
  safetyGrade,
  shownText,
} from '../wire/consentFields.ts'
import { itemsMost } from '../wire/bounds.ts'
import { consentId, eventId, jobId, noteText, sha256, shortText, utcMs } from '../wire/fields.ts'
import { itemNo } from '../wire/pricingFields.ts'

export const consentCommands = [
  z.strictObject({
    type: z.literal('reportFinding'),
    jobId,
    title: shortText,
    note: noteText,
    grade: safetyGrade,
    photos,
  }),
  z.strictObject({ type: z.literal('dropFinding'), jobId, findingId: eventId, reason: noteText }),
  z.strictObject({
    type: z.literal('askConsent'),
    jobId,
    items: z.array(newConsentItem).max(itemsMost).readonly(),
    replaces: z.strictObject({ consentId, itemNos }).readonly().nullable(),
  }),
  z.strictObject({ type: z.literal('showConsent'), jobId, consentId, channel: counterChannel, text: shownText }),
  z.strictObject({
    type: z.literal('answerConsent'),
    jobId,
    consentId,
    snapshotHash: sha256,
    text: shownText,
    answers,
    decidedBy: decider,
    evidence: counterChannelEvidence,
  }),
  z.strictObject({
    type: z.literal('postponeConsent'),
    jobId,
    consentId,
    callAgainAtUtcMs: utcMs.nullable(),
    note: noteText,
  }),
  z.strictObject({ type: z.literal('withdrawConsent'), jobId, consentId, itemNos, by: decider, reason: noteText }),
  z.strictObject({ type: z.literal('dropConsent'), jobId, consentId, reason: noteText }),
  z.strictObject({ type: z.literal('startItem'), jobId, consentId, itemNo }),
  z.strictObject({ type: z.literal('takeBackStart'), jobId, consentId, itemNo }),
] as const
