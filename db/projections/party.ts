import { searchKey } from '../../core/basics/textFold.ts'
import type { PhaseKind } from '../../core/domain/job/types.ts'
import type { ArrivalClass } from '../../core/domain/queue/types.ts'
import { plateDigits, plateFromKey } from '../../core/persian/plate.ts'
import { statement, type WritableDb } from '../connection.ts'

export type PartyKey = { readonly plateKey: string; readonly mobile: string }

/** What a customer's sums and latest visit are made of: these columns of a job's row. */
export type PartyJob = {
  readonly jobId: string
  readonly phase: PhaseKind
  readonly arrivalClass: ArrivalClass | null
  readonly openedAtUtcMs: number
  readonly atUtcMs: number
  readonly customerName: string
  readonly model: string
}

type Sums = { readonly visits: number; readonly onTime: number; readonly late: number; readonly noShows: number }
type Last = { readonly lastJobId: string; readonly lastAtUtcMs: number; readonly customerName: string; readonly model: string }
type PartyValues = Sums & Last

type PartyRow = PartyValues & { readonly partyNo: number }

const findSql = `
SELECT party_no AS partyNo, customer_name AS customerName, model, visits, on_time AS onTime, late, no_shows AS noShows,
  last_job_id AS lastJobId, last_at_utc_ms AS lastAtUtcMs
FROM party WHERE plate_key = ? AND mobile = ?`

const sumsSql = `
SELECT count(*) AS visits, count(*) FILTER (WHERE arrival_class = 'onTime') AS onTime, count(*) FILTER (WHERE arrival_class = 'late') AS late,
  count(*) FILTER (WHERE phase = 'noShow') AS noShows
FROM job WHERE plate_key = ? AND mobile = ?`

/** The latest visit, by the same order as `isLater`. */
const lastSql = `
SELECT job_id AS lastJobId, iif(phase = 'expected', opened_at_utc_ms, at_utc_ms) AS lastAtUtcMs, customer_name AS customerName, model
FROM job WHERE plate_key = ? AND mobile = ? ORDER BY phase = 'expected', lastAtUtcMs DESC, job_id DESC LIMIT 1`

/**
 * Sums up one customer with one car from the rows of their jobs; name and model are those of the latest visit.
 * @param touched the party's jobs that were written since its row was brought up to date last, where they are at hand: they are all
 *   that a party without a row has
 */
export function projectParty(db: WritableDb, key: PartyKey, touched: readonly PartyJob[] | null = null): void {
  const row = statement<[string, string], PartyRow>(db, findSql).get(key.plateKey, key.mobile) ?? null
  const values = row === null && touched !== null ? summedUp(touched) : summedUpFromRows(db, key)
  if (values === null) return row === null ? undefined : removeParty(db, row.partyNo)
  if (row === null) insertParty(db, key, values)
  else updateParty(db, key, row, values)
}

function summedUpFromRows(db: WritableDb, { plateKey, mobile }: PartyKey): PartyValues | null {
  const last = statement<[string, string], Last>(db, lastSql).get(plateKey, mobile)
  const sums = statement<[string, string], Sums>(db, sumsSql).get(plateKey, mobile)
  return last === undefined || sums === undefined ? null : { ...last, ...sums }
}

function summedUp(jobs: readonly PartyJob[]): PartyValues | null {
  let last: PartyJob | null = null
  let [onTime, late, noShows] = [0, 0, 0]
  for (const job of jobs) {
    if (job.arrivalClass === 'onTime') onTime += 1
    if (job.arrivalClass === 'late') late += 1
    if (job.phase === 'noShow') noShows += 1
    if (last === null || isLater(job, last)) last = job
  }
  if (last === null) return null
  const { customerName, model, jobId } = last
  return { customerName, model, visits: jobs.length, onTime, late, noShows, lastJobId: jobId, lastAtUtcMs: countsAtUtcMs(last) }
}

/** A booking that lies ahead is no visit yet: it counts by the moment it was made, and after every visit. */
function isLater(job: PartyJob, than: PartyJob): boolean {
  if ((job.phase === 'expected') !== (than.phase === 'expected')) return than.phase === 'expected'
  const [atUtcMs, thanAtUtcMs] = [countsAtUtcMs(job), countsAtUtcMs(than)]
  return atUtcMs === thanAtUtcMs ? job.jobId > than.jobId : atUtcMs > thanAtUtcMs
}

function countsAtUtcMs({ phase, openedAtUtcMs, atUtcMs }: PartyJob): number {
  return phase === 'expected' ? openedAtUtcMs : atUtcMs
}

type Bound = string | number

const insertSql = `
INSERT INTO party (plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function insertParty(db: WritableDb, key: PartyKey, values: PartyValues): void {
  const { lastInsertRowid } = statement<Bound[], never>(db, insertSql).run(key.plateKey, key.mobile, ...bound(values))
  insertSearchText(db, Number(lastInsertRowid), key, values.customerName)
}

const updateSql = `
UPDATE party SET customer_name = ?, model = ?, visits = ?, on_time = ?, late = ?, no_shows = ?, last_job_id = ?, last_at_utc_ms = ?
WHERE party_no = ?`

function updateParty(db: WritableDb, key: PartyKey, row: PartyRow, values: PartyValues): void {
  const [before, after] = [bound(row), bound(values)]
  if (before.every((value, index) => value === after[index])) return
  statement<Bound[], never>(db, updateSql).run(...after, row.partyNo)
  // Plate and mobile are the party's key: its search text changes with the name alone.
  if (row.customerName === values.customerName || searchKey(row.customerName) === searchKey(values.customerName)) return
  removeSearchText(db, row.partyNo)
  insertSearchText(db, row.partyNo, key, values.customerName)
}

function bound({ customerName, model, visits, onTime, late, noShows, lastJobId, lastAtUtcMs }: PartyValues): readonly Bound[] {
  return [customerName, model, visits, onTime, late, noShows, lastJobId, lastAtUtcMs]
}

function insertSearchText(db: WritableDb, partyNo: number, { plateKey, mobile }: PartyKey, name: string): void {
  const plate = plateFromKey(plateKey)
  const sql = 'INSERT INTO party_search (rowid, plate, mobile, name) VALUES (?, ?, ?, ?)'
  statement<Bound[], never>(db, sql).run(partyNo, plate === null ? '' : plateDigits(plate), mobile, searchKey(name))
}

function removeSearchText(db: WritableDb, partyNo: number): void {
  statement<[number], never>(db, 'DELETE FROM party_search WHERE rowid = ?').run(partyNo)
}

function removeParty(db: WritableDb, partyNo: number): void {
  statement<[number], never>(db, 'DELETE FROM party WHERE party_no = ?').run(partyNo)
  removeSearchText(db, partyNo)
}
