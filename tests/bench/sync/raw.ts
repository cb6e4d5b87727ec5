import { join } from 'node:path'
import { Client } from 'pg'
import { closeDatabase, openDatabase, statement } from '../../../db/connection.ts'

/** What moving these bytes costs when nothing is promised: no hash, no chain, no signature, no token, no fold. */
const batch = 1_000

/** Batched inserts over the loopback into a bare table of the same PostgreSQL, a transaction each. */
export async function rawPush(databaseUrl: string, texts: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('DROP TABLE IF EXISTS bare')
    await client.query('CREATE TABLE bare (n bigint PRIMARY KEY, text text NOT NULL)')
    for (let from = 0; from < texts.length; from += batch) {
      const page = texts.slice(from, from + batch)
      await client.query('INSERT INTO bare SELECT $1::bigint + place, text FROM unnest($2::text[]) WITH ORDINALITY AS page (text, place)', [
        from,
        page,
      ])
    }
  } finally {
    await client.end()
  }
}

/** The same rows fetched over the loopback, page by page, and inserted into a bare table under the program's own settings of SQLite. */
export async function rawPull(databaseUrl: string, folder: string): Promise<number> {
  const opened = openDatabase(join(folder, 'raw.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const db = opened.value
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    db.exec('CREATE TABLE bare (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
    const insert = statement<[number, string], never>(db, 'INSERT INTO bare (n, text) VALUES (?, ?)')
    const store = db.transaction((rows: readonly { n: string; text: string }[]) => {
      for (const { n, text } of rows) insert.run(Number(n), text)
    })
    let after = 0
    for (;;) {
      const { rows } = await client.query<{ n: string; text: string }>('SELECT n, text FROM bare WHERE n > $1 ORDER BY n LIMIT $2', [
        after,
        batch,
      ])
      if (rows.length === 0) return after
      store.immediate(rows)
      after = Number(rows.at(-1)?.n ?? after)
    }
  } finally {
    await client.end()
    closeDatabase(db)
  }
}
