import { createHash } from 'node:crypto'
import { snapshotEnd, snapshotEvent, snapshotHole, snapshotStart, type Pulled } from '../../core/wire/protocol.ts'
import { takeIn, type Inbox } from './pull.ts'
import { parseJson } from './transport/bodies.ts'
import { linesOf } from './transport/lines.ts'

export type Progress = { readonly done: number; readonly total: number }

/** Events that are kept in memory before they are stored. */
const chunkEvents = 500
const lineMostChars = 9_000_000

/**
 * Fills an empty PC with the garage's history in one stream. What has come is stored with its cursor, chunk by chunk, so that
 * a snapshot that is cut is no loss: the pull goes on behind it. True when it came whole, as its last line says.
 */
export async function takeSnapshot(inbox: Inbox, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<boolean> {
  const opened = await inbox.caller.stream({ method: 'GET', path: 'snapshot', signal }, 'application/x-ndjson')
  if (!opened.ok) return false
  const seal = createHash('sha256')
  let start: { readonly historyId: string; readonly headGseq: number; readonly events: number } | null = null
  let waiting: Pulled[] = []
  let done = 0
  const store = async (gseq: number): Promise<boolean> => {
    if (start === null) return false
    const taken = await takeIn(inbox, waiting, { historyId: start.historyId, gseq }, signal)
    done += waiting.length
    waiting = []
    onProgress({ done, total: start.events })
    return taken.kind === 'stored' && !signal.aborted
  }
  for await (const line of linesOf(opened.value, lineMostChars)) {
    if (line === '') continue
    const said = parseJson(Buffer.from(line, 'utf8'))
    if (start === null) {
      const read = snapshotStart.safeParse(said)
      if (!read.success) return false
      start = read.data
      onProgress({ done: 0, total: start.events })
      continue
    }
    const link = readLink(said)
    if (link !== null) {
      const { gseq } = link
      if (gseq <= (waiting.at(-1)?.gseq ?? 0)) return false
      waiting.push(link)
      seal.update(`${('event' in link ? link.event : link.hole).hash}\n`)
      if (waiting.length >= chunkEvents && !(await store(gseq))) return false
      continue
    }
    const end = snapshotEnd.safeParse(said)
    if (!end.success || end.data.sha256 !== seal.digest('hex')) return false
    return await store(start.headGseq)
  }
  return false
}

function readLink(said: unknown): Pulled | null {
  const event = snapshotEvent.safeParse(said)
  if (event.success) return { gseq: event.data.gseq, event: event.data.event }
  const hole = snapshotHole.safeParse(said)
  return hole.success ? { gseq: hole.data.gseq, hole: hole.data.hole } : null
}
