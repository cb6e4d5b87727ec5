import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import type { ChainHole, HaveAnswer, PullAnswer, Pulled } from '../../core/wire/protocol.ts'
import type { Database } from '../database/pool.ts'
import { eventColumns, storedEvent, type EventRow } from './events.ts'

/** What a page of a pull holds at most, in bytes of payloads; one event alone may be more. */
const pageMostBytes = 4_000_000

export type PullOf = {
  readonly garage: GarageId
  readonly historyId: string
  readonly headGseq: number
  readonly after: number
  readonly limit: number
  readonly exclude: DeviceId | null
}

/**
 * A page of the log. Numbers are committed in their order, so what is read up to the head that was read before is all there is.
 */
export async function pull(database: Database, of: PullOf, nowUtcMs: number): Promise<PullAnswer> {
  const { historyId, headGseq, after } = of
  const { links, isLast } = after >= headGseq ? { links: [], isLast: true } : await readPage(database, of)
  const nextAfter = isLast ? Math.max(headGseq, after) : (links.at(-1)?.gseq ?? after)
  return { historyId, events: [...links], nextAfter, headGseq, serverUtcMs: utcMs(nowUtcMs) }
}

export type Page = { readonly links: readonly Pulled[]; readonly isLast: boolean }

/** Events after a number up to the head, and the places of those in quarantine, in their order; as many as fit a page. */
export async function readPage(database: Database, { garage, headGseq, after, limit, exclude }: Omit<PullOf, 'historyId'>): Promise<Page> {
  const { rows } = await database.query<EventRow>({
    name: 'readPage',
    text: `SELECT ${eventColumns} FROM event WHERE garage = $1 AND gseq > $2 AND gseq <= $3 AND ($4::uuid IS NULL OR device <> $4)
      ORDER BY gseq LIMIT $5`,
    values: [garage, after, headGseq, exclude, limit],
  })
  const links: Pulled[] = []
  let bytes = 0
  for (const row of rows) {
    const { gseq, ...event } = storedEvent(row)
    links.push({ gseq, event })
    bytes += row.payload.length
    if (bytes >= pageMostBytes) break
  }
  const isCut = rows.length === limit || bytes >= pageMostBytes
  const upTo = isCut ? (links.at(-1)?.gseq ?? headGseq) : headGseq
  const holes = await readHoles(database, { garage, after, headGseq: upTo, limit, exclude })
  if (holes.length === 0) return { links, isLast: !isCut }
  const all = [...links, ...holes].toSorted((a, b) => a.gseq - b.gseq)
  return { links: all.slice(0, limit), isLast: !isCut && all.length < limit }
}

type HoleRow = ChainHole & { readonly gseq: number }

async function readHoles(
  database: Database,
  { garage, headGseq, after, limit, exclude }: Omit<PullOf, 'historyId'>,
): Promise<readonly Pulled[]> {
  const { rows } = await database.query<HoleRow>({
    name: 'readHoles',
    text: `SELECT gseq, device, dseq, prev_hash AS "prevHash", hash FROM quarantine
      WHERE garage = $1 AND gseq > $2 AND gseq <= $3 AND ($4::uuid IS NULL OR device <> $4) ORDER BY gseq LIMIT $5`,
    values: [garage, after, headGseq, exclude, limit],
  })
  return rows.map(({ gseq, ...hole }) => ({ gseq, hole }))
}

/** By device, where its chain ends here, events in quarantine included. */
export async function have(database: Database, garage: GarageId, historyId: string, nowUtcMs: number): Promise<HaveAnswer> {
  const { rows } = await database.query<HaveAnswer['heads'][number]>(
    'SELECT device, dseq, hash FROM chain WHERE garage = $1 ORDER BY device',
    [garage],
  )
  return { historyId, heads: rows, serverUtcMs: utcMs(nowUtcMs) }
}
