import type { JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Rial } from '../../core/basics/rial.ts'
import type { PhaseKind } from '../../core/domain/job/types.ts'
import type { ArrivalClass } from '../../core/domain/queue/types.ts'
import { statement, type ReadableDb } from '../connection.ts'

export type PartyRow = {
  readonly plateKey: string
  readonly mobile: string
  readonly customerName: string
  readonly model: string
  readonly visits: number
  readonly onTime: number
  readonly late: number
  readonly noShows: number
  readonly lastJobId: JobId
  readonly lastAtUtcMs: UtcMs
}

const partyColumns = `
p.plate_key AS plateKey, p.mobile, p.customer_name AS customerName, p.model, p.visits, p.on_time AS onTime, p.late, p.no_shows AS noShows,
p.last_job_id AS lastJobId, p.last_at_utc_ms AS lastAtUtcMs`

/** Which text a find must contain: digits of a plate or a mobile, or letters of a name (already folded by `searchKey`). */
export type SearchText = { readonly in: 'digits' | 'name'; readonly text: string }

/** The trigram index finds any three characters in a row; fewer are looked for among the latest customers only. */
const leastIndexed = 3
const latestScanned = 400

export function searchParties(db: ReadableDb, search: SearchText, limit: number): readonly PartyRow[] {
  const columns = search.in === 'digits' ? ['plate', 'mobile'] : ['name']
  if (search.text.length >= leastIndexed) {
    const sql = `
SELECT ${partyColumns} FROM party_search s JOIN party p ON p.party_no = s.rowid
WHERE party_search MATCH ? ORDER BY p.last_at_utc_ms DESC LIMIT ?`
    return statement<[string, number], PartyRow>(db, sql).all(`{${columns.join(' ')}} : ${phrase(search.text)}`, limit)
  }
  const within = columns.map((column) => `instr(s.${column}, @text) > 0`).join(' OR ')
  const sql = `
SELECT ${partyColumns} FROM (SELECT * FROM party ORDER BY last_at_utc_ms DESC LIMIT ${latestScanned}) p
JOIN party_search s ON s.rowid = p.party_no WHERE ${within} ORDER BY p.last_at_utc_ms DESC LIMIT @limit`
  return statement<[object], PartyRow>(db, sql).all({ text: search.text, limit })
}

/** An FTS5 string: everything between the quotes is text, never an operator. */
function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** Latest visitors first. */
export function latestParties(db: ReadableDb, limit: number, offset: number): readonly PartyRow[] {
  const sql = `SELECT ${partyColumns} FROM party p ORDER BY p.last_at_utc_ms DESC, p.party_no DESC LIMIT ? OFFSET ?`
  return statement<[number, number], PartyRow>(db, sql).all(limit, offset)
}

export function countParties(db: ReadableDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM party').get()?.n ?? 0
}

export function findParty(db: ReadableDb, plateKey: string, mobile: string): PartyRow | null {
  const sql = `SELECT ${partyColumns} FROM party p WHERE p.plate_key = ? AND p.mobile = ?`
  return statement<[string, string], PartyRow>(db, sql).get(plateKey, mobile) ?? null
}

export type VisitRow = {
  readonly jobId: JobId
  readonly jobNo: number
  readonly phase: PhaseKind
  readonly atUtcMs: UtcMs
  readonly arrivalClass: ArrivalClass | null
  readonly plateKey: string
  readonly mobile: string
  readonly customerName: string
  readonly model: string
  readonly capRial: Rial
  /** Titles of the services, a unit separator (U+001F) between them: no typed text has one. */
  readonly titles: string
}

const visitColumns = `
j.job_id AS jobId, j.job_no AS jobNo, j.phase, j.at_utc_ms AS atUtcMs, j.arrival_class AS arrivalClass, j.plate_key AS plateKey, j.mobile,
j.customer_name AS customerName, j.model, j.cap_rial AS capRial,
(SELECT group_concat(s.title, char(31) ORDER BY s.position) FROM job_service s WHERE s.job_id = j.job_id) AS titles`

/** All visits of one customer with one car, newest first. */
export function visitsOfParty(db: ReadableDb, plateKey: string, mobile: string): readonly VisitRow[] {
  const sql = `SELECT ${visitColumns} FROM job j WHERE j.plate_key = ? AND j.mobile = ? ORDER BY j.at_utc_ms DESC, j.job_id DESC`
  return statement<[string, string], VisitRow>(db, sql).all(plateKey, mobile)
}

export function visitById(db: ReadableDb, jobId: JobId): VisitRow | null {
  return statement<[string], VisitRow>(db, `SELECT ${visitColumns} FROM job j WHERE j.job_id = ?`).get(jobId) ?? null
}

export function visitByJobNo(db: ReadableDb, jobNo: number): VisitRow | null {
  return statement<[number], VisitRow>(db, `SELECT ${visitColumns} FROM job j WHERE j.job_no = ?`).get(jobNo) ?? null
}

/** Visits of a party that are not over: what the search box leads to first. */
export function openVisitsOfParty(db: ReadableDb, plateKey: string, mobile: string): readonly VisitRow[] {
  const sql = `
SELECT ${visitColumns} FROM job j
WHERE j.plate_key = ? AND j.mobile = ? AND j.phase IN ('expected', 'waiting', 'inWork', 'paused', 'finished') ORDER BY j.at_utc_ms, j.job_id`
  return statement<[string, string], VisitRow>(db, sql).all(plateKey, mobile)
}
