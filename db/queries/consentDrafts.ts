import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

export type ConsentDraftRow = { readonly consentId: ConsentId; readonly draft: string; readonly savedAtUtcMs: UtcMs }

/** One draft of each request: the last one written stands. */
export function writeConsentDraft(db: WritableDb, jobId: JobId, { consentId, draft, savedAtUtcMs }: ConsentDraftRow): void {
  const sql = `
INSERT INTO consent_draft (consent_id, job_id, draft, saved_at_utc_ms) VALUES (?, ?, ?, ?)
ON CONFLICT (consent_id) DO UPDATE SET job_id = excluded.job_id, draft = excluded.draft, saved_at_utc_ms = excluded.saved_at_utc_ms`
  statement<[string, string, string, number], never>(db, sql).run(consentId, jobId, draft, savedAtUtcMs)
}

export function consentDraftsOf(db: ReadableDb, jobId: JobId): readonly ConsentDraftRow[] {
  const sql = 'SELECT consent_id AS consentId, draft, saved_at_utc_ms AS savedAtUtcMs FROM consent_draft WHERE job_id = ?'
  return statement<[string], ConsentDraftRow>(db, sql).all(jobId)
}

/** Forgets the drafts of a job but that of the request which still waits for its answer. */
export function forgetConsentDrafts(db: WritableDb, jobId: JobId, open: ConsentId | null): void {
  statement<[string, string], never>(db, 'DELETE FROM consent_draft WHERE job_id = ? AND consent_id <> ?').run(jobId, open ?? '')
}
