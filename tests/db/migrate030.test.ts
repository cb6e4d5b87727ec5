import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { latestVersion } from '../../db/migrate.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { openTestService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** A garage as version 30 of the program left it: settings and catalogue as rows alone, a consent, a bill and a payment in the log. */
function frozenFolder(): string {
  const folder = temporaryFolder()
  const db = new Database(join(folder, 'garage.sqlite'))
  db.exec(readFileSync(join(import.meta.dirname, 'frozen/version-030.sql'), 'utf8'))
  db.close()
  return folder
}

function rowsOf(folder: string, sql: string): readonly unknown[] {
  const db = new Database(join(folder, 'garage.sqlite'), { readonly: true })
  try {
    return db.prepare(sql).raw().all()
  } finally {
    db.close()
  }
}

const kept = [
  'SELECT * FROM event ORDER BY seq',
  'SELECT * FROM setting ORDER BY kind, id',
  'SELECT * FROM material ORDER BY material_id',
  'SELECT * FROM identity',
  'SELECT * FROM command_done ORDER BY command_id',
  'SELECT * FROM job ORDER BY job_id',
  'SELECT * FROM consent_item ORDER BY job_id, consent_id, position',
  'SELECT * FROM bill_line ORDER BY job_id, position',
  'SELECT * FROM payment ORDER BY job_id, payment_id',
  'SELECT plate_key, mobile, customer_name, visits FROM party ORDER BY plate_key',
]

describe('a database of version 30', () => {
  it('comes up with every fact, setting and row as it was', () => {
    const folder = frozenFolder()
    const before = kept.map((sql) => rowsOf(folder, sql))
    expect(before.every((rows) => rows.length > 0)).toBe(true)
    const { service } = openTestService(folder)
    const db = service.garageForSync()?.db
    expect(db?.pragma('user_version', { simple: true })).toBe(latestVersion)
    expect(kept.map((sql) => rowsOf(folder, sql))).toEqual(before)
    if (db === undefined) throw new Error('a garage')
    expect(firstChainFault(db)).toBeNull()
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('still lets no event go, and says by events what stood in rows alone, once it is joined', () => {
    const { service } = openTestService(frozenFolder())
    const sync = service.garageForSync()
    if (sync === null) throw new Error('a garage')
    expect(() => sync.db.exec('DELETE FROM event WHERE seq = 1')).toThrow('never deleted')
    const before = [service.garage(), service.materials({ text: '', limit: 10, alsoInactive: true })]
    const facts = sync.db.prepare('SELECT count(*) FROM event').pluck()
    const recorded = Number(facts.get())
    sync.announce()
    const rows = Number(sync.db.prepare('SELECT (SELECT count(*) FROM setting) + (SELECT count(*) FROM material)').pluck().get())
    // A key of this test's own folder is announced beside them.
    expect(Number(facts.get())).toBe(recorded + rows + 1)
    sync.announce()
    expect(Number(facts.get())).toBe(recorded + rows + 1)
    expect([service.garage(), service.materials({ text: '', limit: 10, alsoInactive: true })]).toEqual(before)
    const digests = projectionDigests(sync.db)
    rebuildProjections(sync.db)
    expect(projectionDigests(sync.db)).toEqual(digests)
    expect(firstChainFault(sync.db)).toBeNull()
  })
})
