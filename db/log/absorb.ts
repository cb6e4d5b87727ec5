import type { DeviceId, EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import { judge, type ChainHead } from '../../core/sync/receive.ts'
import { authorSide } from '../../core/wire/authors.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { hashedTextOfStored } from '../../core/wire/envelope.ts'
import { isJobEventType } from '../../core/wire/jobEvents.ts'
import { isRequestEventType } from '../../core/wire/requestEvents.ts'
import { settingSavedType } from '../../core/wire/settingEvents.ts'
import { eventMessage, type PublicKeyHex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'
import { refold, type Touched } from '../projections/refold.ts'
import { readIdentity } from '../queries/settings.ts'
import { deviceHead, sha256Hex } from './append.ts'
import { forgetHoles, hashAt, holeAt, insertHole, isEvent, type ChainLink } from './holes.ts'
import { setAsideEvent } from './forked.ts'
import { insertEvent } from './insert.ts'
import { keyIn, newestKey, type SigningKey } from './keys.ts'
import { isStreamKnown, type StreamEvent } from './stream.ts'
import { isSignedBy } from './verify.ts'
import { wireColumns, wireEventOf, type WireRow } from './wireRow.ts'

export type AbsorbOptions = {
  /** Whose events the platform's are; null before this PC is joined: then nobody's side is checked. */
  readonly platformDevice: DeviceId | null
  /** What the platform's device signs with, as it was said at the enrolment; left out while that is not known. */
  readonly platformKeyHex?: PublicKeyHex | null | undefined
}

export type Absorbed = {
  /** How many events are new here. */
  readonly stored: number
  /** How many places are new whose event is in quarantine at a server. */
  readonly holes: number
  readonly streams: readonly string[]
  readonly jobIds: readonly JobId[]
  readonly requestIds: readonly RequestId[]
  readonly settings: boolean
  /** By device the number to send from. Nothing after a gap was stored. */
  readonly gaps: readonly { readonly device: DeviceId; readonly expected: number }[]
  /** By device the first number that another event holds here. Nothing from there on was stored. */
  readonly forks: readonly { readonly device: DeviceId; readonly dseq: number }[]
  /** Not what their hash or signature says, of another garage, or no JSON: neither they nor what follows them was stored. */
  readonly damaged: readonly EventId[]
}

/**
 * Takes in events of other devices, in the caller's transaction: each stored verbatim once, whatever it says, under the rules
 * of core/sync/receive.ts; then every stream that grew is folded again, once. What arrives in any order, twice or in parts
 * gives the same rows.
 */
export function absorbEvents(db: WritableDb, links: readonly ChainLink[], options: AbsorbOptions): Absorbed {
  if (!db.inTransaction) throw new Error('events are absorbed inside a transaction')
  const { accepted, ...refused } = acceptable(db, links)
  const damaged = [...refused.damaged, ...unsigned(db, accepted, options)]
  const stopped = new Set<DeviceId>(accepted.flatMap((link) => (isEvent(link) && damaged.includes(link.id) ? [link.device] : [])))
  const touched = new Map<string, StreamEvent[] | null>()
  let stored = 0
  let holes = 0
  for (const event of accepted) {
    if (stopped.has(event.device)) continue
    if (!isEvent(event)) {
      insertHole(db, event)
      holes += 1
      continue
    }
    const { stream } = event
    if (!touched.has(stream)) touched.set(stream, isStreamKnown(db, stream) ? null : [])
    if (!insertEvent(db, event) && !insertAgain(db, event)) {
      damaged.push(event.id)
      stopped.add(event.device)
      continue
    }
    forgetHoles(db, event.device, event.dseq, event.dseq)
    const isBarred = isWrongAuthor(event, options)
    if (isBarred) bar(db, event)
    touched.get(stream)?.push({ ...event, isBarred })
    stored += 1
  }
  const streams = [...touched.keys()]
  return { stored, holes, streams, ...refold(db, inOrder(touched)), ...refused, damaged }
}

function* inOrder(touched: ReadonlyMap<string, StreamEvent[] | null>): Generator<Touched> {
  for (const [stream, events] of touched) yield { stream, events }
}

type Judged = { readonly accepted: readonly ChainLink[] } & Pick<Absorbed, 'gaps' | 'forks' | 'damaged'>

/** Looks at each event before any is written: its place in its device's chain, its garage, its bytes. */
function acceptable(db: ReadableDb, links: readonly ChainLink[]): Judged {
  const garage = readIdentity(db)?.garage ?? null
  const heads = new Map<DeviceId, ChainHead>()
  const hashes = new Map<string, string>()
  const stopped = new Set<DeviceId>()
  const accepted: ChainLink[] = []
  const gaps: { device: DeviceId; expected: number }[] = []
  const forks: { device: DeviceId; dseq: number }[] = []
  const damaged: EventId[] = []
  for (const link of links) {
    const { device, dseq, hash } = link
    if (stopped.has(device)) continue
    const head = heads.get(device) ?? deviceHead(db, device)
    const verdict = judge(link, head, (at) => hashes.get(`${device} ${at}`) ?? hashAt(db, device, at))
    if (verdict.kind === 'stored') {
      if (fillsHole(db, link, garage)) accepted.push(link)
      continue
    }
    if (verdict.kind === 'gap') gaps.push({ device, expected: verdict.expected })
    else if (verdict.kind === 'fork') forks.push({ device, dseq: verdict.atDseq })
    else if (isEvent(link) && isDamaged(link, garage)) damaged.push(link.id)
    else {
      accepted.push(link)
      heads.set(device, { dseq, hash })
      hashes.set(`${device} ${dseq}`, hash)
      continue
    }
    stopped.add(device)
  }
  return { accepted, gaps, forks, damaged }
}

function isDamaged(event: WireEvent, garage: string | null): boolean {
  if (garage !== null && event.garage !== garage) return true
  const { hash, signature: _, ...hashed } = event
  return hashOrNull(hashed) !== hash || !isJson(event.payload)
}

/** Null for what has no canonical bytes: JSON lets a lone surrogate through. */
function hashOrNull(hashed: Omit<WireEvent, 'hash' | 'signature'>): string | null {
  try {
    return sha256Hex(hashedTextOfStored(hashed))
  } catch {
    return null
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * Of each device the last event, when it is not signed by the device's newest key: its signature covers the chain before it.
 * And every key that somebody announces in the platform's name.
 */
function unsigned(
  db: ReadableDb,
  accepted: readonly ChainLink[],
  { platformDevice, platformKeyHex = null }: AbsorbOptions,
): readonly EventId[] {
  const foreign: EventId[] = []
  const keys = new Map<DeviceId, SigningKey>()
  const last = new Map<DeviceId, WireEvent>()
  for (const event of accepted) {
    if (!isEvent(event)) continue
    const { device } = event
    if (!keys.has(device)) {
      const newest = newestKey(db, device)
      keys.set(device, newest === 'unread' && device === platformDevice ? (platformKeyHex ?? newest) : newest)
    }
    const announced = keyIn(event)
    if (announced !== null) keys.set(device, announced)
    if (announced !== null && device === platformDevice && platformKeyHex !== null) {
      // The enrolment says what the platform signs with, in whatever words a newer platform says it again.
      if (announced === 'unread') keys.set(device, platformKeyHex)
      else if (announced !== platformKeyHex) foreign.push(event.id)
    }
    last.set(device, event)
  }
  const loose = [...last.values()].flatMap(({ id, device, hash, signature }) => {
    const key = keys.get(device) ?? null
    return isSigned(hash, signature, key) ? [] : [id]
  })
  return [...new Set([...foreign, ...loose])]
}

/** By a key that cannot be read here nothing can be checked: the facts are kept, not taken for damaged. */
function isSigned(hash: string, signature: string | null, key: SigningKey): boolean {
  if (key === null || signature === null) return key === signature
  return key === 'unread' || isSignedBy(key, eventMessage(hash), signature)
}

/** Types that this program does not know may be anybody's. */
function isWrongAuthor({ type, device }: WireEvent, { platformDevice }: AbsorbOptions): boolean {
  if (platformDevice === null || !(isJobEventType(type) || isRequestEventType(type) || type === settingSavedType)) return false
  return (authorSide(type) === 'platform') !== (device === platformDevice)
}

function bar(db: WritableDb, { id, stream }: WireEvent): void {
  const sql = "INSERT INTO unread_event (id, stream, reason) VALUES (?, ?, 'wrongAuthor') ON CONFLICT (id) DO NOTHING"
  statement<[string, string], never>(db, sql).run(id, stream)
}

/**
 * A fact that stands here under another device or number: its writer recorded it again after a fork. The new record takes the
 * old one's place, which is kept apart. False when the two do not say the same.
 */
function insertAgain(db: WritableDb, event: WireEvent): boolean {
  const sql = `SELECT ${wireColumns} FROM event WHERE id = ?`
  const row = statement<[string], WireRow>(db, sql).get(event.id)
  if (row === undefined || factOf(wireEventOf(row)) !== factOf(event)) return false
  const seq = setAsideEvent(db, event.id, event.wallAtUtcMs)
  return insertEvent(db, event, seq)
}

/** All that a fact keeps when it is recorded again: everything but its place in a chain. */
function factOf(event: WireEvent): string {
  const { device: _, dseq: __, prevHash: ___, hash: ____, signature: _____, ...fact } = event
  return canonicalJson(fact)
}

/** The event itself of a place that stands here as a hole: a server put it aside, and another PC has it. */
function fillsHole(db: ReadableDb, link: ChainLink, garage: string | null): boolean {
  if (!isEvent(link) || holeAt(db, link.device, link.dseq) === null || isDamaged(link, garage)) return false
  const known = statement<[string], { found: number }>(db, 'SELECT 1 AS found FROM event WHERE id = ?')
  return known.get(link.id) === undefined
}
