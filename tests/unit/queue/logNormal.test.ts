import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../core/basics/random.ts'
import {
  drawAboveMin,
  logNormalOf,
  logUpperTail,
  meanMin,
  normalStrata,
  remainingEstimate,
  remainingMeanMin,
} from '../../../core/domain/queue/logNormal.ts'

const hour = { meanMin: 60, variation: 0.35 }

describe('upper tail of the normal', () => {
  // Q(z) = erfc(z / sqrt 2) / 2 to ten figures; the series meets the fraction at 3.
  test.each([
    [0, 0.5],
    [1, 0.1586552539],
    [1.96, 0.0249978951],
    [2.999, 0.001354336534],
    [3.001, 0.001345472825],
    [5, 2.866515719e-7],
    [-1, 0.8413447461],
    [-4, 0.9999683288],
  ])('Q(%d)', (z, tail) => {
    expect(Math.exp(logUpperTail(z)) / tail).toBeCloseTo(1, 6)
  })

  test('stays finite where Q itself underflows', () => {
    expect(logUpperTail(60)).toBeCloseTo(-1805.0136, 3)
  })
})

describe('what is left of a running job', () => {
  test('its whole mean at the start', () => {
    expect(remainingMeanMin(hour, 0)).toBe(60)
    expect(remainingMeanMin(hour, -5)).toBe(60)
  })

  test('E[X - u | X > u], as a million draws have it', () => {
    const random = seededRandom(7)
    const shape = logNormalOf(hour)
    const draws = Array.from({ length: 1_000_000 }, () => drawAboveMin(shape, 0, random))
    for (const worked of [0, 30, 60, 90]) {
      const left = draws.filter((draw) => draw > worked).map((draw) => draw - worked)
      const mean = left.reduce((sum, value) => sum + value, 0) / left.length
      expect(remainingMeanMin(hour, worked) / mean).toBeCloseTo(1, 1)
      const spread = Math.sqrt(left.reduce((sum, value) => sum + (value - mean) ** 2, 0) / left.length) / mean
      expect(remainingEstimate(hour, worked).variation / spread).toBeCloseTo(1, 1)
    }
  })

  test('never nothing and never less than nothing, however long the overrun', () => {
    for (const worked of [60, 120, 600, 6000]) expect(remainingMeanMin(hour, worked)).toBeGreaterThan(5)
  })

  test('draws beyond what has been worked have the conditional mean', () => {
    const random = seededRandom(11)
    const shape = logNormalOf(hour)
    const draws = Array.from({ length: 100_000 }, () => drawAboveMin(shape, 90, random))
    expect(Math.min(...draws.slice(0, 10_000))).toBeGreaterThan(90)
    expect(draws.reduce((sum, draw) => sum + draw - 90, 0) / draws.length / remainingMeanMin(hour, 90)).toBeCloseTo(1, 1)
  })

  test('a job that waits to resume is estimated by what is left of it', () => {
    expect(remainingEstimate(hour, 0)).toBe(hour)
    expect(remainingEstimate(hour, 40).meanMin).toBeCloseTo(remainingMeanMin(hour, 40), 9)
  })
})

test('any estimate is made usable', () => {
  expect(meanMin({ meanMin: 0, variation: 0 })).toBe(1)
  expect(meanMin({ meanMin: Number.NaN, variation: 0 })).toBe(1)
  expect(meanMin({ meanMin: Infinity, variation: 0 })).toBe(10_080)
  expect(logNormalOf({ meanMin: -3, variation: Number.NaN })).toEqual(logNormalOf({ meanMin: 1, variation: 0.05 }))
})

test('strata: one quantile from the middle of each, symmetric', () => {
  const strata = normalStrata(200)
  expect(strata).toHaveLength(200)
  expect(strata[0]).toBeCloseTo(2.807034, 5)
  expect(strata[49]).toBeCloseTo(0.682378, 2)
  strata.forEach((z, index) => expect(z).toBeCloseTo(-(strata[199 - index] ?? Number.NaN), 9))
})
