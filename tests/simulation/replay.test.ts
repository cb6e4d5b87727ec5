import { describe, expect, test } from 'vitest'
import { addMinutes, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { defaultQueueSettings } from '../../core/domain/queue/types.ts'
import { makeDay } from './day.ts'
import { bayId, jobId, personId } from './ids.ts'
import { policyNames, relabelFor } from './policies.ts'
import { orderBy, replayDay, type DayLog, type LoggedJob } from './replay.ts'
import { decideBy, simulateDay } from './simulateDay.ts'

const eight = utcMs(Date.UTC(2026, 0, 3, 8))
const after = (minutes: number): UtcMs => addMinutes(eight, minutes)

function logged(id: string, slot: number | null, arrived: number | null, started: number | null): LoggedJob {
  return {
    jobId: jobId(id),
    slotStartUtcMs: slot === null ? null : after(slot),
    arrivedAtUtcMs: arrived === null ? null : after(arrived),
    startedAtUtcMs: started === null ? null : after(started),
    workedMin: 30,
    needs: { skills: [], bayKinds: [] },
    estimate: { meanMin: 30, variation: 0.35 },
  }
}

const log: DayLog = {
  opensAtUtcMs: eight,
  closesAtUtcMs: after(540),
  settings: defaultQueueSettings,
  mechanics: [{ mechanicId: personId('ali'), skills: [] }],
  bays: [{ bayId: bayId('b1'), kind: 'lift' }],
  jobs: [
    logged('first', null, 0, 0),
    logged('walkIn', null, 1, 30),
    logged('late', 15, 26, 60),
    logged('onTime', 25, 24, 90),
    logged('absent', 20, null, null),
    logged('left', null, 10, null),
  ],
}

describe('replay of a real day', () => {
  test('gives the order that each policy would have made, beside the order as it was', () => {
    const { asItWas, byPolicy } = replayDay(log)
    const orders = Object.fromEntries([...byPolicy].map(([policy, starts]) => [policy, starts.map((start) => start.jobId)]))
    expect(asItWas).toEqual(['first', 'walkIn', 'late', 'onTime'])
    expect(orders).toEqual({
      fifo: ['first', 'walkIn', 'onTime', 'late'],
      appointmentOrder: ['first', 'late', 'onTime', 'walkIn'],
      strictClasses: ['first', 'onTime', 'late', 'walkIn'],
      dueTimeNoGuard: ['first', 'onTime', 'late', 'walkIn'],
      slotFirst: ['first', 'onTime', 'late', 'walkIn'],
    })
  })

  test('starts nobody before he came, and nobody who did not come', () => {
    for (const policy of policyNames) {
      const starts = orderBy(policy, log)
      expect(starts.map((start) => start.startedAtUtcMs)).toEqual([after(0), after(30), after(60), after(90)])
    }
  })

  test('of a simulated day’s own log gives that day again', () => {
    const day = makeDay(3, 0.93)
    const served = simulateDay(day, decideBy(relabelFor.slotFirst))
    const startedAt = new Map(served.map(({ visit, startedAtUtcMs }) => [visit.jobId, startedAtUtcMs]))
    const jobs = day.visits.map((visit) => ({
      ...visit,
      arrivedAtUtcMs: visit.arrivesAtUtcMs,
      startedAtUtcMs: startedAt.get(visit.jobId) ?? null,
      workedMin: visit.workMs / 60_000,
    }))
    const replayed = orderBy('slotFirst', { ...day, jobs })
    expect(replayed).toEqual(served.map(({ start, startedAtUtcMs }) => ({ ...start, startedAtUtcMs })))
  })
})
