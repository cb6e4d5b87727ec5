import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { applicationId, assertDurable, checkpoint, closeDatabase, openDatabase, setDurable } from '../../db/connection.ts'
import { latestVersion, migrate, migrations } from '../../db/migrate.ts'
import { temporaryDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary.ts'

describe('every open', () => {
  it('asserts the settings that make a commit durable', () => {
    const db = temporaryDatabase()
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(() => assertDurable(db)).not.toThrow()
  })

  it.each([
    ['synchronous = NORMAL', 'synchronous'],
    ['foreign_keys = OFF', 'foreign_keys'],
    ['trusted_schema = ON', 'trusted_schema'],
    ['wal_autocheckpoint = 1000', 'wal_autocheckpoint'],
  ])('notices %s', (weaker, name) => {
    const db = temporaryDatabase()
    db.pragma(weaker)
    expect(() => assertDurable(db)).toThrow(name)
    setDurable(db)
  })

  it('makes a database that says whose it is and which version', () => {
    const db = temporaryDatabase()
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
    const loose = db.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    expect(loose.all()).toEqual([])
  })
})

describe('a database that is not ours to open', () => {
  function refusedAndUntouched(file: string, code: string): void {
    const before = digest(file)
    const opened = openDatabase(file)
    expect(opened).toMatchObject({ ok: false, error: { code } })
    expect(digest(file)).toBe(before)
  }

  it('of a newer version is refused, and nothing in it changes', () => {
    const file = join(temporaryFolder(), 'garage.sqlite')
    const opened = openDatabase(file)
    if (!opened.ok) throw new Error(opened.error.code)
    opened.value.pragma(`user_version = ${latestVersion + 10}`)
    closeDatabase(opened.value)
    refusedAndUntouched(file, 'databaseNewer')
    expect(openDatabase(file)).toEqual({ ok: false, error: { code: 'databaseNewer', found: latestVersion + 10, known: latestVersion } })
    expect(readdirSync(join(file, '..'))).toEqual(['garage.sqlite'])
  })

  it('of a newer version is refused while its newest pages still stand in its write-ahead log', () => {
    const file = join(temporaryFolder(), 'garage.sqlite')
    const opened = openDatabase(file)
    if (!opened.ok) throw new Error(opened.error.code)
    checkpoint(opened.value)
    opened.value.pragma(`user_version = ${latestVersion + 10}`)
    // Left open: what another program's crash leaves behind.
    const before = digest(`${file}-wal`)
    expect(openDatabase(file)).toMatchObject({ ok: false, error: { code: 'databaseNewer' } })
    expect(digest(`${file}-wal`)).toBe(before)
    opened.value.close()
  })

  it('of another program', () => {
    const file = join(temporaryFolder(), 'other.sqlite')
    const other = new Database(file)
    other.exec('CREATE TABLE notes (text)')
    other.close()
    refusedAndUntouched(file, 'databaseOfOtherProgram')
  })

  it('that is no database at all', () => {
    const file = join(temporaryFolder(), 'garage.sqlite')
    writeFileSync(file, 'این یک پایگاه داده نیست، فقط متن است.'.repeat(40))
    refusedAndUntouched(file, 'databaseUnreadable')
  })
})

describe('migrations', () => {
  it('are numbered upwards in tens', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
    expect(versions.every((version) => version % 10 === 0)).toBe(true)
  })

  it('that fail half-way leave the version and the tables as they were', () => {
    const db = new Database(':memory:')
    db.exec('CREATE TABLE party (mine TEXT)')
    expect(() => migrate(db)).toThrow('party')
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()).toEqual(['party'])
    db.close()
  })

  it('run twice change nothing', () => {
    const db = temporaryDatabase()
    const schema = () => db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all()
    const before = schema()
    migrate(db)
    expect(schema()).toEqual(before)
  })
})

function digest(file: string): string {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
}
