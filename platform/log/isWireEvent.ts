import { isUuidV7 } from '../../core/basics/ids.ts'
import { isUtcMs } from '../../core/basics/instant.ts'
import { isHlc } from '../../core/wire/hlc.ts'
import { isSha256Hex, isSignatureHex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'

/**
 * The schema `wireEvent` written out: every event of every push passes here, and the schema takes ten times as long. Of any
 * value that JSON can hold both say the same (tests/property/wire/isWireEvent.property.test.ts).
 */
export function isWireEvent(value: unknown): value is WireEvent {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== fieldCount) return false
  // All sixteen are there below, so that none of the sixteen is another.
  const {
    id,
    garage,
    device,
    dseq,
    hlc,
    wallAtUtcMs,
    serverOffsetMs,
    actor,
    type,
    v,
    stream,
    parents,
    payload,
    prevHash,
    hash,
    signature,
  } = partial(value)
  return (
    isId(id) &&
    isId(garage) &&
    isId(device) &&
    isWhole(dseq, 1, Number.MAX_SAFE_INTEGER) &&
    typeof hlc === 'string' &&
    isHlc(hlc) &&
    typeof wallAtUtcMs === 'number' &&
    isUtcMs(wallAtUtcMs) &&
    (serverOffsetMs === null || isWhole(serverOffsetMs, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) &&
    (isId(actor) || actor === 'system' || actor === 'customer' || actor === 'platform') &&
    isText(type, 80) &&
    isWhole(v, 1, 1_000_000) &&
    isText(stream, 100) &&
    Array.isArray(parents) &&
    parents.length <= 100 &&
    parents.every(isId) &&
    typeof payload === 'string' &&
    isHash(prevHash) &&
    isHash(hash) &&
    (signature === null || (typeof signature === 'string' && isSignatureHex(signature)))
  )
}

const fieldCount = 16

function partial(value: object): { readonly [Field in keyof WireEvent]?: unknown } {
  return value
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && isUuidV7(value)
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && isSha256Hex(value)
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
}

/** Characters are code points, as the schema counts them. */
function isText(value: unknown, mostChars: number): boolean {
  if (typeof value !== 'string' || value.length < 1 || value.length > mostChars * 2) return false
  return value.length <= mostChars || Array.from(value).length <= mostChars
}
