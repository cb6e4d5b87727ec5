import { createHash } from 'node:crypto'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'
import { nextStream } from '../log/read.ts'
import { refold, type Touched } from './refold.ts'

/** A projection's rows in an order that does not depend on how they were written. */
const tables = [
  ['job', 'SELECT * FROM job ORDER BY job_id'],
  ['job_service', 'SELECT * FROM job_service ORDER BY job_id, position'],
  ['request_line', 'SELECT * FROM request_line ORDER BY job_id, position'],
  ['consent', 'SELECT * FROM consent ORDER BY job_id, consent_id'],
  ['consent_item', 'SELECT * FROM consent_item ORDER BY job_id, consent_id, position'],
  ['part_use', 'SELECT * FROM part_use ORDER BY job_id, use_id'],
  ['bill', 'SELECT * FROM bill ORDER BY job_id'],
  ['bill_line', 'SELECT * FROM bill_line ORDER BY job_id, position'],
  ['payment', 'SELECT * FROM payment ORDER BY job_id, payment_id'],
  ['refund', 'SELECT * FROM refund ORDER BY job_id, payment_id, position'],
  ['open_conflict', 'SELECT * FROM open_conflict ORDER BY job_id, position'],
  ['job_photo', 'SELECT * FROM job_photo ORDER BY job_id, hash'],
  ['price_request', 'SELECT * FROM price_request ORDER BY request_id'],
  ['setting', 'SELECT * FROM setting ORDER BY kind, id'],
  [
    'material',
    `SELECT m.*, s.text FROM (SELECT material_id, kind, brand, grade, part_no, barcode, unit, unit_price_rial, active, barcode_key, search_text,
       hlc, changed_at_utc_ms, changed_by, material_no FROM material) m LEFT JOIN material_search s ON s.rowid = m.material_no
     ORDER BY m.material_id`,
  ],
  ['unread_event', 'SELECT * FROM unread_event ORDER BY id'],
  ['debt', 'SELECT * FROM debt ORDER BY job_id'],
  ['passed_over', 'SELECT * FROM passed_over ORDER BY job_id, by_job_id'],
  ['work_sample', 'SELECT * FROM work_sample ORDER BY job_id, service_id'],
  ['work_sum', 'SELECT * FROM work_sum ORDER BY service_id, vehicle_class, mechanic_id'],
  [
    'party',
    `SELECT plate_key, p.mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms, s.plate, s.mobile, s.name
     FROM party p LEFT JOIN party_search s ON s.rowid = p.party_no ORDER BY plate_key, p.mobile`,
  ],
] as const

export type TableDigest = { readonly table: string; readonly rows: number; readonly sha256: string }

/** Number and SHA-256 of each projection's rows. Equal digests mean equal contents. */
export function projectionDigests(db: ReadableDb): readonly TableDigest[] {
  return tables.map(([table, sql]) => {
    const hash = createHash('sha256')
    let rows = 0
    for (const row of db.prepare<[], unknown[]>(sql).raw().iterate()) {
      hash.update(JSON.stringify(row)).update('\n')
      rows += 1
    }
    return { table, rows, sha256: hash.digest('hex') }
  })
}

/** In the order in which they can be emptied: whatever stands on another one's rows before it. */
const emptied = [
  'party_search',
  'party',
  'work_sample',
  'work_sum',
  'passed_over',
  'job_service',
  'debt',
  'refund',
  'payment',
  'bill',
  'bill_line',
  'part_use',
  'consent_item',
  'consent',
  'request_line',
  'job_photo',
  'open_conflict',
  'job',
  'price_request',
] as const

/**
 * Folds the log into projections that are empty although it is not: a migration that changes them empties them, and leaves
 * their filling to the program that opens the database next.
 */
export function fillProjections(db: WritableDb): void {
  const sql = "SELECT EXISTS (SELECT 1 FROM event WHERE stream >= 'job:' AND stream < 'job;') AND NOT EXISTS (SELECT 1 FROM job) AS empty"
  if (statement<[], { empty: number }>(db, sql).get()?.empty === 1) rebuildProjections(db)
}

/**
 * Empties the projections and folds them from the log again, in one transaction: a failure leaves what was there. Rows that
 * an older program set without recording them are in no log, and stay.
 */
export function rebuildProjections(db: WritableDb, onStream: (stream: string) => void = () => {}): void {
  db.transaction(() => {
    for (const table of emptied) statement<[], never>(db, `DELETE FROM ${table}`).run()
    statement<[], never>(db, "DELETE FROM unread_event WHERE reason <> 'wrongAuthor'").run()
    refold(db, allStreams(db, onStream))
  }).immediate()
}

/** One stream after the other: between two of them the fold writes, which SQLite's binding forbids while a cursor is open. */
function* allStreams(db: ReadableDb, onStream: (stream: string) => void): Generator<Touched> {
  for (let stream = nextStream(db, ''); stream !== null; stream = nextStream(db, stream)) {
    onStream(stream)
    yield { stream, events: null }
  }
}
