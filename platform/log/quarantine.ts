import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import type { AlarmsAnswer } from '../../core/wire/protocol.ts'
import type { Client, Database } from '../database/pool.ts'

export type AlarmCode = AlarmsAnswer['alarms'][number]['code']
export type Alarm = {
  readonly code: AlarmCode
  readonly device: DeviceId
  readonly dseq: number | null
  readonly note: string
  /** The same finding is told once. */
  readonly about: string
}

export async function raiseAlarms(client: Client | Database, garage: GarageId, alarms: readonly Alarm[], nowUtcMs: number): Promise<void> {
  if (alarms.length === 0) return
  await client.query(
    `INSERT INTO alarm (garage, at_utc_ms, code, device, dseq, note, about)
     SELECT $1, $2, * FROM unnest($3::text[], $4::uuid[], $5::bigint[], $6::text[], $7::text[])
     ON CONFLICT (garage, code, about) DO NOTHING`,
    [
      garage,
      nowUtcMs,
      alarms.map(({ code }) => code),
      alarms.map(({ device }) => device),
      alarms.map(({ dseq }) => dseq),
      alarms.map(({ note }) => note.slice(0, 500)),
      alarms.map(({ about }) => about),
    ],
  )
}

export type Aside = {
  readonly device: DeviceId
  readonly dseq: number
  readonly prevHash: string
  readonly hash: string
  /** Its number in the garage's log; null for what a fork left behind, which is in no chain. */
  readonly gseq: number | null
  readonly code: AlarmCode
  readonly raw: unknown
}

/** Keeps events as they came; the same one is kept once. */
export async function putAside(client: Client, garage: GarageId, asides: readonly Aside[], nowUtcMs: number): Promise<void> {
  if (asides.length === 0) return
  await client.query(
    `INSERT INTO quarantine (garage, received_at_utc_ms, device, dseq, prev_hash, hash, gseq, chained, code, body)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::boolean[], $9::text[], $10::text[])
     ON CONFLICT (garage, device, dseq, hash) DO NOTHING`,
    [
      garage,
      nowUtcMs,
      asides.map(({ device }) => device),
      asides.map(({ dseq }) => dseq),
      asides.map(({ prevHash }) => prevHash),
      asides.map(({ hash }) => hash),
      asides.map(({ gseq }) => gseq),
      asides.map(({ gseq }) => gseq !== null),
      asides.map(({ code }) => code),
      // PostgreSQL's text holds no NUL; in JSON it is written out.
      asides.map(({ raw }) => JSON.stringify(raw)),
    ],
  )
}

/** Newest first. */
export async function readAlarms(database: Database, garage: GarageId, most: number): Promise<AlarmsAnswer> {
  const { rows } = await database.query<AlarmsAnswer['alarms'][number]>(
    'SELECT id, at_utc_ms AS "atUtcMs", code, device, dseq, note FROM alarm WHERE garage = $1 ORDER BY id DESC LIMIT $2',
    [garage, most],
  )
  return { alarms: rows }
}
