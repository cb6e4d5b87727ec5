import { Pool, types, type PoolClient } from 'pg'

/** A connection inside a transaction, as the functions of log/ take it. */
export type Client = PoolClient
export type Database = Pool

export type DatabaseOptions = {
  readonly url: string
  readonly mostConnections?: number
}

/** int8 (OID 20): every number of ours is below 2^53. */
const int8 = 20

export function openDatabase({ url, mostConnections = 10 }: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'pishkhan',
    // A statement that waits longer than this waits for something that will not come.
    statement_timeout: 60_000,
    lock_timeout: 20_000,
    idle_in_transaction_session_timeout: 60_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === int8 ? Number : types.getTypeParser(oid, format ?? 'text')),
    },
  })
  // A connection that breaks while it rests is replaced by the next call.
  pool.on('error', () => {})
  // One that breaks in the middle of a transaction fails that transaction's calls; unheard, it would end the whole service.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Everything or nothing: commits what `work` did, or rolls it back when it throws. */
export async function inTransaction<Value>(database: Database, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = await database.connect()
  let broken = false
  try {
    await client.query('BEGIN')
    const value = await work(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}
