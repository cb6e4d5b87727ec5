import { describe, expect, it } from 'vitest'
import type { DeviceId, JobId } from '../../core/basics/ids.ts'
import { deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { nextHlc } from '../../core/wire/hlc.ts'
import { eventMessage } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { sha256Hex } from '../../db/log/append.ts'
import { recordAgain, setAsideForeign } from '../../db/log/forked.ts'
import { lastSeq } from '../../db/log/read.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { refold, touching } from '../../db/projections/refold.ts'
import { deviceKeyOf, newPrivateKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { absorb, bring, eventsOf, jobFact, newEventId, newPc, recordAt, type Pc } from '../support/devices.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { arrived, booked, slot } from '../support/jobEvents.ts'

const jobId = testId<JobId>(9001)
const moved = at('12:00')

/** Two programs of one copied data folder: the same two facts, then a third one of each. */
function twins(): { readonly mine: Pc; readonly theirs: Pc } {
  const [mine, theirs] = [newPc(1), newPc(1)]
  recordAt(mine, at('08:00'), jobFact(jobId, booked(slot)))
  recordAt(mine, at('08:01'), jobFact(testId(9002), booked(slot)))
  bring(mine, theirs)
  recordAt(mine, at('09:55'), jobFact(jobId, arrived(slot, 'onTime')))
  recordAt(mine, at('09:56'), jobFact(testId(9003), booked(null)))
  recordAt(theirs, at('09:57'), jobFact(testId(9004), booked(null)))
  return { mine, theirs }
}

const newDevice = testId<DeviceId>(70)
const again = (pc: Pc, fromDseq: number) =>
  pc.db.transaction(() => recordAgain(pc.db, { from: pc.device, fromDseq, to: newDevice, sign: null, movedAtUtcMs: moved })).immediate()

describe('the log', () => {
  it('lets a row go that stands whole beside it, and no other', () => {
    const { mine } = twins()
    const columns = 'seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents'
    const { db } = mine
    expect(() => db.exec('DELETE FROM event WHERE dseq = 4')).toThrow('never deleted')
    const forge = (payload: string) =>
      db.exec(`INSERT INTO forked_event (${columns}, payload, prev_hash, hash, signature, moved_at_utc_ms)
        SELECT ${columns}, ${payload}, prev_hash, hash, signature, 0 FROM event WHERE dseq = 4`)
    forge("'{}'")
    expect(() => db.exec('DELETE FROM event WHERE dseq = 4')).toThrow('never deleted')
    expect(() => db.exec('DELETE FROM forked_event')).toThrow('never deleted')
    expect(() => db.exec('UPDATE forked_event SET dseq = 3')).toThrow('never changed')
    expect(eventsOf(mine)).toHaveLength(4)
  })
})

describe('after a fork', () => {
  it('the same facts stand under the new id: same ids, streams, parents, payloads, stamps and times; the rows say the same', () => {
    const { mine } = twins()
    const before = eventsOf(mine)
    const rows = projectionDigests(mine.db)
    const seq = lastSeq(mine.db)
    again(mine, 3)
    const after = eventsOf(mine)
    const said = (event: (typeof before)[number]) => ({ ...event, device: '', dseq: 0, prevHash: '', hash: '' })
    expect(after.map(said)).toEqual(before.map(said))
    expect(after.map(({ device, dseq }) => [device === newDevice, dseq])).toEqual([
      [false, 1],
      [false, 2],
      [true, 1],
      [true, 2],
    ])
    expect(firstChainFault(mine.db)).toBeNull()
    expect(mine.db.prepare('SELECT count(*) FROM forked_event').pluck().get()).toBe(2)
    // No number is given twice: another PC that pulled the old rows is given the new ones.
    expect(mine.db.prepare('SELECT min(seq) FROM event WHERE device = ?').pluck().get(newDevice)).toBe(seq + 1)
    expect(projectionDigests(mine.db)).toEqual(rows)
    rebuildProjections(mine.db)
    expect(projectionDigests(mine.db)).toEqual(rows)
  })

  it('signs the chain anew, and leaves the old announcement of a key behind', () => {
    const key = deviceKeyOf(newPrivateKey(), 'file')
    const pc = newPc(1, key)
    const announce = (device: DeviceId) => ({
      id: newEventId(),
      stream: deviceStream(device),
      type: deviceKeyMadeType,
      v: 1,
      payload: { publicKeyHex: key.publicKeyHex, keeper: 'file' },
    })
    recordAt(pc, at('08:00'), announce(pc.device), jobFact(jobId, booked(slot)))
    recordAt({ ...pc, device: newDevice }, at('09:00'), announce(newDevice))
    const sign = (hash: string) => key.sign(eventMessage(hash))
    pc.db.transaction(() => recordAgain(pc.db, { from: pc.device, fromDseq: 1, to: newDevice, sign, movedAtUtcMs: moved })).immediate()
    expect(firstChainFault(pc.db)).toBeNull()
    expect(eventsOf(pc).map(({ type, device }) => [type, device])).toEqual([
      [deviceKeyMadeType, newDevice],
      ['jobOpened', newDevice],
    ])
  })

  it('another fact under the same id takes the place of none, whatever of it was changed', () => {
    const { mine } = twins()
    const other = newPc(3)
    bring(mine, other)
    const [fact] = eventsOf(mine).slice(2)
    if (fact === undefined) throw new Error('a fact')
    const changes: readonly Partial<WireEvent>[] = [
      { actor: 'system' },
      { wallAtUtcMs: at('09:00') },
      { serverOffsetMs: 5 },
      { parents: [] },
      { hlc: nextHlc(fact.hlc, at('11:00')) },
      { payload: '{}' },
    ]
    const inNewChain = (changed: Partial<WireEvent>): WireEvent => {
      const { hash: _, signature: __, ...rest } = { ...fact, device: newDevice, dseq: 1, prevHash: chainStart, ...changed }
      return { ...rest, hash: sha256Hex(hashedTextOfStored(rest)), signature: null }
    }
    for (const changed of changes) {
      expect(absorb(other, [inNewChain(changed)])).toMatchObject({ stored: 0, damaged: [fact.id] })
      expect(eventsOf(other)).toEqual(eventsOf(mine))
    }
    expect(absorb(other, [inNewChain({})])).toMatchObject({ stored: 1, damaged: [] })
  })

  it('everybody ends with every fact once, whoever heard of the fork first', () => {
    const { mine, theirs } = twins()
    const [early, late] = [newPc(3), newPc(4)]
    bring(mine, early)
    again(mine, 3)
    // The platform has what the other program wrote; the facts of this one come under its new id.
    const platform = [...eventsOf(theirs), ...eventsOf(mine).filter(({ device }) => device === newDevice)]
    expect(absorb(late, platform)).toMatchObject({ forks: [], gaps: [] })
    expect(absorb(mine, platform)).toMatchObject({ forks: [], gaps: [] })

    expect(absorb(early, platform).forks).toEqual([{ device: theirs.device, dseq: 3 }])
    early.db.transaction(() => refold(early.db, touching(setAsideForeign(early.db, theirs.device, 3, moved)))).immediate()
    expect(absorb(early, platform)).toMatchObject({ forks: [], gaps: [], damaged: [] })
    const ids = (pc: Pc) =>
      eventsOf(pc)
        .map(({ id }) => id)
        .toSorted()
    expect(ids(mine)).toHaveLength(5)
    for (const pc of [early, late]) {
      expect(ids(pc)).toEqual(ids(mine))
      expect(projectionDigests(pc.db)).toEqual(projectionDigests(mine.db))
      expect(firstChainFault(pc.db)).toBeNull()
    }
  })

  it('an id that another fact has is no repetition of it', () => {
    const [a, b] = [newPc(1), newPc(2)]
    const fact = jobFact(jobId, booked(slot))
    recordAt(a, at('08:00'), fact)
    recordAt(b, at('08:00'), { ...jobFact(testId(9005), booked(null)), id: fact.id })
    expect(bring(b, a)).toMatchObject({ stored: 0, damaged: [fact.id] })
  })
})
