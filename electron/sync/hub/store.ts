import type { HaveAnswer, Problem, PullAnswer, Pulled, PushAnswer, PushRequest } from '../../../core/wire/protocol.ts'
import type { DeviceId } from '../../../core/basics/ids.ts'
import { lastLinkSeq } from '../../../db/log/holes.ts'
import { deviceHead } from '../../../db/log/append.ts'
import { heads, linksAfterSeq } from '../../../db/queries/sync.ts'
import { historyIdOf, type SyncGarage } from '../garage.ts'

export type Reply = { readonly status: number; readonly body: object | null; readonly etag?: string }

/** What this PC holds, its own events and those of others. */
export function haveHere(garage: SyncGarage): HaveAnswer {
  return { historyId: historyIdOf(garage), heads: [...heads(garage.db)], serverUtcMs: garage.clock.wallUtcMs() }
}

/** Events, and the holes of their chains, in the order in which this PC stored them; its numbers are those of its own database. */
export function pullFrom(
  garage: SyncGarage,
  { after, limit, exclude }: { readonly after: number; readonly limit: number; readonly exclude?: DeviceId | undefined },
  ifNoneMatch: string | null,
): Reply {
  const historyId = historyIdOf(garage)
  const headGseq = lastLinkSeq(garage.db)
  const etag = `"${historyId}-${headGseq}-${after}"`
  if (ifNoneMatch === etag) return { status: 304, body: null, etag }
  const events = fitting(linksAfterSeq(garage.db, after, limit, exclude ?? null))
  const isWhole = events.whole && events.taken.length < limit
  const nextAfter = isWhole ? Math.max(headGseq, after) : (events.taken.at(-1)?.gseq ?? after)
  const body: PullAnswer = { historyId, events: [...events.taken], nextAfter, headGseq, serverUtcMs: garage.clock.wallUtcMs() }
  return { status: 200, body, etag }
}

/** An answer is cut by its size too: payloads may be large. */
const answerMostChars = 4_000_000

function fitting(rows: readonly Pulled[]): { readonly taken: readonly Pulled[]; readonly whole: boolean } {
  let chars = 0
  const cut = rows.findIndex((row, index) => {
    chars += ('event' in row ? row.event.payload.length : 0) + 1_000
    return index > 0 && chars > answerMostChars
  })
  return cut === -1 ? { taken: rows, whole: true } : { taken: rows.slice(0, cut), whole: false }
}

/**
 * Takes in what another PC brings, its own events or a third one's, by the rule that every receiver follows
 * (core/sync/receive.ts). What is acknowledged is on the disk.
 */
export function pushInto(garage: SyncGarage, { historyId, device, events }: PushRequest): Reply {
  if (historyId !== historyIdOf(garage)) return problem(409, { code: 'historyChanged', historyId: historyIdOf(garage) })
  if (events.some((event) => event.device !== device)) return problem(400, { code: 'badRequest' })
  if (events.some((event) => event.garage !== garage.identity().garage)) return problem(403, { code: 'garageDiffers' })
  const absorbed = garage.absorb(events, null)
  if (!absorbed.ok) return problem(503, { code: 'busy' })
  const { gaps, forks, damaged } = absorbed.value
  const [fork] = forks
  if (fork !== undefined) return problem(409, { code: 'fork', expectedDseq: fork.dseq })
  const [gap] = gaps
  if (gap !== undefined) return problem(409, { code: 'gap', expectedDseq: gap.expected })
  if (damaged.length > 0) return problem(400, { code: 'hashWrong' })
  const { dseq, hash } = deviceHead(garage.db, device)
  const body: PushAnswer = { ackedDseq: dseq, headHash: hash, quarantined: 0, serverUtcMs: garage.clock.wallUtcMs() }
  return { status: 200, body }
}

function problem(status: number, body: Problem): Reply {
  return { status, body }
}
