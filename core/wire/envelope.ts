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
