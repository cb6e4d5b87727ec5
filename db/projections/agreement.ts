import { gradeOf, itemRial, itemState } from '../../core/domain/consent/state.ts'
import type { Consent } from '../../core/domain/consent/types.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { agreedLines } from '../../core/domain/pricing/agreed.ts'
import { basisKey, type BasisKey } from '../../core/domain/pricing/basis.ts'
import { statement, type WritableDb } from '../connection.ts'

/** Whether the requested lines, their shares of the accepted price or what was left out of them are others than before. */
export function requestChanged(before: Job | null, job: Job): boolean {
  if (before === null) return true
  const names = ['services', 'materials', 'offer', 'acceptedRial', 'leftOut'] as const
  return names.some((name) => before[name] !== job[name])
}

const insertLineSql = `
INSERT INTO request_line (job_id, position, basis, title, milli, unit, agreed_rial, left_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

export function writeRequest(db: WritableDb, before: Job | null, job: Job): void {
  if (before !== null) statement<[string], never>(db, 'DELETE FROM request_line WHERE job_id = ?').run(job.jobId)
  const lines = agreedLines(job).filter(({ basis }) => basis.kind !== 'consent')
  for (const [position, { key, title, quantity, agreedRial, state }] of lines.entries()) {
    const insert = statement<(string | number)[], never>(db, insertLineSql)
    insert.run(job.jobId, position, key, title, quantity.milli, quantity.unit, agreedRial, flag(state === 'leftOut'))
  }
}

/** Writes the requests that are others than before; `evolve` keeps the objects of those that it leaves alone. */
export function writeConsents(db: WritableDb, before: Job | null, job: Job): void {
  const sameLeftOut = before?.leftOut === job.leftOut
  const known = new Set(sameLeftOut ? (before?.consents ?? []) : [])
  const leftOut = new Set(job.leftOut.map(({ basis }) => basisKey(basis)))
  for (const consent of job.consents) if (!known.has(consent)) writeConsent(db, job, consent, leftOut)
}

const insertConsentSql = `
INSERT INTO consent (job_id, consent_id, consent_no, snapshot_hash, asked_at_utc_ms, asked_by, valid_until_utc_ms, grade, decided_at_utc_ms,
  recorded_by, supersedes)
VALUES (@jobId, @consentId, @consentNo, @snapshotHash, @askedAtUtcMs, @askedBy, @validUntilUtcMs, @grade, @decidedAtUtcMs, @recordedBy,
  @supersedes)`

const insertItemSql = `
INSERT INTO consent_item (job_id, consent_id, position, basis, title, milli, unit, safety, amount_rial, state, left_out, started_at_utc_ms)
VALUES (@jobId, @consentId, @position, @key, @title, @milli, @unit, @safety, @amountRial, @state, @leftOut, @startedAtUtcMs)`

function writeConsent(db: WritableDb, { jobId }: Job, consent: Consent, leftOut: ReadonlySet<BasisKey>): void {
  const { consentId, snapshot, snapshotHash, answer, supersedes } = consent
  const { consentNo, askedAtUtcMs, askedBy, validUntilUtcMs } = snapshot
  statement<[string, string], never>(db, 'DELETE FROM consent WHERE job_id = ? AND consent_id = ?').run(jobId, consentId)
  statement<[object], never>(db, insertConsentSql).run({
    jobId,
    consentId,
    consentNo,
    snapshotHash,
    askedAtUtcMs,
    askedBy,
    validUntilUtcMs,
    grade: answer && gradeOf(answer.evidence),
    decidedAtUtcMs: answer?.decidedAtUtcMs ?? null,
    recordedBy: answer?.recordedBy ?? null,
    supersedes,
  })
  for (const [position, { itemNo, title, quantity, grade, price }] of snapshot.items.entries()) {
    const key = basisKey({ kind: 'consent', consentId, itemNo })
    statement<[object], never>(db, insertItemSql).run({
      jobId,
      consentId,
      position,
      key,
      title,
      ...quantity,
      safety: grade,
      amountRial: itemRial(price),
      state: itemState(consent, itemNo),
      leftOut: flag(leftOut.has(key)),
      startedAtUtcMs: consent.items.find((item) => item.itemNo === itemNo)?.startedAtUtcMs ?? null,
    })
  }
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
