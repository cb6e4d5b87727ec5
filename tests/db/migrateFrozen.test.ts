import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { latestVersion } from '../../db/migrate.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { fillProjections, projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { searchParties } from '../../db/queries/parties.ts'
import { readGarage } from '../../electron/service/readGarage.ts'
import { temporaryDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** A garage as version 10 of the program left it: schema and rows as text, so that no code of today had a hand in it. */
function frozenFile(): string {
  const file = join(temporaryFolder(), 'garage.sqlite')
  const db = new Database(file)
  db.exec(readFileSync(join(import.meta.dirname, 'frozen/version-010.sql'), 'utf8'))
  db.close()
  return file
}

function rowsOf(file: string, sql: string): readonly unknown[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(sql).raw().all()
  } finally {
    db.close()
  }
}

const kept = {
  event: `SELECT seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash
    FROM event ORDER BY seq`,
  setting: 'SELECT * FROM setting ORDER BY kind, id',
  command_done: 'SELECT * FROM command_done ORDER BY command_id',
  identity: 'SELECT * FROM identity',
} as const

/** Projections of version 10: what they said of the old log they still say. */
const folded = {
  job: 'SELECT * FROM job ORDER BY job_id',
  job_service: 'SELECT * FROM job_service ORDER BY job_id, position',
  work_sample: 'SELECT * FROM work_sample ORDER BY job_id',
  work_sum: 'SELECT * FROM work_sum',
  party: 'SELECT plate_key, mobile, customer_name, visits, on_time, last_job_id FROM party ORDER BY plate_key',
} as const

describe('a database of version 10', () => {
  it('comes up with every fact, setting and answer as it was', () => {
    const file = frozenFile()
    const before = Object.values(kept).map((sql) => rowsOf(file, sql))
    expect(before.every((rows) => rows.length > 0)).toBe(true)
    const db = temporaryDatabase(file)
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
    expect(Object.values(kept).map((sql) => rowsOf(file, sql))).toEqual(before)
    expect(firstChainFault(db)).toBeNull()
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('takes a VAT table where it refused one', () => {
    const file = frozenFile()
    const insert = "INSERT INTO setting VALUES ('vat', '1', 0, '[]', '', 0, 'system')"
    const old = new Database(file)
    expect(() => old.exec(insert)).toThrow('CHECK')
    old.close()
    const db = temporaryDatabase(file)
    db.exec(insert)
    expect(readGarage(db)?.vatRates).toEqual([])
    expect(readGarage(db)?.people).toHaveLength(4)
    expect(() => db.exec("INSERT INTO setting VALUES ('other', '1', 0, '[]', '', 0, 'system')")).toThrow('CHECK')
  })

  it('is folded again when it is opened: the old rows say what they said, and the new tables are filled', () => {
    const file = frozenFile()
    const before = Object.values(folded).map((sql) => rowsOf(file, sql))
    const db = temporaryDatabase(file)
    expect(rowsOf(file, folded.job)).toEqual([])
    fillProjections(db)
    expect(Object.values(folded).map((sql) => rowsOf(file, sql))).toEqual(before)
    expect(searchParties(db, { in: 'name', text: 'رضایی' }, 5)).toHaveLength(1)
    const agreed = db.prepare('SELECT sum(agreed_rial) FROM request_line JOIN job USING (job_id) WHERE job_no = ?').pluck()
    // Two services for an accepted 30,000,000; one at its quoted 41,400,000.
    expect([2, 3].map((jobNo) => agreed.get(jobNo))).toEqual([30_000_000, 41_400_000])
    const filled = projectionDigests(db)
    rebuildProjections(db)
    expect(projectionDigests(db)).toEqual(filled)
  })

  it('is folded once: rows that are there are left alone', () => {
    const db = temporaryDatabase(frozenFile())
    fillProjections(db)
    db.exec('UPDATE job SET cap_rial = 1')
    fillProjections(db)
    expect(db.prepare('SELECT min(cap_rial) FROM job').pluck().get()).toBe(1)
  })
})
