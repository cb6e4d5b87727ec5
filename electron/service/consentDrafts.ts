import type { JobId } from '../../core/basics/ids.ts'
import type { ConsentDraft } from '../../core/contract/views.ts'
import { openConsent, requestState } from '../../core/domain/consent/state.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { consentDraftInput, type ConsentDraftInput } from '../../core/wire/consentFields.ts'
import type { ReadableDb, WritableDb } from '../../db/connection.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { consentDraftsOf, forgetConsentDrafts, writeConsentDraft } from '../../db/queries/consentDrafts.ts'
import type { GarageContext } from './context.ts'

/**
 * Keeps what the customer has pressed and signed so far, durably: a power cut before the answer is recorded takes no stroke.
 * Whether it was kept: one of a request that waits for no answer any more, or of other words than are asked now, is dropped.
 */
export function saveConsentDraft({ db, clock }: GarageContext, input: ConsentDraftInput): boolean {
  const now = clock.wallUtcMs()
  const save = db.transaction((): boolean => {
    const open = openRequest(foldJob(db, input.jobId))
    if (open?.consentId !== input.consentId || open.snapshotHash !== input.snapshotHash) return false
    if (requestState(open, now) !== 'open') return false
    writeConsentDraft(db, input.jobId, {
      consentId: input.consentId,
      channel: input.channel,
      draft: canonicalJson(input),
      savedAtUtcMs: now,
    })
    return true
  })
  return save.immediate()
}

export function readConsentDrafts(db: ReadableDb, jobId: JobId): readonly ConsentDraft[] {
  return consentDraftsOf(db, jobId).map(({ draft, savedAtUtcMs }) => {
    const { jobId: _, ...kept } = consentDraftInput.parse(JSON.parse(draft))
    return { ...kept, savedAtUtcMs }
  })
}

/** To be called, in the same transaction, after the job's consents changed. */
export function tidyConsentDrafts(db: WritableDb, job: Job): void {
  forgetConsentDrafts(db, job.jobId, openRequest(job)?.consentId ?? null)
}

function openRequest(job: Job | null) {
  return job === null ? null : openConsent(job)
}
