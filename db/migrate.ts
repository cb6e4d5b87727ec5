import type { Database } from 'better-sqlite3'
import { m010 } from './migrations/010-log-and-projections.ts'
import { m020 } from './migrations/020-consent-and-money.ts'
import { m030 } from './migrations/030-device-signature.ts'
import { m040 } from './migrations/040-sync.ts'
import type { Migration } from './migrations/migration.ts'

export const migrations: readonly Migration[] = [m010, m020, m030, m040]

export const latestVersion = migrations.at(-1)?.version ?? 0

/** Brings an older or empty database up to `to`. The caller has refused newer ones (openDatabase). */
export function migrate(db: Database, to = latestVersion): void {
  const version = () => Number(db.pragma('user_version', { simple: true }))
  for (const migration of migrations) {
    if (migration.version <= version() || migration.version > to) continue
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
}
