import type { ConsentId, JobId, LinkId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

export type ConsentLinkRow = {
  readonly linkId: LinkId
  readonly jobId: JobId
  readonly consentId: ConsentId
  readonly secret: string
  readonly madeAtUtcMs: UtcMs
}

export function writeConsentLink(db: WritableDb, row: ConsentLinkRow): void {
  const sql =
    'INSERT INTO consent_link (link_id, job_id, consent_id, secret, made_at_utc_ms) VALUES (@linkId, @jobId, @consentId, @secret, @madeAtUtcMs)'
  statement<[object], never>(db, sql).run(row)
}

/** The secret of a link that this PC made; null for one of another PC. */
export function consentLinkSecret(db: ReadableDb, linkId: LinkId): string | null {
  return statement<[string], { secret: string }>(db, 'SELECT secret FROM consent_link WHERE link_id = ?').get(linkId)?.secret ?? null
}
