import type { ActorId, DeviceId, EventId, GarageId } from '../basics/ids.ts'
import type { UtcMs } from '../basics/instant.ts'
import { canonicalJson } from './canonical.ts'
import type { Hlc } from './hlc.ts'

/** What a device's first event chains to. */
export const chainStart = '0'.repeat(64)

/**
 * One fact as it is stored and, later, sent: who, where, when, after what, and chained per device, so that a shortened
 * or altered history shows (sync.md, "Model"). `payload` is the event without its `type`.
 */
export type Envelope = {
  readonly id: EventId
  readonly garage: GarageId
  readonly device: DeviceId
  /** 1, 2, 3 ... without a gap per device. */
  readonly dseq: number
  readonly hlc: Hlc
  readonly wallAtUtcMs: UtcMs
  /** Wall clock minus the platform's clock at the last contact, in ms; null before the first one. */
  readonly serverOffsetMs: number | null
  readonly actor: ActorId
  readonly type: string
  readonly v: number
  readonly stream: string
  /** Heads of the stream that the writer saw: the ids of the newest events before this one. */
  readonly parents: readonly EventId[]
  readonly payload: unknown
  readonly prevHash: string
}

/** The bytes (as text, UTF-8) that the event's hash is taken over. */
export function hashedText(envelope: Envelope): string {
  return canonicalJson(envelope)
}

/** The same of an event whose payload is canonical text already, as it is stored and sent. */
export function hashedTextOfStored({ payload, ...rest }: Omit<Envelope, 'payload'> & { readonly payload: string }): string {
  const { actor, device, dseq, garage, hlc, id, parents, prevHash, serverOffsetMs, stream, type, v, wallAtUtcMs } = rest
  for (const text of [actor, device, garage, hlc, id, prevHash, stream, type, ...parents]) {
    if (!text.isWellFormed()) throw new TypeError('lone surrogate in canonical text')
  }
  // The members stand in the order of their names, and JSON.stringify keeps it: every event of every push passes here.
  const before = JSON.stringify({ actor, device, dseq, garage, hlc, id, parents })
  const after = JSON.stringify({ prevHash, serverOffsetMs, stream, type, v, wallAtUtcMs })
  return `${before.slice(0, -1)},"payload":${payload},${after.slice(1)}`
}
