import type { JobId } from '../../core/basics/ids.ts'
import { openConflicts } from '../../core/domain/job/apart.ts'
import { isWorkOver } from '../../core/domain/job/phases.ts'
import type { Job, PhaseKind } from '../../core/domain/job/types.ts'
import { workSamples } from '../../core/domain/job/workSamples.ts'
import { capRial } from '../../core/domain/pricing/cap.ts'
import { plateKey } from '../../core/persian/plate.ts'
import { photosNamed } from '../../core/wire/proofPhotos.ts'
import { statement, type WritableDb } from '../connection.ts'
import { accountChange, putUp, takeDown } from './account.ts'
import { projectParty, type PartyJob, type PartyKey } from './party.ts'

/** What the rows show now: a job, nothing that is to be trusted (null), or nothing at all. */
export type Shown = Job | null | 'nothing'

/** Told of a customer whose jobs changed, with the job that is now theirs; null where one has left them. */
export type PartyListener = (key: PartyKey, job: PartyJob | null) => void

/**
 * Brings a job's rows up to date. They are a pure function of the folded job, and only what differs from the job that they
 * show is written, since every page written waits for the disk. `evolve` keeps what an event leaves alone, so that "the same"
 * is the same object.
 */
export function projectJob(db: WritableDb, job: Job, shown: Shown, party: PartyListener = (key) => projectParty(db, key)): void {
  const before = shown === 'nothing' ? null : shown
  const gone = shown === null ? removeRow(db, job.jobId) : null
  const row = jobRow(job)
  const rowBefore = before && jobRow(before)
  const account = accountChange(before, job)
  if (before !== null) takeDown(db, job, account)
  if (rowBefore === null) insertRow(db, row)
  else if (identityChanged(rowBefore, row)) statement<[object], never>(db, updateJobSql).run(row)
  else statement<[object], never>(db, updateProgressSql).run(row)

  putUp(db, before, job, account)
  // What hangs on the job's row went with it.
  const isEmpty = before === null
  if (before?.services !== job.services) writeServices(db, job, isEmpty)
  if ((before?.outOfTurn ?? null) !== job.outOfTurn) writePassedOver(db, job)
  if (teaches(before) || teaches(job)) writeSamples(db, job, isEmpty)
  if ((before?.conflicts ?? none) !== job.conflicts) writeConflicts(db, job, isEmpty)
  if ((before?.findings ?? none) !== job.findings || (before?.consents ?? none) !== job.consents) writePhotos(db, job, isEmpty)
  if (rowBefore === null || partyChanged(rowBefore, row)) {
    const left = rowBefore ?? gone
    if (left !== null && (left.plateKey !== row.plateKey || left.mobile !== row.mobile)) party(left, null)
    party(row, row)
  }
}

/** Takes a job's rows away: whatever opened it is not in the log any more. */
export function removeJob(db: WritableDb, jobId: JobId, party: PartyListener): void {
  const gone = removeRow(db, jobId)
  if (gone !== null) party(gone, null)
}

/** What a new job has of everything: `evolve` begins with empty lists. */
const none: readonly never[] = []

function removeRow(db: WritableDb, jobId: JobId): PartyKey | null {
  const sql = 'DELETE FROM job WHERE job_id = ? RETURNING plate_key AS plateKey, mobile'
  return statement<[string], PartyKey>(db, sql).get(jobId) ?? null
}

type JobRow = ReturnType<typeof jobRow>

function jobRow(job: Job) {
  const { phase } = job
  const arrival = 'arrival' in phase ? phase.arrival : null
  return {
    jobId: job.jobId,
    jobNo: job.jobNo,
    phase: phase.kind,
    bookingRef: job.origin.kind === 'walkIn' ? null : job.origin.bookingRef,
    openedAtUtcMs: job.openedAtUtcMs,
    slotStartUtcMs: job.slotStartUtcMs,
    arrivedAtUtcMs: arrival?.arrivedAtUtcMs ?? null,
    arrivalClass: arrival?.arrivalClass ?? null,
    closedAtUtcMs: closedAt(job),
    atUtcMs: job.slotStartUtcMs ?? arrival?.arrivedAtUtcMs ?? job.openedAtUtcMs,
    plateKey: plateKey(job.vehicle.plate),
    mobile: job.customer.mobile ?? '',
    customerName: job.customer.name,
    model: job.vehicle.model,
    capRial: capRial(job),
  }
}

const insertJobSql = `
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms,
  at_utc_ms, plate_key, mobile, customer_name, model, cap_rial)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function insertRow(db: WritableDb, row: JobRow): void {
  // By position: with names, binding takes longer than writing.
  statement<(string | number | null)[], never>(db, insertJobSql).run(
    row.jobId,
    row.jobNo,
    row.phase,
    row.bookingRef,
    row.openedAtUtcMs,
    row.slotStartUtcMs,
    row.arrivedAtUtcMs,
    row.arrivalClass,
    row.closedAtUtcMs,
    row.atUtcMs,
    row.plateKey,
    row.mobile,
    row.customerName,
    row.model,
    row.capRial,
  )
}

const progress = 'phase = @phase, arrived_at_utc_ms = @arrivedAtUtcMs, arrival_class = @arrivalClass, closed_at_utc_ms = @closedAtUtcMs'
const updateProgressSql = `UPDATE job SET ${progress} WHERE job_id = @jobId`
const updateJobSql = `
UPDATE job SET ${progress}, slot_start_utc_ms = @slotStartUtcMs, at_utc_ms = @atUtcMs, plate_key = @plateKey, mobile = @mobile,
  customer_name = @customerName, model = @model, cap_rial = @capRial
WHERE job_id = @jobId`

/** Anything beyond how far the job has come. */
function identityChanged(before: JobRow, row: JobRow): boolean {
  const names = ['slotStartUtcMs', 'atUtcMs', 'plateKey', 'mobile', 'customerName', 'model', 'capRial'] as const
  return names.some((name) => before[name] !== row[name])
}

/** Anything that a customer's sums or his latest visit are made of. */
function partyChanged(before: JobRow, row: JobRow): boolean {
  const crossed = (phase: PhaseKind) => (before.phase === phase) !== (row.phase === phase)
  return crossed('noShow') || crossed('expected') || before.arrivalClass !== row.arrivalClass || identityChanged(before, row)
}

function teaches(job: Job | null): boolean {
  return job !== null && isWorkOver(job.phase.kind)
}

function closedAt({ phase }: Job): number | null {
  if (phase.kind === 'handedOver') return phase.handedOverAtUtcMs
  if (phase.kind === 'cancelled') return phase.cancelledAtUtcMs
  return phase.kind === 'noShow' ? phase.markedAtUtcMs : null
}

function writeServices(db: WritableDb, job: Job, isEmpty: boolean): void {
  if (!isEmpty) statement<[string], never>(db, 'DELETE FROM job_service WHERE job_id = ?').run(job.jobId)
  const insert = statement<[string, number, string, string], never>(
    db,
    'INSERT INTO job_service (job_id, position, service_id, title) VALUES (?, ?, ?, ?)',
  )
  job.services.forEach((service, position) => insert.run(job.jobId, position, service.serviceId, service.title))
}

function writePassedOver(db: WritableDb, job: Job): void {
  statement<[string], never>(db, 'DELETE FROM passed_over WHERE by_job_id = ?').run(job.jobId)
  if (job.outOfTurn === null) return
  const insert = statement<[string, string, string, number], never>(
    db,
    'INSERT INTO passed_over (job_id, by_job_id, reason, at_utc_ms) VALUES (?, ?, ?, ?)',
  )
  for (const jobId of job.outOfTurn.passedOver) insert.run(jobId, job.jobId, job.outOfTurn.reason, job.outOfTurn.atUtcMs)
}

function writeSamples(db: WritableDb, job: Job, isEmpty: boolean): void {
  if (!isEmpty) statement<[string], never>(db, 'DELETE FROM work_sample WHERE job_id = ?').run(job.jobId)
  const insert = statement<[string, string, string, string, number], never>(
    db,
    // A service that a foreign record names twice teaches once.
    'INSERT INTO work_sample (job_id, service_id, vehicle_class, mechanic_id, worked_s) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const sample of workSamples(job)) {
    insert.run(job.jobId, sample.serviceId, sample.vehicleClass, sample.mechanicId, sample.workedS)
  }
}

function writeConflicts(db: WritableDb, job: Job, isEmpty: boolean): void {
  if (!isEmpty) statement<[string], never>(db, 'DELETE FROM open_conflict WHERE job_id = ?').run(job.jobId)
  const insert = statement<[string, number, string, number], never>(
    db,
    'INSERT INTO open_conflict (job_id, position, kind, at_utc_ms) VALUES (?, ?, ?, ?)',
  )
  openConflicts(job).forEach(({ kind, atUtcMs }, position) => insert.run(job.jobId, position, kind, atUtcMs))
}

function writePhotos(db: WritableDb, job: Job, isEmpty: boolean): void {
  if (!isEmpty) statement<[string], never>(db, 'DELETE FROM job_photo WHERE job_id = ?').run(job.jobId)
  const insert = statement<[string, string], never>(db, 'INSERT INTO job_photo (job_id, hash) VALUES (?, ?)')
  for (const hash of photosNamed(job)) insert.run(job.jobId, hash)
}
