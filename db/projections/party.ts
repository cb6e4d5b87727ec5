import { plateDigits, plateFromKey } from '../../core/persian/plate.ts'
import { searchKey } from '../../core/basics/textFold.ts'
import { statement, type WritableDb } from '../connection.ts'

type PartyKey = { readonly plateKey: string; readonly mobile: string }

type PartySums = {
  readonly visits: number
  readonly onTime: number
  readonly late: number
  readonly noShows: number
}

const sumsSql = `
SELECT count(*) AS visits, count(*) FILTER (WHERE arrival_class = 'onTime') AS onTime, count(*) FILTER (WHERE arrival_class = 'late') AS late,
  count(*) FILTER (WHERE phase = 'noShow') AS noShows
FROM job WHERE plate_key = ? AND mobile = ?`

/** A booking that lies ahead is no visit yet: it counts by the moment it was made, and after every visit. */
const lastSql = `
SELECT job_id AS lastJobId, iif(phase = 'expected', opened_at_utc_ms, at_utc_ms) AS lastAtUtcMs, customer_name AS customerName, model
FROM job WHERE plate_key = ? AND mobile = ? ORDER BY phase = 'expected', lastAtUtcMs DESC, job_id DESC LIMIT 1`

const upsertSql = `
INSERT INTO party (plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms)
VALUES (@plateKey, @mobile, @customerName, @model, @visits, @onTime, @late, @noShows, @lastJobId, @lastAtUtcMs)
ON CONFLICT (plate_key, mobile) DO UPDATE SET customer_name = excluded.customer_name, model = excluded.model, visits = excluded.visits,
  on_time = excluded.on_time, late = excluded.late, no_shows = excluded.no_shows, last_job_id = excluded.last_job_id,
  last_at_utc_ms = excluded.last_at_utc_ms
RETURNING party_no AS partyNo`

/** Sums up one customer with one car from the rows of their jobs; name and model are those of the latest visit. */
export function projectParty(db: WritableDb, key: PartyKey): void {
  const last = statement<[string, string], { customerName: string }>(db, lastSql).get(key.plateKey, key.mobile)
  if (last === undefined) return removeParty(db, key)
  const sums = statement<[string, string], PartySums>(db, sumsSql).get(key.plateKey, key.mobile)
  const row = statement<[object], { partyNo: number }>(db, upsertSql).get({ ...key, ...sums, ...last })
  if (row === undefined) throw new Error('the upsert of a party returns its number')
  setSearchText(db, row.partyNo, key, last.customerName)
}

/** The search text is written only when it changed: most events of a job leave name and plate as they are. */
function setSearchText(db: WritableDb, partyNo: number, key: PartyKey, name: string): void {
  const plate = plateFromKey(key.plateKey)
  const wanted = { plate: plate === null ? '' : plateDigits(plate), mobile: key.mobile, name: searchKey(name) }
  const found = statement<[number], { plate: string; mobile: string; name: string }>(
    db,
    'SELECT plate, mobile, name FROM party_search WHERE rowid = ?',
  ).get(partyNo)
  if (found !== undefined && found.plate === wanted.plate && found.mobile === wanted.mobile && found.name === wanted.name) return
  if (found !== undefined) statement<[number], never>(db, 'DELETE FROM party_search WHERE rowid = ?').run(partyNo)
  statement<[object], never>(db, 'INSERT INTO party_search (rowid, plate, mobile, name) VALUES (@partyNo, @plate, @mobile, @name)').run({
    partyNo,
    ...wanted,
  })
}

function removeParty(db: WritableDb, { plateKey, mobile }: PartyKey): void {
  const gone = statement<[string, string], { partyNo: number }>(
    db,
    'DELETE FROM party WHERE plate_key = ? AND mobile = ? RETURNING party_no AS partyNo',
  ).get(plateKey, mobile)
  if (gone !== undefined) statement<[number], never>(db, 'DELETE FROM party_search WHERE rowid = ?').run(gone.partyNo)
}
