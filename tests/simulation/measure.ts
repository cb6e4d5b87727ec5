import { minuteMs } from '../../core/basics/instant.ts'
import type { QueueInput } from '../../core/domain/queue/types.ts'
import { makeDay, type LoadName, loads } from './day.ts'
import { passedOverBy } from './passedOver.ts'
import { decideBy, simulateDay } from './simulateDay.ts'

/** Waits count from the slot for who was there before it, else from the arrival. */
export type Figures = {
  readonly onTimeStarted10Pct: number
  readonly onTimeP90WaitMin: number
  readonly passedOverPerDay: number
  readonly lateP95WaitMin: number
  readonly lateMaxWaitMin: number
  readonly noSlotP95WaitMin: number
  readonly noSlotMaxWaitMin: number
  readonly overtimeMin: number
}

export const figureNames: readonly (keyof Figures)[] = [
  'onTimeStarted10Pct',
  'onTimeP90WaitMin',
  'passedOverPerDay',
  'lateP95WaitMin',
  'lateMaxWaitMin',
  'noSlotP95WaitMin',
  'noSlotMaxWaitMin',
  'overtimeMin',
]

export const unitOf: Readonly<Record<keyof Figures, string>> = {
  onTimeStarted10Pct: '%',
  onTimeP90WaitMin: 'min',
  passedOverPerDay: 'customers/day',
  lateP95WaitMin: 'min',
  lateMaxWaitMin: 'min',
  noSlotP95WaitMin: 'min',
  noSlotMaxWaitMin: 'min',
  overtimeMin: 'min/day',
}

const promiseMs = 10 * minuteMs

/** Day k of a run has the same customers under every policy. */
export function daySeed(seed: number, dayIndex: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(dayIndex + 1, 0x85ebca6b)) >>> 0
}

export function measure(relabel: (input: QueueInput) => QueueInput, load: LoadName, days: number, seed: number): Figures {
  const waits = { onTime: emptyWaits(), late: emptyWaits(), noSlot: emptyWaits() }
  let kept = 0
  let passedOver = 0
  let overtimeMs = 0
  for (let index = 0; index < days; index += 1) {
    const day = makeDay(daySeed(seed, index), loads[load])
    const passed = new Set<string>()
    const served = simulateDay(day, decideBy(relabel), ({ input, starts }) => {
      for (const jobId of passedOverBy(input, starts)) passed.add(jobId)
    })
    passedOver += passed.size
    overtimeMs += Math.max(0, ...served.map(({ endsAtUtcMs }) => endsAtUtcMs - day.closesAtUtcMs))
    for (const { arrivalClass, visit, arrivedAtUtcMs, startedAtUtcMs } of served) {
      const slot = visit.slotStartUtcMs ?? arrivedAtUtcMs
      waits[arrivalClass].push(Math.max(0, startedAtUtcMs - Math.max(slot, arrivedAtUtcMs)) / minuteMs)
      if (arrivalClass === 'onTime' && startedAtUtcMs <= slot + promiseMs) kept += 1
    }
  }
  return {
    onTimeStarted10Pct: rounded((100 * kept) / waits.onTime.length),
    onTimeP90WaitMin: percentile(waits.onTime, 0.9),
    passedOverPerDay: passedOver / days,
    lateP95WaitMin: percentile(waits.late, 0.95),
    lateMaxWaitMin: percentile(waits.late, 1),
    noSlotP95WaitMin: percentile(waits.noSlot, 0.95),
    noSlotMaxWaitMin: percentile(waits.noSlot, 1),
    overtimeMin: rounded(overtimeMs / minuteMs / days),
  }
}

function emptyWaits(): number[] {
  return []
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return rounded(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
