import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addToSummary,
  durationKeys,
  emptySummary,
  estimateDuration,
  mergeSummaries,
  shareWorkedMin,
  sumEstimates,
  type DurationSummary,
} from '../../../core/domain/queue/duration.ts'
import { personId, serviceId } from '../../simulation/ids.ts'

const of = (...minutes: readonly number[]): DurationSummary => minutes.reduce(addToSummary, emptySummary)

describe('summary', () => {
  test('mean and squared deviations, one job at a time', () => {
    expect(of(20, 30, 40)).toEqual({ count: 3, meanMin: 30, m2: 200 })
  })

  test('two summaries merge into what all jobs together give', () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 })
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const merged = mergeSummaries(of(...a), of(...b))
        const whole = of(...a, ...b)
        expect(merged.count).toBe(whole.count)
        expect(merged.meanMin).toBeCloseTo(whole.meanMin, 8)
        expect(merged.m2).toBeCloseTo(whole.m2, 5)
      }),
    )
  })
})

describe('estimate', () => {
  test('without history: the quoted time', () => {
    expect(estimateDuration(45, [])).toEqual({ meanMin: 45, variation: 0.35 })
    expect(estimateDuration(45, [emptySummary, emptySummary])).toEqual({ meanMin: 45, variation: 0.35 })
  })

  test('(n mean + 5 quoted) / (n + 5)', () => {
    expect(estimateDuration(60, [of(30, 30, 30, 30, 30)]).meanMin).toBe(45)
    expect(estimateDuration(60, [of(30)]).meanMin).toBe(55)
  })

  test('the narrow level leans on the wide one, not on the quoted time', () => {
    const wide = { count: 95, meanMin: 40, m2: 0 }
    expect(estimateDuration(60, [wide]).meanMin).toBe(41)
    expect(estimateDuration(60, [wide, of(47)]).meanMin).toBe(42)
  })

  test('variation moves from 0.35 to the garage’s own as jobs come in, not with a first one', () => {
    expect(estimateDuration(30, [of(90)]).variation).toBe(0.35)
    // Six jobs, five degrees of freedom: half way between 0.35 and the sample's own, here sqrt(540 / 5) / 30.
    expect(estimateDuration(30, [{ count: 6, meanMin: 30, m2: 540 }]).variation).toBeCloseTo((0.35 + Math.sqrt(108) / 30) / 2, 12)
    expect(estimateDuration(30, [{ count: 1000, meanMin: 30, m2: 0 }]).variation).toBeLessThan(0.01)
  })
})

const brakes = serviceId('brakes')

describe('keys, sums and shares', () => {
  test('from the widest level to the mechanic’s own', () => {
    const mechanicId = personId('ali')
    expect(durationKeys({ serviceId: brakes, vehicleClass: 'van', mechanicId })).toEqual([
      { serviceId: brakes, vehicleClass: null, mechanicId: null },
      { serviceId: brakes, vehicleClass: 'van', mechanicId: null },
      { serviceId: brakes, vehicleClass: 'van', mechanicId },
    ])
    expect(durationKeys({ serviceId: brakes, vehicleClass: 'van', mechanicId: null })).toHaveLength(2)
  })

  test('several services: means add, and so do variances', () => {
    const sum = sumEstimates([
      { meanMin: 30, variation: 0.4 },
      { meanMin: 40, variation: 0.4 },
    ])
    expect(sum.meanMin).toBe(70)
    expect(sum.variation).toBeCloseTo(Math.hypot(12, 16) / 70, 12)
    expect(sumEstimates([])).toEqual({ meanMin: 0, variation: 0.35 })
  })

  test('worked minutes are shared by what each service was expected to take', () => {
    const parts = [
      { meanMin: 30, variation: 0.35 },
      { meanMin: 60, variation: 0.35 },
    ]
    expect(shareWorkedMin(45, parts)).toEqual([15, 30])
    expect(shareWorkedMin(45, [{ meanMin: 0, variation: 0.35 }])).toEqual([45])
  })
})
