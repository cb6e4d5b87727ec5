import { describe, expect, test } from 'vitest'
import { longestWaitMs, waitMs } from '../../../core/sync/backoff.ts'
import { batchLength, pushMostBytes, pushMostEvents } from '../../../core/sync/batches.ts'
import { nextJobNo } from '../../../core/sync/jobNo.ts'
import { judge } from '../../../core/sync/receive.ts'
import { chainStart } from '../../../core/wire/envelope.ts'

describe('a receiver of a chain', () => {
  const stored = new Map([
    [1, 'a'],
    [2, 'b'],
  ])
  const head = { dseq: 2, hash: 'b' }
  const ask = (dseq: number, prevHash: string, hash: string) => judge({ dseq, prevHash, hash }, head, (n) => stored.get(n) ?? null)

  test('takes the next event, and only if it follows the last one', () => {
    expect(ask(3, 'b', 'c')).toEqual({ kind: 'accept' })
    expect(ask(3, 'x', 'c')).toEqual({ kind: 'fork', atDseq: 3 })
    expect(judge({ dseq: 1, prevHash: chainStart, hash: 'a' }, { dseq: 0, hash: chainStart }, () => null)).toEqual({ kind: 'accept' })
  })
  test('says again that it has what it has', () => {
    expect(ask(1, chainStart, 'a')).toEqual({ kind: 'stored' })
    expect(ask(2, 'a', 'b')).toEqual({ kind: 'stored' })
  })
  test('tells a fork from a repetition by the hash', () => {
    expect(ask(2, 'a', 'B')).toEqual({ kind: 'fork', atDseq: 2 })
  })
  test('names the number that it waits for', () => {
    expect(ask(5, 'd', 'e')).toEqual({ kind: 'gap', expected: 3 })
  })
})

describe('waiting after a failure', () => {
  test('has full jitter, doubles its most from 1 s up to 5 min', () => {
    expect([1, 2, 3].map((failures) => waitMs(failures, 0.999_999, null))).toEqual([1_000, 2_000, 4_000])
    expect(waitMs(1, 0, null)).toBe(0)
    expect(waitMs(60, 0.5, null)).toBe(longestWaitMs / 2)
  })
  test('is never shorter than the server asks for, within an hour', () => {
    expect(waitMs(1, 0.5, 30_000)).toBe(30_000)
    expect(waitMs(1, 0.5, 10 ** 12)).toBe(longestWaitMs * 12)
  })
})

describe('a push', () => {
  test('holds a thousand events at most', () => {
    expect(batchLength(Array.from({ length: 3_000 }, () => 10))).toBe(pushMostEvents)
    expect(batchLength([1, 1, 1], 2)).toBe(2)
  })
  test('holds a megabyte at most, but always one event', () => {
    expect(batchLength([pushMostBytes - 1, 1, 1])).toBe(2)
    expect(batchLength([pushMostBytes * 5, 1])).toBe(1)
    expect(batchLength([])).toBe(0)
  })
})

describe('the number of a new job', () => {
  test('counts on while there is one PC', () => {
    expect([nextJobNo(0, null), nextJobNo(41, null)]).toEqual([1, 42])
  })
  test('says by its last digit who opened it, and grows', () => {
    expect([0, 1, 2, 9, 10].map((deviceNo) => nextJobNo(1_234, deviceNo))).toEqual([1_240, 1_241, 1_242, 1_249, 1_241])
    for (const newest of [0, 9, 10, 57]) for (const deviceNo of [0, 1, 9]) expect(nextJobNo(newest, deviceNo)).toBeGreaterThan(newest)
  })
})
