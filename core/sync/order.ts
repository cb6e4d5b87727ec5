import type { DeviceId, EventId } from '../basics/ids.ts'

/** What the order of a stream rests on. */
export type Placed = {
  readonly id: EventId
  readonly parents: readonly EventId[]
  readonly hlc: string
  readonly device: DeviceId
  readonly dseq: number
}

export type Ordered<Event> = {
  readonly event: Event
  /** Earlier events of this order that the writer had not seen: nearly always none. */
  readonly apart: readonly EventId[]
}

const none: readonly EventId[] = []

/**
 * The canonical order of a stream's events: each after its parents; of those that may stand next, the one with the least
 * hlc, then device, then dseq (sync.md, "Model"). It depends on the set of events alone, never on the order of their arrival,
 * and clocks only break ties. A parent that has not arrived yet holds nothing up: once it comes, the stream is folded again.
 */
export function canonicalOrder<Event extends Placed>(events: readonly Event[]): readonly Ordered<Event>[] {
  if (isChain(events)) return events.map((event) => ({ event, apart: none }))
  const waitsFor = new Map<EventId, number>()
  const children = new Map<EventId, Event[]>()
  const present = new Map(events.map((event) => [event.id, event]))
  const ready: Event[] = []
  for (const event of present.values()) {
    const parents = event.parents.filter((parent) => present.has(parent) && parent !== event.id)
    waitsFor.set(event.id, parents.length)
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), event])
    if (parents.length === 0) ready.push(event)
  }
  const seenBy = new Map<EventId, ReadonlySet<EventId>>()
  const ordered: Ordered<Event>[] = []
  const placed = new Set<EventId>()
  while (placed.size < present.size) {
    // Only forged parents run in a circle. What stands in one is placed by its stamp: nothing honest behind it may be dropped.
    if (ready.length === 0)
      ready.push(
        ...[...present.values()]
          .filter(({ id }) => !placed.has(id))
          .toSorted(byStamp)
          .slice(0, 1),
      )
    ready.sort(byStamp)
    const [event] = ready.splice(0, 1)
    if (event === undefined) break
    placed.add(event.id)
    const seen = new Set(event.parents.flatMap((parent) => (present.has(parent) ? [parent, ...(seenBy.get(parent) ?? none)] : none)))
    seenBy.set(event.id, seen)
    const apart = ordered.flatMap((earlier) => (seen.has(earlier.event.id) ? none : [earlier.event.id]))
    ordered.push({ event, apart: apart.length === 0 ? none : apart })
    for (const child of children.get(event.id) ?? []) {
      const left = (waitsFor.get(child.id) ?? 0) - 1
      waitsFor.set(child.id, left)
      if (left === 0 && !placed.has(child.id)) ready.push(child)
    }
  }
  return ordered
}

/** The newest events of a stream: those that no other one has for a parent. What is written next names them as its parents. */
export function heads(events: readonly Pick<Placed, 'id' | 'parents'>[]): readonly EventId[] {
  const followed = new Set(events.flatMap(({ parents }) => parents))
  return events.flatMap(({ id }) => (followed.has(id) ? none : [id]))
}

/** Each event follows the one before it: what every stream is that one device writes, in the order in which it was written. */
function isChain(events: readonly Placed[]): boolean {
  return events.every(({ parents }, index) => {
    const before = events[index - 1]
    return before === undefined ? parents.length === 0 : parents.length === 1 && parents[0] === before.id
  })
}

function byStamp(a: Placed, b: Placed): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1
  if (a.device !== b.device) return a.device < b.device ? -1 : 1
  return a.dseq - b.dseq
}
