import type { ActorId, DeviceId, EventId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { hashedTextOfStored } from '../../core/wire/envelope.ts'
import { nextHlc } from '../../core/wire/hlc.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { append, headOf, type Log } from './log.ts'
import { newId, sha256, type World } from './world.ts'

export type Writer = { readonly log: Log; readonly device: DeviceId; readonly actor: ActorId; readonly nowUtcMs: UtcMs }

/** Appends facts to a stream as a device writes them, and notes that a person was told so. */
export function record(
  world: World,
  writer: Writer,
  stream: string,
  facts: readonly { readonly type: string }[],
  press: number | null,
): readonly EventId[] {
  return facts.map(({ type, ...payload }) => {
    const { log, device, actor, nowUtcMs } = writer
    const before = log.streams.get(stream) ?? []
    const head = headOf(log, device)
    const event = hashed({
      id: newId<EventId>(world),
      garage: world.garage,
      device,
      dseq: head.dseq + 1,
      hlc: nextHlc(head.hlc, nowUtcMs),
      wallAtUtcMs: nowUtcMs,
      serverOffsetMs: null,
      actor,
      type,
      v: eventVersion(type),
      stream,
      parents: world.seams.parentsOf(before),
      payload: canonicalJson(payload),
      prevHash: head.hash,
    })
    append(log, event)
    world.told.set(event.id, { fact: factOf(event), stream, seen: before.map(({ id }) => id), press })
    return event.id
  })
}

/** The same fact under another device's number: nothing of it changes but its place in a chain. */
export function recordAgain(log: Log, device: DeviceId, event: WireEvent, id: EventId): void {
  const { hash: _, ...fact } = event
  const head = headOf(log, device)
  append(log, hashed({ ...fact, id, device, dseq: head.dseq + 1, prevHash: head.hash }))
}

function hashed(event: Omit<WireEvent, 'hash' | 'signature'>): WireEvent {
  return { ...event, hash: sha256(hashedTextOfStored(event)), signature: null }
}

/** What a fact says, whoever's chain it stands in. */
export function factOf({ stream, type, v, actor, wallAtUtcMs, hlc, parents, payload }: WireEvent): string {
  return [stream, type, v, actor, wallAtUtcMs, hlc, parents.join(' '), payload].join('\n')
}
