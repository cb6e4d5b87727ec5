import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeviceId, EventId } from '../../../core/basics/ids.ts'
import { canonicalOrder, heads, type Placed } from '../../../core/sync/order.ts'
import { testId } from '../../support/ids.ts'

const id = (n: number): EventId => testId<EventId>(n)
const event = (n: number, parents: readonly number[], hlc: string, by = 1): Placed => ({
  id: id(n),
  parents: parents.map(id),
  hlc,
  device: testId<DeviceId>(by),
  dseq: n,
})
const idsOf = (events: readonly Placed[]) => canonicalOrder(events).map(({ event: each }) => each.id)

describe('the canonical order', () => {
  test('puts parents first, whatever the clocks say', () => {
    expect(idsOf([event(2, [1], '1'), event(1, [], '9')])).toEqual([id(1), id(2)])
  })

  test('breaks ties by hlc, then device, then number', () => {
    expect(idsOf([event(1, [], '1'), event(2, [1], '5', 2), event(3, [1], '4', 3), event(4, [1], '5', 1)])).toEqual([1, 3, 4, 2].map(id))
  })

  test('names what a writer had not seen', () => {
    const ordered = canonicalOrder([event(1, [], '1'), event(2, [1], '2'), event(3, [1], '3', 2), event(4, [2, 3], '4')])
    expect(ordered.map(({ apart }) => apart)).toEqual([[], [], [id(2)], []])
  })

  test('is not held up by a parent that has not come yet', () => {
    expect(idsOf([event(3, [2], '3'), event(1, [], '1')])).toEqual([id(1), id(3)])
  })

  test('drops nothing honest behind parents that run in a circle', () => {
    const ids = idsOf([event(1, [], '1'), event(2, [3], '2'), event(3, [2], '3'), event(4, [1, 2], '4'), event(5, [4], '5')])
    expect(ids.toSorted()).toEqual([1, 2, 3, 4, 5].map(id))
    expect(ids.slice(-2)).toEqual([id(4), id(5)])
  })

  test('heads are what no other event follows', () => {
    expect(heads([event(1, [], '1'), event(2, [1], '2'), event(3, [1], '3')])).toEqual([id(2), id(3)])
  })

  test('of any set of events is one order, whatever order they came in, with every parent before its child', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000)
    console.log(`canonical order, seed ${seed}`)
    const drawnEvent = fc.record({ back: fc.array(fc.nat(6), { maxLength: 3 }), hlc: fc.nat(5), by: fc.nat(3), dice: fc.nat() })
    fc.assert(
      fc.property(fc.array(drawnEvent, { maxLength: 14 }), (drawn) => {
        const events = drawn.map(({ back, hlc, by }, index) =>
          event(index + 1, [...new Set(back.map((each) => index - each).filter((parent) => parent >= 1))], String(hlc), by),
        )
        const shuffled = events.toSorted((a, b) => (drawn[a.dseq - 1]?.dice ?? 0) - (drawn[b.dseq - 1]?.dice ?? 0))
        const ordered = canonicalOrder(events)
        expect(canonicalOrder(shuffled)).toEqual(ordered)
        expect(ordered).toHaveLength(events.length)
        const place = new Map(ordered.map(({ event: each }, index) => [each.id, index]))
        for (const { event: each, apart } of ordered) {
          for (const parent of each.parents) expect(place.get(parent)).toBeLessThan(place.get(each.id) ?? -1)
          // Seen and apart together are everything before it.
          expect(apart.length + ancestorsOf(each, events).size).toBe(place.get(each.id))
        }
      }),
      { seed, numRuns: 2_000 },
    )
  })
})

function ancestorsOf(of: Placed, events: readonly Placed[]): ReadonlySet<EventId> {
  const found = new Set<EventId>()
  const look = (parents: readonly EventId[]): void => {
    for (const parent of parents) {
      if (found.has(parent)) continue
      found.add(parent)
      look(events.find((each) => each.id === parent)?.parents ?? [])
    }
  }
  look(of.parents)
  return found
}
