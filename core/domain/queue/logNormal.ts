import type { Random } from '../../basics/random.ts'
import type { DurationEstimate } from './types.ts'

/** Working times are positive and skewed; log-normal is their usual model. Minutes, natural logarithm. */
export type LogNormal = { readonly mu: number; readonly sigma: number }

// Nobody's estimate is a certainty or a zero; these bounds keep every formula below finite for any input.
const leastMeanMin = 1
const mostMeanMin = 7 * 24 * 60
const leastVariation = 0.05
const mostVariation = 3

export function logNormalOf(estimate: DurationEstimate): LogNormal {
  const variation = clamp(estimate.variation, leastVariation, mostVariation)
  const variance = Math.log1p(variation * variation)
  return { mu: Math.log(meanMin(estimate)) - variance / 2, sigma: Math.sqrt(variance) }
}

function clamp(value: number, least: number, most: number): number {
  return value >= least ? Math.min(value, most) : least
}

export function meanMin(estimate: DurationEstimate): number {
  return clamp(estimate.meanMin, leastMeanMin, mostMeanMin)
}

/** E[X - u | X > u]: what is still to be expected of a job that has run u minutes. Never d - u, which would turn negative. */
export function remainingMeanMin(estimate: DurationEstimate, workedMin: number): number {
  if (!(workedMin > 0)) return meanMin(estimate)
  return Math.max(conditionalMoment(estimate, workedMin, 1) - workedMin, 0)
}

/** The estimate of what is left, for a job that freed its bay and waits to resume: same mean and spread as X - u given X > u. */
export function remainingEstimate(estimate: DurationEstimate, workedMin: number): DurationEstimate {
  if (!(workedMin > 0)) return estimate
  const first = conditionalMoment(estimate, workedMin, 1)
  const second = conditionalMoment(estimate, workedMin, 2)
  const leftMin = Math.max(first - workedMin, leastMeanMin)
  return { meanMin: leftMin, variation: clamp(Math.sqrt(Math.max(second - first * first, 0)) / leftMin, leastVariation, mostVariation) }
}

/** E[X^k | X > u] = exp(k mu + k^2 sigma^2 / 2) Q(z - k sigma) / Q(z), by logarithms so that a far overrun stays finite. */
function conditionalMoment(estimate: DurationEstimate, workedMin: number, power: 1 | 2): number {
  const { mu, sigma } = logNormalOf(estimate)
  const z = (Math.log(workedMin) - mu) / sigma
  return Math.exp(power * mu + (power * power * sigma * sigma) / 2 + logUpperTail(z - power * sigma) - logUpperTail(z))
}

/** A draw of X given X > u, in minutes. */
export function drawAboveMin(shape: LogNormal, workedMin: number, random: Random): number {
  const z = workedMin > 0 ? (Math.log(workedMin) - shape.mu) / shape.sigma : Number.NEGATIVE_INFINITY
  return Math.exp(shape.mu + shape.sigma * normalAbove(z, random))
}

/** Standard normal given Z > z, by rejection from a shifted exponential (Robert 1995); from the whole curve while z <= 0. */
function normalAbove(z: number, random: Random): number {
  for (;;) {
    if (z <= 0) {
      const draw = normal(random)
      if (draw > z) return draw
    } else {
      const rate = (z + Math.sqrt(z * z + 4)) / 2
      const draw = z - Math.log(1 - random()) / rate
      if (random() <= Math.exp(-((draw - rate) ** 2) / 2)) return draw
    }
  }
}

/** Box and Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * ln Q(z), Q being the upper tail of the standard normal. Near the middle by the series z + z^3/3 + z^5/(3*5) + ...
 * (Marsaglia 2004), in the tail by Laplace's continued fraction z + 1/(z + 2/(z + 3/...)).
 */
export function logUpperTail(z: number): number {
  if (z < -3) return Math.log1p(-Math.exp(logUpperTail(-z)))
  if (z > 3) {
    let fraction = z
    for (let depth = 60; depth > 0; depth -= 1) fraction = z + depth / fraction
    return -(z * z) / 2 - Math.log(Math.sqrt(2 * Math.PI) * fraction)
  }
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return Math.log(0.5 - density(z) * sum)
}

/** The normal quantiles of `count` equal strata, at their middles: one draw from each is a sample without clumps. */
export function normalStrata(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const tail = (index + 0.5) / count
    return tail <= 0.5 ? quantileOfTail(tail) : -quantileOfTail(1 - tail)
  })
}

/** Newton from 0: Q is convex for z > 0, so the steps approach from the left and cannot overshoot. */
function quantileOfTail(tail: number): number {
  let z = 0
  for (let step = 0; step < 40; step += 1) {
    const move = (Math.exp(logUpperTail(z)) - tail) / density(z)
    z += move
    if (Math.abs(move) < 1e-12) break
  }
  return z
}
