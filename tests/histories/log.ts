import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import type { Verdict } from '../../core/sync/receive.ts'
import { chainStart } from '../../core/wire/envelope.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { Folded } from './folded.ts'
import type { Seams } from './seams.ts'

/** What one database holds: events in the order of their arrival, found again by device, stream and id. */
export type Log = {
  rows: readonly WireEvent[]
  readonly chains: Map<DeviceId, readonly WireEvent[]>
  readonly streams: Map<string, readonly WireEvent[]>
  readonly byId: Map<EventId, WireEvent>
  /** States that need not be folded again; dropped with each new event of their stream. */
  readonly folded: Map<string, Folded>
}

/** `known`: the fact is there under another device's number, as after a fork. */
export type Taken = Verdict | { readonly kind: 'known'; readonly held: WireEvent }

export function emptyLog(): Log {
  return { rows: [], chains: new Map(), streams: new Map(), byId: new Map(), folded: new Map() }
}

/** Arrays in a log are replaced, never changed, so that a copy shares them. */
export function copyOf({ rows, chains, streams, byId, folded }: Log): Log {
  return { rows, chains: new Map(chains), streams: new Map(streams), byId: new Map(byId), folded: new Map(folded) }
}

export function append(log: Log, event: WireEvent): void {
  log.rows = [...log.rows, event]
  log.chains.set(event.device, [...(log.chains.get(event.device) ?? []), event])
  log.streams.set(event.stream, [...(log.streams.get(event.stream) ?? []), event])
  log.byId.set(event.id, event)
  log.folded.delete(event.stream)
}

/** Takes rows out again: of a fork, into a place of their own. */
export function remove(log: Log, gone: ReadonlySet<WireEvent>): void {
  log.rows = log.rows.filter((event) => !gone.has(event))
  for (const { id, device, stream } of gone) {
    log.chains.set(
      device,
      (log.chains.get(device) ?? []).filter((event) => !gone.has(event)),
    )
    log.streams.set(
      stream,
      (log.streams.get(stream) ?? []).filter((event) => !gone.has(event)),
    )
    log.byId.delete(id)
    log.folded.delete(stream)
  }
}

export function headOf(
  { chains }: Log,
  device: DeviceId,
): { readonly dseq: number; readonly hash: string; readonly hlc: WireEvent['hlc'] | null } {
  return chains.get(device)?.at(-1) ?? { dseq: 0, hash: chainStart, hlc: null }
}

export function hashAt({ chains }: Log, device: DeviceId, dseq: number): string | null {
  const chain = chains.get(device) ?? []
  const near = chain[dseq - 1]
  return (near?.dseq === dseq ? near : chain.find((event) => event.dseq === dseq))?.hash ?? null
}

/** One event that came from elsewhere, judged and stored where it fits. */
export function take(log: Log, event: WireEvent, seams: Seams): Taken {
  const verdict = seams.judge(event, headOf(log, event.device), (dseq) => hashAt(log, event.device, dseq))
  if (verdict.kind === 'stored' && seams.storesTwice) append(log, event)
  if (verdict.kind !== 'accept') return verdict
  const held = log.byId.get(event.id)
  if (held !== undefined) return { kind: 'known', held }
  append(log, event)
  return verdict
}

/** What a peer that holds a device's chain up to a number lacks of it. */
export function after({ chains }: Log, device: DeviceId, dseq: number): readonly WireEvent[] {
  return (chains.get(device) ?? []).filter((event) => event.dseq > dseq)
}
