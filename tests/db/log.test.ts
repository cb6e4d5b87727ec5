import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { hlcParts, isHlc } from '../../core/wire/hlc.ts'
import { appendEvents } from '../../db/log/append.ts'
import { readStream } from '../../db/log/read.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { jobStream } from '../../core/wire/jobEvents.ts'
import { author } from '../support/author.ts'
import { temporaryDatabase, write } from '../support/database.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { arrived, booked, slot } from '../support/jobEvents.ts'

const job = testId<JobId>(5000)

describe('the log', () => {
  it('numbers, stamps and chains what it stores', () => {
    const db = temporaryDatabase()
    write(db, job, at('08:00'), booked(slot))
    write(db, job, at('09:55'), arrived(slot, 'onTime'))
    const rows = db
      .prepare<[], { dseq: number; prev_hash: string; hash: string; parents: string; id: string }>('SELECT * FROM event ORDER BY seq')
      .all()
    expect(rows.map((row) => row.dseq)).toEqual([1, 2])
    expect(rows[0]?.prev_hash).toBe('0'.repeat(64))
    expect(rows[1]?.prev_hash).toBe(rows[0]?.hash)
    expect(JSON.parse(rows[1]?.parents ?? '')).toEqual([rows[0]?.id])
    expect(firstChainFault(db)).toBeNull()
  })

  it('only grows: neither an update nor a delete gets through', () => {
    const db = temporaryDatabase()
    write(db, job, at('08:00'), booked(slot))
    expect(() => db.exec("UPDATE event SET payload = '{}'")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM event')).toThrow('never deleted')
    expect(() => db.exec('INSERT OR REPLACE INTO event SELECT * FROM event')).toThrow('never deleted')
    expect(readStream(db, jobStream(job))).toHaveLength(1)
  })

  it('takes back a whole transaction or nothing of it', () => {
    const db = temporaryDatabase()
    write(db, job, at('08:00'), booked(slot))
    const twice = testId<never>(77)
    const event = { id: twice, stream: 'job:x', type: 'workFinished', v: 1, payload: {} }
    const append = db.transaction(() => appendEvents(db, { ...author, wallAtUtcMs: at('09:00') }, [event, event]))
    expect(() => append.immediate()).toThrow('the log holds an event')
    expect(firstChainFault(db)).toBeNull()
    expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(1)
  })

  it('refuses to append outside a transaction', () => {
    const db = temporaryDatabase()
    expect(() => appendEvents(db, { ...author, wallAtUtcMs: at('09:00') }, [])).toThrow('transaction')
  })

  it('goes on whatever the wall clock does: an hour back, two years ahead, before 1970', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000_000_000, max: 4_000_000_000_000 }), { minLength: 2, maxLength: 12 }), (walls) => {
        const db = temporaryDatabase()
        walls.forEach((wall, index) => write(db, testId(6000 + index), utcMs(wall), booked(null)))
        const stamps = db.prepare<[], string>('SELECT hlc FROM event ORDER BY dseq').pluck().all().map(String)
        expect(stamps.every(isHlc)).toBe(true)
        expect(stamps).toEqual(stamps.toSorted())
        expect(new Set(stamps).size).toBe(stamps.length)
      }),
      { numRuns: 15 },
    )
  })

  it('shows a changed byte, a missing event and a changed order', () => {
    const faults: readonly [string, string][] = [
      [`UPDATE event SET payload = replace(payload, '"jobNo":1', '"jobNo":2') WHERE dseq = 2`, 'hash'],
      ['DELETE FROM event WHERE dseq = 2', 'gap'],
      ['UPDATE event SET wall_at_utc_ms = wall_at_utc_ms + 1 WHERE dseq = 3', 'hash'],
      [`UPDATE event SET hash = '${'1'.repeat(64)}' WHERE dseq = 1`, 'hash'],
    ]
    for (const [tamper, code] of faults) {
      const db = temporaryDatabase()
      for (const n of [1, 2, 3]) write(db, testId(7000 + n), at('08:00'), booked(null))
      db.exec(`DROP TRIGGER event_never_updated; DROP TRIGGER event_never_deleted; ${tamper}`)
      expect(firstChainFault(db)).toMatchObject({ code })
    }
  })
})

describe('canonical text', () => {
  it('is the same for the same value in any order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).toReversed())
        fc.pre(isWellFormed(value))
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('refuses what JSON cannot carry', () => {
    for (const value of [Number.NaN, Infinity, '\ud800', () => 1, 1n, undefined]) expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

it('a stamp survives 10^5 events in one millisecond', () => {
  const db = temporaryDatabase()
  write(db, job, utcMs(5), booked(null))
  db.exec(`DROP TRIGGER event_never_updated; UPDATE event SET hlc = '000000000000005-99999'`)
  write(db, testId(5001), utcMs(5), booked(null))
  const last = String(db.prepare('SELECT hlc FROM event ORDER BY seq DESC LIMIT 1').pluck().get())
  expect(isHlc(last) && hlcParts(last)).toEqual({ ms: 6, counter: 0 })
})

function isWellFormed(value: unknown): boolean {
  return JSON.stringify(value).isWellFormed() && !JSON.stringify(value).includes('\\ud')
}
