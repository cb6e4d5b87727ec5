import { hash as digest } from 'node:crypto'
import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { authorSide } from '../../core/wire/authors.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { announcedKey, deviceEventVersion, deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { hashedTextOfStored } from '../../core/wire/envelope.ts'
import { jobNoMost } from '../../core/wire/bounds.ts'
import { eventMostBytes, payloadMostDepth } from '../../core/wire/protocol.ts'
import type { PublicKeyHex } from '../../core/wire/signing.ts'
import { unreadOf } from '../../core/wire/unread.ts'
import { wireEvent, type WireEvent } from '../../core/wire/wireEvent.ts'
import { depthOfCanonicalObject } from './canonicalText.ts'
import { isWireEvent } from './isWireEvent.ts'

export type QuarantineCode = 'unknownFields' | 'invalidEvent' | 'tooLarge' | 'tooDeep' | 'wrongAuthor'

/** What the chain goes on over, whatever the event says. */
export type Place = { readonly dseq: number; readonly hash: string; readonly prevHash: string; readonly signature: string | null }

/** `fact`: kept and passed on. `aside`: kept as it came and acknowledged, passed on to nobody. */
export type Inspected =
  | {
      readonly kind: 'fact'
      readonly place: Place
      readonly event: WireEvent
      /** The key that it announces for its device; `unread` when a newer program says it. */
      readonly key: PublicKeyHex | 'unread' | null
      readonly jobNo: number
    }
  | { readonly kind: 'aside'; readonly place: Place; readonly code: QuarantineCode; readonly raw: unknown }

export type Unusable = 'badRequest' | 'garageDiffers' | 'hashWrong'

/**
 * Judges one event of a push by itself. Only what has no place in a chain is unusable: a fact that is merely wrong is never
 * turned away, for its writer could never go on after it.
 */
export function inspect(raw: unknown, garage: GarageId, device: DeviceId): Inspected | Unusable {
  const event = isWireEvent(raw) ? raw : null
  const fields = record(raw)
  const place = event ?? placeOf(fields)
  if (place === null || fields['device'] !== device) return 'badRequest'
  if (fields['garage'] !== garage) return 'garageDiffers'
  const { payload } = fields
  if (typeof payload !== 'string') return 'badRequest'
  const hashed = event === null ? hashedTextOfAny(fields, payload) : hashedTextOfKnown(event)
  if (hashed === null) return 'badRequest'
  if (digest('sha256', hashed, 'hex') !== place.hash) return 'hashWrong'
  const aside = (code: QuarantineCode): Inspected => ({ kind: 'aside', place, code, raw })
  // A byte of text is a byte or more of JSON: the exact size is asked for only where it matters.
  if (payload.length > eventMostBytes / 6 && Buffer.byteLength(JSON.stringify(raw)) > eventMostBytes) return aside('tooLarge')
  if (event === null) return aside(Object.keys(fields).some((field) => !knownFields.has(field)) ? 'unknownFields' : 'invalidEvent')
  // Every receiver hashes it in canonical form.
  const depth = depthOfCanonicalObject(payload)
  if ((depth ?? depthOf(payload)) > payloadMostDepth) return aside('tooDeep')
  // PostgreSQL's text holds no NUL.
  if (depth === null || event.type.includes('\0') || event.stream.includes('\0')) return aside('invalidEvent')
  if (authorSide(event.type) !== 'shop') return aside('wrongAuthor')
  // Nobody says another's key.
  if (event.type === deviceKeyMadeType && event.stream !== deviceStream(device)) return aside('wrongAuthor')
  const unread = unreadOf(event)
  if (unread === 'invalid') return aside('invalidEvent')
  const announced = keyOf(event)
  if (announced === 'damaged') return aside('invalidEvent')
  return { kind: 'fact', place, event, key: announced, jobNo: unread === null ? jobNoOf(event) : 0 }
}

const knownFields: ReadonlySet<string> = new Set(Object.keys(wireEvent.unwrap().shape))
const hex64 = /^[0-9a-f]{64}$/

function placeOf({ dseq, hash, prevHash, signature }: Readonly<Record<string, unknown>>): Place | null {
  if (typeof dseq !== 'number' || !Number.isSafeInteger(dseq) || dseq < 1) return null
  if (typeof hash !== 'string' || !hex64.test(hash) || typeof prevHash !== 'string' || !hex64.test(prevHash)) return null
  return { dseq, hash, prevHash, signature: typeof signature === 'string' ? signature : null }
}

/** Null for text with half a character in it: it has no bytes to be hashed. */
function hashedTextOfKnown(event: WireEvent): string | null {
  try {
    return hashedTextOfStored(event)
  } catch {
    return null
  }
}

/** The text that the hash of an event is taken over whose fields we do not all know: all of them but hash and signature, by name. */
function hashedTextOfAny(fields: Readonly<Record<string, unknown>>, payload: string): string | null {
  try {
    const members = Object.entries(fields)
      .filter(([name]) => name !== 'hash' && name !== 'signature')
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${JSON.stringify(name)}:${name === 'payload' ? payload : canonicalJson(value)}`)
    return `{${members.join(',')}}`
  } catch {
    // Lone surrogates, or nested beyond the stack: no text that could be hashed.
    return null
  }
}

/** How deep a JSON text nests. Counts brackets, so that no text is too deep to be looked at. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (inText) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) inText = false
    } else if (code === 0x22) inText = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}

/** Of an event that can be read. What merely names a job, its own or another, gives it no number. */
function jobNoOf({ type, payload }: WireEvent): number {
  const jobNo = type === 'jobOpened' ? record(JSON.parse(payload))['jobNo'] : 0
  return typeof jobNo === 'number' && Number.isSafeInteger(jobNo) && jobNo <= jobNoMost ? jobNo : 0
}

function keyOf(event: WireEvent): PublicKeyHex | 'unread' | null | 'damaged' {
  if (event.type === deviceKeyMadeType && event.v > deviceEventVersion) return 'unread'
  try {
    return announcedKey(event)?.publicKeyHex ?? null
  } catch {
    return 'damaged'
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
