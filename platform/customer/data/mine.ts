import { randomBytes } from 'node:crypto'
import type { GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import type { Mobile } from '../../../core/persian/mobile.ts'
import { jobIdOfStream } from '../../../core/wire/jobEvents.ts'
import { requestIdOfStream } from '../../../core/wire/requestEvents.ts'
import type { Client, Database } from '../../database/pool.ts'

/** What a customer asked and booked, newest first. */
export type Mine =
  | { readonly kind: 'request'; readonly garage: GarageId; readonly requestId: RequestId }
  | { readonly kind: 'visit'; readonly garage: GarageId; readonly jobId: JobId }

export async function listMine(database: Database, mobile: Mobile): Promise<readonly Mine[]> {
  const { rows } = await database.query<{ garage: GarageId; stream: string }>(
    'SELECT garage, stream FROM customer_stream WHERE mobile = $1 ORDER BY made_at_utc_ms DESC, stream DESC LIMIT 100',
    [mobile],
  )
  return rows.flatMap(({ garage, stream }): readonly Mine[] => {
    const requestId = requestIdOfStream(stream)
    if (requestId !== null) return [{ kind: 'request', garage, requestId }]
    const jobId = jobIdOfStream(stream)
    return jobId === null ? [] : [{ kind: 'visit', garage, jobId }]
  })
}

export async function noteMine(client: Client, garage: GarageId, mobile: Mobile, stream: string, nowUtcMs: number): Promise<void> {
  await client.query('INSERT INTO customer_stream (garage, mobile, stream, made_at_utc_ms) VALUES ($1, $2, $3, $4)', [
    garage,
    mobile,
    stream,
    nowUtcMs,
  ])
}

export async function isMine(client: Client | Database, garage: GarageId, mobile: Mobile, stream: string): Promise<boolean> {
  const { rows } = await client.query('SELECT 1 FROM customer_stream WHERE garage = $1 AND mobile = $2 AND stream = $3', [
    garage,
    mobile,
    stream,
  ])
  return rows.length > 0
}

/** The same on every instance of the service, so that a customer stays known whichever one answers. */
export async function cookieKey(database: Database): Promise<string> {
  await database.query('INSERT INTO customer_key (key_hex) VALUES ($1) ON CONFLICT DO NOTHING', [randomBytes(32).toString('hex')])
  const { rows } = await database.query<{ key: string }>('SELECT key_hex AS key FROM customer_key')
  const [row] = rows
  if (row === undefined) throw new Error('the key was just made')
  return row.key
}
