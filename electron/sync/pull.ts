import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DeviceId } from '../../core/basics/ids.ts'
import { pullAnswer, type Pulled, type PullAnswer } from '../../core/wire/protocol.ts'
import { isEvent, type ChainLink } from '../../db/log/holes.ts'
import { beginBulk } from '../../db/connection.ts'
import { readCursor, writeCursor, type Cursor } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import type { Caller } from './tokens.ts'
import type { CallFailure } from './transport/call.ts'

/** What is pulled from whom, and where it goes. */
export type Inbox = {
  readonly garage: SyncGarage
  readonly peer: string
  readonly caller: Caller
  readonly exclude: () => DeviceId | null
  /** Of the answer that said that nothing more is there: the same question again costs next to nothing. */
  unchanged: { readonly after: number; readonly etag: string } | null
  /** The next page of a long history, asked for while the one before it is taken in. */
  ahead?: Ahead | null
  /** Events in one transaction: as many as are absorbed in a moment that nobody at the counter feels. */
  chunk: number
  /** Devices of which something that the server gave could not be taken in: it is asked for again from its start, later. */
  readonly incomplete: Set<DeviceId>
  /** Which of two histories of a device counts is the platform's to say; another PC's word decides nothing. */
  readonly onFork: 'stop' | 'passBy'
}

type Ahead = { readonly path: string; readonly signal: AbortSignal; readonly answer: ReturnType<typeof askFor> }

export type PullStep =
  | { readonly kind: 'page'; readonly more: boolean; readonly held: Held; readonly serverUtcMs: number | null }
  | { readonly kind: 'failed'; readonly failure: CallFailure }
  | { readonly kind: 'historyChanged'; readonly historyId: string }
  | Stopped

/** By device the newest number that the server has shown to hold. */
export type Held = ReadonlyMap<DeviceId, number>

/** Events that cannot be taken in before this PC has put itself in order. */
export type Stopped = { readonly kind: 'forkHere'; readonly device: DeviceId; readonly atDseq: number } | { readonly kind: 'diskFull' }

const pageEvents = 1_000

/** Asks for the next page and takes it in. `historyId` is the history that this PC knows; null when it knows none yet. */
export async function pullNext(inbox: Inbox, historyId: string | null, signal: AbortSignal): Promise<PullStep> {
  const cursor = readCursor(inbox.garage.db, inbox.peer)
  const after = cursor !== null && (historyId === null || cursor.historyId === historyId) ? cursor.gseq : 0
  const exclude = inbox.exclude()
  const pathAfter = (gseq: number): string => `pull?after=${gseq}&limit=${pageEvents}${exclude === null ? '' : `&exclude=${exclude}`}`
  const path = pathAfter(after)
  const { ahead = null } = inbox
  inbox.ahead = null
  // Another signal, another place: whatever was asked for before something changed is left.
  const answered =
    ahead?.path === path && ahead.signal === signal
      ? await ahead.answer
      : await askFor(inbox, path, inbox.unchanged?.after === after ? inbox.unchanged.etag : null, signal)
  if (!answered.ok) {
    const { error } = answered
    if (error.code === 'refused' && error.problem === 'historyChanged') return { kind: 'historyChanged', historyId: error.historyId ?? '' }
    return { kind: 'failed', failure: error }
  }
  if (answered.value === 'notModified') return { kind: 'page', more: false, held: new Map(), serverUtcMs: null }
  const { value: page, etag: newEtag } = answered.value
  if (historyId !== null && page.historyId !== historyId) return { kind: 'historyChanged', historyId: page.historyId }
  if (!isInOrder(page, after)) return { kind: 'failed', failure: { code: 'answerWrong' } }
  if (page.events.length === 0 && cursor?.historyId === page.historyId && page.nextAfter === after) {
    inbox.unchanged = newEtag === null ? null : { after, etag: newEtag }
    return { kind: 'page', more: false, held: new Map(), serverUtcMs: page.serverUtcMs }
  }
  const more = page.nextAfter < page.headGseq
  if (more && !signal.aborted) inbox.ahead = askAhead(inbox, pathAfter(page.nextAfter), signal)
  const taken = await takeIn(inbox, page.events, { historyId: page.historyId, gseq: page.nextAfter }, signal)
  if (taken.kind !== 'stored') return taken
  inbox.unchanged = null
  return { kind: 'page', more, held: heldOf(page.events), serverUtcMs: page.serverUtcMs }
}

async function askFor({ caller }: Inbox, path: string, etag: string | null, signal: AbortSignal) {
  return await caller.call(pullAnswer, { method: 'GET', path, etag, signal })
}

function askAhead(inbox: Inbox, path: string, signal: AbortSignal): Ahead {
  const answer = askFor(inbox, path, null, signal)
  // What becomes of it is told to whoever takes it, if anybody does.
  answer.catch(() => {})
  return { path, signal, answer }
}

function heldOf(pulled: readonly Pulled[]): Held {
  const held = new Map<DeviceId, number>()
  for (const { device, dseq } of pulled.map(linkOf)) held.set(device, Math.max(dseq, held.get(device) ?? 0))
  return held
}

function linkOf(pulled: Pulled): ChainLink {
  return 'event' in pulled ? pulled.event : pulled.hole
}

/** Pages go forward, and an empty one comes from the head alone: a server that says otherwise would be asked for ever. */
function isInOrder({ events, nextAfter, headGseq }: PullAnswer, after: number): boolean {
  let last = after
  for (const { gseq } of events) {
    if (gseq <= last) return false
    last = gseq
  }
  return nextAfter >= last && (nextAfter > after || headGseq <= after || events.length > 0)
}

/** How long one transaction may hold the service, in ms. */
const chunkAimMs = 40
const chunkLeast = 20
const chunkMost = 1_000
/** So many events at once are a history that comes in. */
const bulkLeast = 500

/**
 * Takes events in, chunk by chunk, each with the cursor behind it in one transaction. Between two chunks the counter has its
 * turn. `end` is the cursor behind the last of them.
 */
export async function takeIn(
  inbox: Inbox,
  events: readonly Pulled[],
  end: Cursor,
  signal: AbortSignal,
): Promise<Stopped | { readonly kind: 'stored' }> {
  const endBulk = events.length >= bulkLeast ? beginBulk(inbox.garage.db) : null
  try {
    return await takeChunks(inbox, events, end, signal)
  } finally {
    endBulk?.()
  }
}

async function takeChunks(
  inbox: Inbox,
  events: readonly Pulled[],
  end: Cursor,
  signal: AbortSignal,
): Promise<Stopped | { readonly kind: 'stored' }> {
  let from = 0
  do {
    if (signal.aborted) return { kind: 'stored' }
    const chunk = events.slice(from, from + inbox.chunk)
    from += chunk.length
    const gseq = from >= events.length ? end.gseq : (chunk.at(-1)?.gseq ?? end.gseq)
    const begun = inbox.garage.clock.monotonicMs()
    const absorbed = absorbChunk(inbox, chunk, { historyId: end.historyId, gseq })
    if (absorbed.kind !== 'stored') return absorbed
    inbox.chunk = nextChunk(inbox.chunk, inbox.garage.clock.monotonicMs() - begun)
    await nextTurn()
  } while (from < events.length)
  return { kind: 'stored' }
}

/**
 * What of a chunk has no place here is passed by, and the rest goes on: one PC's broken chain keeps no booking from another.
 * The device is noted, and its events are asked for again.
 */
function absorbChunk(
  { garage, peer, incomplete, onFork }: Inbox,
  chunk: readonly Pulled[],
  cursor: Cursor,
): Stopped | { readonly kind: 'stored' } {
  const links = chunk.map(linkOf)
  const absorbed = garage.absorb(links, { peer, ...cursor })
  if (!absorbed.ok) return { kind: 'diskFull' }
  const { gaps, forks, damaged } = absorbed.value
  for (const { device } of gaps) incomplete.add(device)
  for (const link of links) if (isEvent(link) && damaged.includes(link.id)) incomplete.add(link.device)
  const [fork] = forks
  if (fork !== undefined && onFork === 'stop') return { kind: 'forkHere', device: fork.device, atDseq: fork.dseq }
  if (forks.length + gaps.length + damaged.length > 0) writeCursor(garage.db, peer, cursor.historyId, cursor.gseq)
  return { kind: 'stored' }
}

function nextChunk(chunk: number, tookMs: number): number {
  if (tookMs > chunkAimMs) return Math.max(chunkLeast, Math.floor(chunk / 2))
  return tookMs < chunkAimMs / 3 ? Math.min(chunkMost, chunk * 2) : chunk
}
