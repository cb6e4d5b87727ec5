import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { minuteMs } from '../../core/basics/instant.ts'
import { expectedStarts } from '../../core/domain/queue/expectedStart.ts'
import type { QueueInput } from '../../core/domain/queue/types.ts'
import { orderQueue } from '../../core/domain/queue/order.ts'
import { loadNames, loads, makeDay, type Day } from './day.ts'
import { daySeed, figureNames } from './measure.ts'
import { passedOverBy } from './passedOver.ts'
import { policyNames, relabelFor } from './policies.ts'
import { decideBy, simulateDay } from './simulateDay.ts'

function days(count: number, load: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => makeDay(daySeed(2, index), load))
}

describe('simulate:queue', () => {
  test('prints the table, ends with the evidence line, and reaches what is wanted', () => {
    const script = new URL('simulateQueue.ts', import.meta.url).pathname
    const { stdout, status } = spawnSync(process.execPath, [script, '--days', '150', '--seed', '1', '--json'], { encoding: 'utf8' })
    const evidence: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
    const names = loadNames.flatMap((load) => policyNames.flatMap((policy) => figureNames.map((name) => `${policy}/${load}/${name}`)))
    expect(evidence).toMatchObject({ ok: true, seed: 1, rows: names.map((name) => ({ name, ok: true })) })
    expect(stdout).toContain('slotFirst/full/onTimeStarted10Pct')
    expect(status).toBe(0)
  })
})

describe('made-up days', () => {
  test('have the planned load, the late, the absent and the unbooked in the wanted shares', () => {
    for (const load of loadNames) {
      const made = days(300, loads[load])
      const visits = made.flatMap((day) => day.visits)
      const plannedMin = visits.reduce((sum, { estimate }) => sum + estimate.meanMin, 0)
      const workedMin = visits.reduce((sum, { workMs }) => sum + workMs / minuteMs, 0)
      const booked = visits.flatMap(({ slotStartUtcMs, arrivesAtUtcMs }) =>
        slotStartUtcMs === null ? [] : [{ slotStartUtcMs, arrivesAtUtcMs }],
      )
      const absent = booked.filter(({ arrivesAtUtcMs }) => arrivesAtUtcMs === null)
      const late = booked.filter(
        ({ slotStartUtcMs, arrivesAtUtcMs }) => arrivesAtUtcMs !== null && arrivesAtUtcMs > slotStartUtcMs + 10 * minuteMs,
      )
      expect(plannedMin / (made.length * 3 * 540)).toBeCloseTo(loads[load], 1)
      expect(workedMin / plannedMin).toBeCloseTo(1, 1)
      expect(absent.length / booked.length).toBeCloseTo(0.05, 1)
      expect(late.length / booked.length).toBeGreaterThan(0.15)
      expect(late.length / booked.length).toBeLessThan(0.18)
    }
  })

  test('are the same for the same seed, and others for another', () => {
    expect(makeDay(5, 0.79)).toEqual(makeDay(5, 0.79))
    expect(makeDay(5, 0.79)).not.toEqual(makeDay(6, 0.79))
  })
})

function passedOverOn(policy: keyof typeof relabelFor): number {
  return days(40, loads.full).reduce((sum, day) => {
    let passed = 0
    simulateDay(day, decideBy(relabelFor[policy]), ({ input, starts }) => (passed += passedOverBy(input, starts).length))
    return sum + passed
  }, 0)
}

describe('whole days under slot first', () => {
  test('nobody on time is passed over; under the other orders some are', () => {
    expect(passedOverOn('slotFirst')).toBe(0)
    expect(passedOverOn('fifo')).toBeGreaterThan(0)
    expect(passedOverOn('appointmentOrder')).toBeGreaterThan(0)
    expect(passedOverOn('dueTimeNoGuard')).toBeGreaterThan(0)
  })

  test('nobody late or without a slot is held for the same customer longer than H + g', () => {
    let longestMin = 0
    for (const day of days(25, loads.full)) {
      const since = new Map<string, number>()
      simulateDay(day, decideBy(relabelFor.slotFirst), ({ input }) => {
        for (const hold of holds(input)) {
          const begun = since.get(hold) ?? input.nowUtcMs
          since.set(hold, begun)
          longestMin = Math.max(longestMin, (input.nowUtcMs - begun) / minuteMs)
        }
      })
    }
    expect(longestMin).toBeGreaterThan(5)
    expect(longestMin).toBeLessThanOrEqual(20)
  })

  test('everyone who came is served', () => {
    for (const day of days(25, loads.full)) {
      const came = day.visits.filter(({ arrivesAtUtcMs }) => arrivesAtUtcMs !== null)
      expect(simulateDay(day, decideBy(relabelFor.slotFirst))).toHaveLength(came.length)
    }
  })
})

function holds(input: QueueInput): readonly string[] {
  return orderQueue(input, { expectedStarts: false }).flatMap(({ jobId, arrival, turn }) =>
    arrival.arrivalClass !== 'onTime' && turn.kind === 'wait' && turn.why.code === 'guard'
      ? [`${jobId} for ${turn.why.protectsJobId}`]
      : [],
  )
}

describe('expected start told at check-in', () => {
  test.each(loadNames)('80 % +-5 of starts are at or before P80, at %s load', (load) => {
    let told = 0
    let kept = 0
    for (const day of days(100, loads[load])) {
      const promised = new Map<string, number>()
      const served = simulateDay(day, decideBy(relabelFor.slotFirst), ({ input, starts }) => {
        const startsNow = new Set(starts.map(({ jobId }) => jobId))
        const arrived = input.waiting.filter((job) => job.arrivedAtUtcMs === input.nowUtcMs && !startsNow.has(job.jobId))
        if (arrived.length === 0) return
        const expected = expectedStarts(input)
        for (const { jobId } of arrived) promised.set(jobId, expected.get(jobId)?.p80UtcMs ?? 0)
      })
      for (const { visit, startedAtUtcMs } of served) {
        const latest = promised.get(visit.jobId)
        if (latest === undefined) continue
        told += 1
        if (startedAtUtcMs <= latest) kept += 1
      }
    }
    const sharePct = (100 * kept) / told
    expect(sharePct).toBeGreaterThan(75)
    expect(sharePct).toBeLessThan(85)
  })
})
