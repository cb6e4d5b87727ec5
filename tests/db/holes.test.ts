import { describe, expect, it } from 'vitest'
import type { ChainHole } from '../../core/wire/protocol.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { deviceHead } from '../../db/log/append.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { countUnread, heads, linksAfterSeq } from '../../db/queries/sync.ts'
import { absorb, eventsOf, jobFact, newPc, recordAt } from '../support/devices.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { booked } from '../support/jobEvents.ts'

function holeOf({ device, dseq, prevHash, hash }: WireEvent): ChainHole {
  return { device, dseq, prevHash, hash }
}

/** A PC with four facts, and the second of them as a server passes it on that has put it aside. */
function withHole() {
  const [from, to] = [newPc(1), newPc(2)]
  for (const n of [1, 2, 3, 4]) recordAt(from, at('08:00'), jobFact(testId(9200 + n), booked(null)))
  const [first, second, third, fourth] = eventsOf(from)
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('four events')
  return { from, to, first, second, third, fourth, hole: holeOf(second) }
}

describe('a hole in a chain', () => {
  it('is gone on over: heads, chain and rebuild count it, and it is told', () => {
    const { from, to, first, third, fourth, hole } = withHole()
    expect(absorb(to, [first, hole, third])).toMatchObject({ stored: 2, holes: 1, gaps: [], forks: [], damaged: [] })
    expect(absorb(to, [first, hole, third])).toMatchObject({ stored: 0, holes: 0, gaps: [], forks: [] })
    expect(absorb(to, [fourth])).toMatchObject({ stored: 1, gaps: [], forks: [] })
    expect(heads(to.db)).toEqual(heads(from.db))
    expect(countUnread(to.db)).toEqual({ newer: 0, invalid: 1 })
    expect(firstChainFault(to.db)).toBeNull()
    const before = projectionDigests(to.db)
    rebuildProjections(to.db)
    expect(projectionDigests(to.db)).toEqual(before)
  })

  it('may be the newest link: the chain goes on from it', () => {
    const { to, first, third, hole } = withHole()
    absorb(to, [first, hole])
    expect(heads(to.db)).toEqual([{ device: hole.device, dseq: 2, hash: hole.hash }])
    expect(deviceHead(to.db, hole.device)).toMatchObject({ dseq: 2, hash: hole.hash })
    expect(absorb(to, [third])).toMatchObject({ stored: 1, gaps: [], forks: [] })
  })

  it('has its place in the chain like any link: without it there is a gap, elsewhere a fork', () => {
    const { to, first, third, fourth, hole } = withHole()
    expect(absorb(to, [first, third])).toMatchObject({ gaps: [{ device: hole.device, expected: 2 }] })
    expect(absorb(to, [{ ...hole, prevHash: 'f'.repeat(64) }, third])).toMatchObject({
      holes: 0,
      forks: [{ device: hole.device, dseq: 2 }],
    })
    absorb(to, [hole, third])
    expect(absorb(to, [{ ...holeOf(fourth), prevHash: hole.hash }])).toMatchObject({ holes: 0, forks: [{ device: hole.device, dseq: 4 }] })
  })

  it('is passed on in its order, under a number of its own', () => {
    const { to, first, third, fourth, hole } = withHole()
    absorb(to, [first, hole, third, fourth])
    const links = linksAfterSeq(to.db, 0, 10, null)
    expect(links.map((link) => ('event' in link ? link.event : link.hole))).toEqual([first, hole, third, fourth])
    expect(links.map(({ gseq }) => gseq)).toEqual([1, 2, 3, 4])
    const pages = [0, 1, 2, 3].flatMap((after) => linksAfterSeq(to.db, after, 1, null))
    expect(pages).toEqual(links)
    expect(linksAfterSeq(to.db, 0, 10, hole.device)).toEqual([])
  })

  it('is filled when another PC brings the event itself', () => {
    const { to, first, second, third, hole } = withHole()
    absorb(to, [first, hole, third])
    const damagedOne = { ...second, payload: '{}' }
    expect(absorb(to, [damagedOne])).toMatchObject({ stored: 0 })
    expect(countUnread(to.db).invalid).toBe(1)
    expect(absorb(to, [second])).toMatchObject({ stored: 1, forks: [] })
    expect(countUnread(to.db).invalid).toBe(0)
    expect(eventsOf(to).map(({ id }) => id)).toEqual([first.id, third.id, second.id])
    expect(firstChainFault(to.db)).toBeNull()
    expect(absorb(to, [hole])).toMatchObject({ holes: 0, forks: [] })
  })
})
