import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, openDatabase, type WritableDb } from '../../db/connection.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { fillProjections, projectionDigests, rebuildProjections, type TableDigest } from '../../db/projections/rebuild.ts'
import { defaultDataFolder } from './dataFolder.ts'
import { evidenceOf, reportEvidence, told, type EvidenceRow } from './evidence.ts'

/** Walks the hash chain, folds every projection from the log again and says whether the rows are what they were. */
export function proveRebuild(db: WritableDb): readonly EvidenceRow[] {
  const fault = firstChainFault(db)
  const before = projectionDigests(db)
  rebuildProjections(db)
  const after = projectionDigests(db)
  return [
    { ...told('rebuild/chainFaults', fault === null ? 0 : 1, 'faults'), wanted: '= 0', ok: fault === null },
    ...before.map((table, index) => equality(table, after[index])),
  ]
}

function equality(before: TableDigest, after: TableDigest | undefined): EvidenceRow {
  const equal = after !== undefined && before.sha256 === after.sha256
  return {
    name: `rebuild/${before.table}`,
    value: after?.rows ?? 0,
    unit: 'rows',
    against: `${before.rows} rows before`,
    ratio: null,
    wanted: 'the same rows',
    ok: equal,
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, file: { type: 'string', default: 'garage.sqlite' }, json: { type: 'boolean', default: false } },
  })
  const file = join(values.data ?? defaultDataFolder(), values.file)
  const opened = existsSync(file) ? openDatabase(file) : null
  if (opened === null) fail(`There is no database at ${file}. Name its folder with --data.`)
  else if (!opened.ok) fail(`The database was not opened and not changed: ${JSON.stringify(opened.error)}`)
  else {
    // After an upgrade there may be nothing yet to compare with.
    fillProjections(opened.value)
    reportEvidence(evidenceOf(0, proveRebuild(opened.value)), process.argv)
    closeDatabase(opened.value)
  }
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}
