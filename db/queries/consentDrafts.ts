import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { CounterChannel } from '../../core/domain/consent/types.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

export type ConsentDraftRow = {
  readonly consentId: ConsentId
  readonly channel: CounterChannel
  readonly draft: string
  readonly savedAtUtcMs: UtcMs
}

/** One draft of each request and channel, the last one written: a call that is noted takes no stroke from the counter. */
export function writeConsentDraft(db: WritableDb, jobId: JobId, { consentId, channel, draft, savedAtUtcMs }: ConsentDraftRow): void {
  const sql = `
INSERT INTO consent_draft (consent_id, channel, job_id, draft, saved_at_utc_ms) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (consent_id, channel) DO UPDATE SET job_id = excluded.job_id, draft = excluded.draft, saved_at_utc_ms = excluded.saved_at_utc_ms`
  statement<[string, string, string, string, number], never>(db, sql).run(consentId, channel, jobId, draft, savedAtUtcMs)
}

export function consentDraftsOf(db: ReadableDb, jobId: JobId): readonly ConsentDraftRow[] {
  const sql =
    'SELECT consent_id AS consentId, channel, draft, saved_at_utc_ms AS savedAtUtcMs FROM consent_draft WHERE job_id = ? ORDER BY saved_at_utc_ms DESC'
  return statement<[string], ConsentDraftRow>(db, sql).all(jobId)
}

/** Forgets the drafts of a job but that of the request which still waits for its answer. */
export function forgetConsentDrafts(db: WritableDb, jobId: JobId, open: ConsentId | null): void {
  statement<[string, string], never>(db, 'DELETE FROM consent_draft WHERE job_id = ? AND consent_id <> ?').run(jobId, open ?? '')
}
