import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { err, ok, type Result } from '../core/basics/result.ts'
import type { StartProblem } from '../core/contract/views.ts'
import { latestVersion, migrate } from './migrate.ts'

/** A connection that queries may read through. */
export type ReadableDb = Pick<Database.Database, 'prepare'>
/** The one writing connection of the program. */
export type WritableDb = Database.Database

/** "PKHN": marks a file as Pishkhan's, so that no other program's database is ever migrated by mistake. */
export const applicationId = 0x504b484e

/**
 * Opens the garage's database for writing: looked at read-only first (a refused file is left byte for byte as it was), then
 * settings set and asserted, then migrated.
 */
export function openDatabase(file: string): Result<WritableDb, StartProblem> {
  const problem = existsSync(file) ? inspect(file) : null
  if (problem !== null) return err(problem)
  const db = new Database(file)
  setDurable(db)
  db.pragma(`cache_size = -${cacheKiB}`)
  migrate(db)
  return ok(db)
}

/**
 * Years of a garage are some hundred megabytes; the 2 MB that SQLite takes by itself read the same pages again and again when
 * a history comes in.
 */
const cacheKiB = 32_768

/** Settings that hold for a connection, with the values that SQLite must answer (trust.md, "Durability"). */
const pragmas = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // Without it INSERT OR REPLACE deletes a row past the triggers that guard the log.
  ['recursive_triggers', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['wal_autocheckpoint', '256', 256],
] as const

/** A power cut may take back nothing that a screen called saved: synchronous=FULL is set on every open, and asked back. */
export function setDurable(db: WritableDb): void {
  for (const [name, value] of pragmas) db.pragma(`${name} = ${value}`)
  assertDurable(db)
}

export function assertDurable(db: WritableDb): void {
  for (const [name, , wanted] of pragmas) {
    const found: unknown = db.pragma(name, { simple: true })
    // A build without memory-mapped I/O answers nothing to mmap_size: there is none to switch off.
    if (found !== wanted && !(name === 'mmap_size' && found === undefined)) {
      throw new Error(`PRAGMA ${name} is ${String(found)}, wanted ${String(wanted)}`)
    }
  }
}

/** Pages of the write-ahead log (16 MB) at which it is folded while a history comes in. */
const bulkCheckpointPages = 4_096

/**
 * While many events come in, the write-ahead log is folded into the file seldom: the same pages change again and again. Each
 * commit is as durable as ever, for `wal_autocheckpoint` decides when the log is folded and nothing else. The returned function
 * sets back and asserts what holds otherwise; the next commit then folds what has gathered.
 */
export function beginBulk(db: WritableDb): () => void {
  db.pragma(`wal_autocheckpoint = ${bulkCheckpointPages}`)
  return () => {
    if (!db.open) return
    for (const [name, value] of pragmas) if (name === 'wal_autocheckpoint') db.pragma(`${name} = ${value}`)
    assertDurable(db)
  }
}

/** Folds the write-ahead log into the file. For idle moments and for the end. */
export function checkpoint(db: WritableDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
}

export function closeDatabase(db: WritableDb): void {
  if (!db.open) return
  checkpoint(db)
  db.close()
}

/**
 * Reads whose file it is and how new. From the header where that is all there is; through a read-only connection when a
 * write-ahead log stands beside the file, for its pages count more.
 */
function inspect(file: string): StartProblem | null {
  try {
    const header = readHeader(file)
    if (header === null) return null
    if (header === 'noDatabase') return { code: 'databaseUnreadable', sqlite: 'SQLITE_NOTADB' }
    return judge(existsSync(`${file}-wal`) ? readThroughLog(file) : header)
  } catch (error) {
    if (error instanceof Database.SqliteError) return { code: 'databaseUnreadable', sqlite: error.code }
    throw error
  }
}

type Header = { readonly version: number; readonly owner: number; readonly schemaChanges: number }

/** A database without any table is a new one: its making was cut short before the first migration. */
function judge({ version, owner, schemaChanges }: Header): StartProblem | null {
  if (schemaChanges === 0) return null
  if (owner !== applicationId) return { code: 'databaseOfOtherProgram' }
  return version > latestVersion ? { code: 'databaseNewer', found: version, known: latestVersion } : null
}

/** Null for an empty file, which SQLite takes for a new database. Offsets: SQLite's file format, section 1.3. */
function readHeader(file: string): Header | 'noDatabase' | null {
  const bytes = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    const read = readSync(handle, bytes, 0, 100, 0)
    if (read === 0) return null
    if (read < 100 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'noDatabase'
    return { version: bytes.readUInt32BE(60), owner: bytes.readUInt32BE(68), schemaChanges: bytes.readUInt32BE(40) }
  } finally {
    closeSync(handle)
  }
}

function readThroughLog(file: string): Header {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return {
      version: Number(db.pragma('user_version', { simple: true })),
      owner: Number(db.pragma('application_id', { simple: true })),
      schemaChanges: Number(db.pragma('schema_version', { simple: true })),
    }
  } finally {
    db.close()
  }
}

const statements = new WeakMap<ReadableDb, Map<string, Database.Statement>>()

/** Prepares each text once per connection. Values are bound, identifiers never come from data. */
export function statement<Params extends unknown[], Row>(db: ReadableDb, sql: string): Database.Statement<Params, Row>
export function statement(db: ReadableDb, sql: string): Database.Statement {
  let known = statements.get(db)
  if (known === undefined) statements.set(db, (known = new Map()))
  let prepared = known.get(sql)
  if (prepared === undefined) known.set(sql, (prepared = db.prepare(sql)))
  return prepared
}

/** Whether the disk was full: nothing of the transaction was written, and what stood before stands. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_FULL'
}
