import { describe, expect, it } from 'vitest'
import type { RequestId } from '../../../core/basics/ids.ts'
import { type UtcMs, utcMs } from '../../../core/basics/instant.ts'
import type { RequestLine } from '../../../core/contract/syncViews.ts'
import type { RequestStatus } from '../../../core/domain/request/types.ts'
import { countdownTo, nextTickMs } from '../../../renderer/features/requests/countdown.ts'
import { heldOrder, inboxOrder, newcomers, statusNow, waitsForGarage } from '../../../renderer/features/requests/inbox.ts'
import { at, car } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'

const now = at('10:20')
const later = (ms: number): UtcMs => utcMs(now + ms)
const [second, minute, day] = [1_000, 60_000, 86_400_000]

function line(n: number, status: RequestStatus, untilUtcMs: UtcMs | null): RequestLine {
  return {
    requestId: testId<RequestId>(n),
    status,
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    titles: ['تعویض روغن'],
    askedAtUtcMs: at('09:00'),
    untilUtcMs,
    offeredRial: null,
    revision: null,
    jobId: null,
    visitCount: 0,
  }
}
const ids = (lines: readonly RequestLine[]): readonly RequestId[] => lines.map(({ requestId }) => requestId)
const numbers = (...ns: readonly number[]): readonly RequestId[] => ns.map((n) => testId<RequestId>(n))

describe('the countdown', () => {
  it('is in days, then in minutes, and in seconds for the last two minutes; never a unit too many', () => {
    expect(countdownTo(later(3 * day - 1), now)).toEqual({ kind: 'days', days: 2 })
    expect(countdownTo(later(2 * day), now)).toEqual({ kind: 'days', days: 2 })
    expect(countdownTo(later(2 * day - 1), now)).toEqual({ kind: 'minutes', minutes: 2 * 24 * 60 - 1 })
    expect(countdownTo(later(2 * minute), now)).toEqual({ kind: 'minutes', minutes: 2 })
    expect(countdownTo(later(2 * minute - 1), now)).toEqual({ kind: 'seconds', seconds: 119 })
    expect(countdownTo(now, now)).toEqual({ kind: 'seconds', seconds: 0 })
    expect(countdownTo(later(-1), now)).toEqual({ kind: 'over' })
  })

  it('is read again exactly when it reads differently', () => {
    for (const leftMs of [5 * minute, 5 * minute + 1, 2 * minute, 2 * minute - 1, 61 * second, 1, 0, 3 * 60 * minute + 17 * second + 3]) {
      const until = later(leftMs)
      const tick = nextTickMs([until], now) ?? 0
      expect(tick).toBeGreaterThan(0)
      expect(countdownTo(until, utcMs(now + tick - 1))).toEqual(countdownTo(until, now))
      expect(countdownTo(until, utcMs(now + tick))).not.toEqual(countdownTo(until, now))
    }
  })

  it('ticks for whichever changes first, and not at all when all are over', () => {
    expect(nextTickMs([later(30 * minute + 5 * second), later(90 * second + 250), later(-5)], now)).toBe(251)
    expect(nextTickMs([later(-1)], now)).toBeNull()
    expect(nextTickMs([], now)).toBeNull()
  })
})

describe('the inbox', () => {
  it('puts what runs out first on top, and what ran out below all that can still be won', () => {
    const lines = [
      line(1, 'missed', later(-60 * minute)),
      line(2, 'offered', later(40 * minute)),
      line(3, 'new', later(5 * minute)),
      line(4, 'expired', later(-minute)),
      line(5, 'new', later(40 * minute)),
    ]
    expect(ids(inboxOrder(lines, now))).toEqual(numbers(3, 2, 5, 4, 1))
    expect(ids(inboxOrder(lines, later(6 * minute)))).toEqual(numbers(2, 5, 3, 4, 1))
  })

  it('moves nothing while somebody points at it: what is new comes below, what is gone goes', () => {
    const lines = [line(7, 'new', later(minute)), line(2, 'offered', later(40 * minute)), line(3, 'new', later(5 * minute))]
    expect(ids(heldOrder(inboxOrder(lines, now), numbers(2, 9, 3)))).toEqual(numbers(2, 3, 7))
    expect(ids(heldOrder(inboxOrder(lines, now), []))).toEqual(numbers(7, 3, 2))
  })

  it('tells of what came in and waits for an offer, and of nothing when it is opened', () => {
    const before = [line(1, 'new', later(minute))]
    const after = [...before, line(2, 'new', later(minute)), line(3, 'missed', later(-minute))]
    expect(ids(newcomers(before, after))).toEqual(numbers(2))
    expect(ids(newcomers([], after))).toEqual(numbers(1, 2))
    expect(newcomers(null, after)).toEqual([])
  })

  it('knows by itself that a time has run out, before the service is asked again', () => {
    expect(statusNow(line(1, 'new', later(0)), now)).toBe('new')
    expect(statusNow(line(1, 'new', later(-1)), now)).toBe('missed')
    expect(statusNow(line(1, 'offered', later(-1)), now)).toBe('expired')
    expect(statusNow(line(1, 'accepted', null), now)).toBe('accepted')
    expect(waitsForGarage(line(1, 'new', later(1)), now)).toBe(true)
    expect(waitsForGarage(line(1, 'new', later(-1)), now)).toBe(false)
    expect(waitsForGarage(line(1, 'offered', later(1)), now)).toBe(false)
  })
})
