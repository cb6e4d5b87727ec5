import type { DeviceId, EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import { judge, type ChainHead } from '../../core/sync/receive.ts'
import { authorSide } from '../../core/wire/authors.ts'
import { announcedKey } from '../../core/wire/deviceEvents.ts'
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
import { setAsideEvent } from './forked.ts'
import { insertEvent } from './insert.ts'
import { newestKey } from './keys.ts'
import { isStreamKnown, type StreamEvent } from './stream.ts'
import { isSignedBy } from './verify.ts'

export type AbsorbOptions = {
  /** Whose events the platform's are; null before this PC is joined: then nobody's side is checked. */
  readonly platformDevice: DeviceId | null
}

export type Absorbed = {
  /** How many events are new here. */
  readonly stored: number
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
export function absorbEvents(db: WritableDb, events: readonly WireEvent[], options: AbsorbOptions): Absorbed {
  if (!db.inTransaction) throw new Error('events are absorbed inside a transaction')
  const { accepted, ...refused } = acceptable(db, events)
  const damaged = [...refused.damaged, ...unsigned(db, accepted)]
  const stopped = new Set<DeviceId>(accepted.flatMap(({ id, device }) => (damaged.includes(id) ? [device] : [])))
  const touched = new Map<string, StreamEvent[] | null>()
  let stored = 0
  for (const event of accepted) {
    if (stopped.has(event.device)) continue
    const { stream } = event
    if (!touched.has(stream)) touched.set(stream, isStreamKnown(db, stream) ? null : [])
    if (!insertEvent(db, event) && !insertAgain(db, event)) {
      damaged.push(event.id)
      stopped.add(event.device)
      continue
    }
    const isBarred = isWrongAuthor(event, options)
    if (isBarred) bar(db, event)
    touched.get(stream)?.push({ ...event, isBarred })
    stored += 1
  }
  const streams = [...touched.keys()]
  return { stored, streams, ...refold(db, inOrder(touched)), ...refused, damaged }
}

function* inOrder(touched: ReadonlyMap<string, StreamEvent[] | null>): Generator<Touched> {
  for (const [stream, events] of touched) yield { stream, events }
}

type Judged = { readonly accepted: readonly WireEvent[] } & Pick<Absorbed, 'gaps' | 'forks' | 'damaged'>

/** Looks at each event before any is written: its place in its device's chain, its garage, its bytes. */
function acceptable(db: ReadableDb, events: readonly WireEvent[]): Judged {
  const garage = readIdentity(db)?.garage ?? null
  const heads = new Map<DeviceId, ChainHead>()
  const hashes = new Map<string, string>()
  const stopped = new Set<DeviceId>()
  const accepted: WireEvent[] = []
  const gaps: { device: DeviceId; expected: number }[] = []
  const forks: { device: DeviceId; dseq: number }[] = []
  const damaged: EventId[] = []
  for (const event of events) {
    const { device, dseq, hash } = event
    if (stopped.has(device)) continue
    const head = heads.get(device) ?? deviceHead(db, device)
    const verdict = judge(event, head, (at) => hashes.get(`${device} ${at}`) ?? storedHash(db, device, at))
    if (verdict.kind === 'stored') continue
    if (verdict.kind === 'gap') gaps.push({ device, expected: verdict.expected })
    else if (verdict.kind === 'fork') forks.push({ device, dseq: verdict.atDseq })
    else if (isDamaged(event, garage)) damaged.push(event.id)
    else {
      accepted.push(event)
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
  return sha256Hex(hashedTextOfStored(hashed)) !== hash || !isJson(event.payload)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Of each device the last event, when it is not signed by the device's newest key: its signature covers the chain before it. */
function unsigned(db: ReadableDb, accepted: readonly WireEvent[]): readonly EventId[] {
  const keys = new Map<DeviceId, PublicKeyHex | null>()
  const last = new Map<DeviceId, WireEvent>()
  for (const event of accepted) {
    const { device } = event
    if (!keys.has(device)) keys.set(device, newestKey(db, device))
    const announced = readKey(event)
    if (announced !== null) keys.set(device, announced)
    last.set(device, event)
  }
  return [...last.values()].flatMap(({ id, device, hash, signature }) => {
    const key = keys.get(device) ?? null
    const holds = key === null || signature === null ? key === signature : isSignedBy(key, eventMessage(hash), signature)
    return holds ? [] : [id]
  })
}

function readKey(event: WireEvent): PublicKeyHex | null {
  try {
    return announcedKey(event)?.publicKeyHex ?? null
  } catch {
    // An announcement that says no key: whatever was signed before goes on.
    return null
  }
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
  const sql = 'SELECT 1 AS found FROM event WHERE id = ? AND stream = ? AND type = ? AND v = ? AND payload = ?'
  const same = statement<[string, string, string, number, string], { found: number }>(db, sql)
  if (same.get(event.id, event.stream, event.type, event.v, event.payload) === undefined) return false
  const seq = setAsideEvent(db, event.id, event.wallAtUtcMs)
  return insertEvent(db, event, seq)
}

function storedHash(db: ReadableDb, device: DeviceId, dseq: number): string | null {
  const sql = 'SELECT hash FROM event WHERE device = ? AND dseq = ?'
  return statement<[string, number], { hash: string }>(db, sql).get(device, dseq)?.hash ?? null
}
