import type { Client, Database } from './pool.ts'
import { inTransaction } from './pool.ts'
import { log } from './migrations/010-log.ts'
import { access } from './migrations/020-access.ts'
import { customer } from './migrations/030-customer.ts'
import { deviceNumbers } from './migrations/040-device-numbers.ts'
import type { Layout, Migration } from './migrations/migration.ts'

const migrations: readonly Migration[] = [log, access, customer, deviceNumbers]
export const newestVersion = 40

/** Any number that no other program takes for a lock: two services that start at once migrate one after the other. */
const migrationLock = 7_304_613

export type Migrated =
  | { readonly ok: true; readonly from: number }
  | { readonly ok: false; readonly code: 'databaseNewer'; readonly version: number }

/** Brings the database up to this program, all or nothing; a newer one is left as it is. */
export async function migrate(database: Database, layout: Layout = { partitions: null }): Promise<Migrated> {
  return await inTransaction(database, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
    const from = await readVersion(client)
    if (from > newestVersion) return { ok: false, code: 'databaseNewer', version: from }
    for (const { version, statements } of migrations) {
      if (version <= from) continue
      for (const statement of statements(layout)) await client.query(statement)
      await client.query('UPDATE platform_version SET version = $1', [version])
    }
    return { ok: true, from }
  })
}

async function readVersion(client: Client): Promise<number> {
  await client.query('CREATE TABLE IF NOT EXISTS platform_version (version integer NOT NULL)')
  const { rows } = await client.query<{ version: number }>('SELECT version FROM platform_version')
  const [row] = rows
  if (row !== undefined) return row.version
  await client.query('INSERT INTO platform_version VALUES (0)')
  return 0
}
