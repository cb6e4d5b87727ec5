import { z } from 'zod'
import type { ActorId, DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { eventId } from '../../core/wire/fields.ts'
import type { Hlc } from '../../core/wire/hlc.ts'
import type { SignatureHex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { Client, Database } from '../database/pool.ts'

/** A fact as the platform holds it: as it was sent, with its number in the garage's log. */
export type StoredEvent = WireEvent & { readonly gseq: number }

export type EventRow = {
  readonly gseq: number
  readonly id: EventId
  readonly garage: GarageId
  readonly device: DeviceId
  readonly dseq: number
  readonly hlc: Hlc
  readonly wallAtUtcMs: UtcMs
  readonly serverOffsetMs: number | null
  readonly actor: ActorId
  readonly type: string
  readonly v: number
  readonly stream: string
  readonly parents: string
  readonly payload: string
  readonly prevHash: string
  readonly hash: string
  readonly signature: SignatureHex | null
}

export const eventColumns = `gseq, id, garage, device, dseq, hlc, wall_at_utc_ms AS "wallAtUtcMs", server_offset_ms AS "serverOffsetMs",
  actor, type, v, stream, parents, payload, prev_hash AS "prevHash", hash, signature`

const parents = z.array(eventId).readonly()

export function storedEvent(row: EventRow): StoredEvent {
  return { ...row, parents: parents.parse(JSON.parse(row.parents)) }
}

const insertSql = `INSERT INTO event (garage, received_at_utc_ms, gseq, id, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v,
  stream, parents, payload, prev_hash, hash, signature)
SELECT $1, $2, $3::bigint + place - 1, id, device, dseq, hlc, wall, server_offset, actor, type, v, stream, parents, payload, prev, hash, signature
FROM unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::text[], $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::integer[], $13::text[],
  string_to_array($14, E'\\n'), string_to_array($15, E'\\n'), $16::text[], $17::text[], $18::text[]) WITH ORDINALITY
  AS page (id, device, dseq, hlc, wall, server_offset, actor, type, v, stream, parents, payload, prev, hash, signature, place)`

/**
 * Stores events in one statement. Their numbers are the caller's, who holds the garage's row. Payloads are canonical JSON, as
 * every caller has seen to: so no text of it holds a line feed, and a page of them is one text of lines.
 */
export async function insertEvents(
  client: Client,
  garage: GarageId,
  firstGseq: number,
  events: readonly WireEvent[],
  nowUtcMs: number,
): Promise<void> {
  if (events.length === 0) return
  await client.query({
    name: 'insertEvents',
    text: insertSql,
    values: [
      garage,
      nowUtcMs,
      firstGseq,
      plainArray(events, ({ id }) => id),
      plainArray(events, ({ device }) => device),
      plainArray(events, ({ dseq }) => dseq),
      plainArray(events, ({ hlc }) => hlc),
      plainArray(events, ({ wallAtUtcMs }) => wallAtUtcMs),
      plainArray(events, ({ serverOffsetMs }) => serverOffsetMs),
      plainArray(events, ({ actor }) => actor),
      events.map(({ type }) => type),
      plainArray(events, ({ v }) => v),
      events.map(({ stream }) => stream),
      events.map((event) => JSON.stringify(event.parents)).join('\n'),
      events.map(({ payload }) => payload).join('\n'),
      plainArray(events, ({ prevHash }) => prevHash),
      plainArray(events, ({ hash }) => hash),
      plainArray(events, ({ signature }) => signature),
    ],
  })
}

/** An array in PostgreSQL's own notation, of values that have nothing to escape: ids, numbers, hashes. */
function plainArray(events: readonly WireEvent[], read: (event: WireEvent) => string | number | null): string {
  return `{${events.map((event) => read(event) ?? 'NULL').join(',')}}`
}

/** Who listens hears of the garage's new head when the transaction commits. */
export const headChannel = 'pishkhan_head'

export type HeadTold = {
  readonly garage: GarageId
  readonly historyId: string
  readonly headGseq: number
  readonly revoked?: DeviceId
}

export async function tellHead(client: Client, head: HeadTold): Promise<void> {
  await client.query('SELECT pg_notify($1, $2)', [headChannel, JSON.stringify(head)])
}

/** Of commits that are on the disk already: this one need not wait for it, and one is enough for all of them. */
export async function tellHeads(database: Database, heads: readonly HeadTold[]): Promise<void> {
  const said = heads.map((head) => JSON.stringify(head))
  await database.query({
    name: 'tellHeads',
    text: `SELECT set_config('synchronous_commit', 'off', true), (SELECT count(pg_notify($1, said)) FROM unnest($2::text[]) AS told (said))`,
    values: [headChannel, said],
  })
}
