import { createHash } from 'node:crypto'
import type { GarageId } from '../../core/basics/ids.ts'
import { pullMostEvents } from '../../core/wire/protocol.ts'
import type { Database } from '../database/pool.ts'
import { readPage } from './pull.ts'

export type SnapshotOf = { readonly garage: GarageId; readonly historyId: string; readonly headGseq: number }

/**
 * The whole log up to its head, a line each (NDJSON), page by page: what is below the head never changes, so that no
 * transaction is held open while a slow line reads. Numbers have no gap: the head is the count.
 */
export async function* snapshotLines(
  database: Database,
  { garage, historyId, headGseq }: SnapshotOf,
  nowUtcMs: number,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ kind: 'start', historyId, headGseq, events: headGseq, serverUtcMs: nowUtcMs })}\n`
  const digest = createHash('sha256')
  for (let after = 0; after < headGseq;) {
    const { links } = await readPage(database, { garage, headGseq, after, limit: pullMostEvents, exclude: null })
    if (links.length === 0) throw new Error(`the log of ${garage} misses what follows ${after}`)
    for (const link of links) digest.update(`${('event' in link ? link.event : link.hole).hash}\n`)
    yield links.map((link) => `${JSON.stringify({ kind: 'event' in link ? 'event' : 'hole', ...link })}\n`).join('')
    after = links.at(-1)?.gseq ?? headGseq
  }
  yield `${JSON.stringify({ kind: 'end', sha256: digest.digest('hex') })}\n`
}
