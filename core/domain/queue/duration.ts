import type { PersonId, ServiceId } from '../../basics/ids.ts'
import type { DurationEstimate, DurationSample } from './types.ts'

/** Before the garage's own jobs say otherwise: how far working times spread (standard deviation over mean). */
export const priorVariation = 0.35

/** k: a quoted time weighs as much as this many finished jobs. */
export const priorWeight = 5

/** What is stored of many finished jobs: enough for mean and spread, updated one job at a time (Welford 1962). */
export type DurationSummary = {
  readonly count: number
  readonly meanMin: number
  /** Sum of squared deviations from the mean, in square minutes. */
  readonly m2: number
}

export const emptySummary: DurationSummary = { count: 0, meanMin: 0, m2: 0 }

export function addToSummary(summary: DurationSummary, workedMin: number): DurationSummary {
  const count = summary.count + 1
  const deviation = workedMin - summary.meanMin
  const meanMin = summary.meanMin + deviation / count
  return { count, meanMin, m2: summary.m2 + deviation * (workedMin - meanMin) }
}

/** Summaries of two devices, or of two months, as if they had been one (Chan et al. 1979). */
export function mergeSummaries(a: DurationSummary, b: DurationSummary): DurationSummary {
  const count = a.count + b.count
  if (count === 0) return emptySummary
  const gap = b.meanMin - a.meanMin
  return { count, meanMin: a.meanMin + (gap * b.count) / count, m2: a.m2 + b.m2 + (gap * gap * a.count * b.count) / count }
}

/** Where a summary is kept; null stands for "whichever". */
export type DurationKey = {
  readonly serviceId: ServiceId
  readonly vehicleClass: string | null
  readonly mechanicId: PersonId | null
}

/** The summaries a finished job updates and an estimate reads, from the widest to the narrowest. */
export function durationKeys(
  sample: Pick<DurationSample, 'serviceId' | 'vehicleClass'> & { readonly mechanicId: PersonId | null },
): readonly DurationKey[] {
  const { serviceId, vehicleClass, mechanicId } = sample
  const shared: readonly DurationKey[] = [
    { serviceId, vehicleClass: null, mechanicId: null },
    { serviceId, vehicleClass, mechanicId: null },
  ]
  return mechanicId === null ? shared : [...shared, { serviceId, vehicleClass, mechanicId }]
}

/**
 * d = (n mean + k prior) / (n + k), level by level: the widest level leans on the quoted time, each narrower one on the level above it,
 * so that a mechanic's first brake job on a new class of car is judged by the garage's other brake jobs. With history at one level only
 * this is the plain formula with the quoted time.
 */
export function estimateDuration(quotedMin: number, fromWidest: readonly DurationSummary[]): DurationEstimate {
  return fromWidest.reduce<DurationEstimate>(lean, { meanMin: quotedMin, variation: priorVariation })
}

function lean(prior: DurationEstimate, own: DurationSummary): DurationEstimate {
  const meanMin = (own.count * own.meanMin + priorWeight * prior.meanMin) / (own.count + priorWeight)
  if (own.count < 2 || own.meanMin <= 0) return { meanMin, variation: prior.variation }
  const freedom = own.count - 1
  const ownVariation = Math.sqrt(own.m2 / freedom) / own.meanMin
  return { meanMin, variation: (freedom * ownVariation + priorWeight * prior.variation) / (freedom + priorWeight) }
}

/** A job of several services: means add up, and so do variances, the services being taken as independent. */
export function sumEstimates(parts: readonly DurationEstimate[]): DurationEstimate {
  const totalMin = parts.reduce((sum, part) => sum + part.meanMin, 0)
  if (totalMin <= 0) return { meanMin: 0, variation: priorVariation }
  const variance = parts.reduce((sum, part) => sum + (part.meanMin * part.variation) ** 2, 0)
  return { meanMin: totalMin, variation: Math.sqrt(variance) / totalMin }
}

/** A job is timed as a whole: its minutes are shared out to its services in proportion to what each was expected to take. */
export function shareWorkedMin(workedMin: number, parts: readonly DurationEstimate[]): readonly number[] {
  const totalMin = parts.reduce((sum, part) => sum + part.meanMin, 0)
  return parts.map((part) => (totalMin > 0 ? (workedMin * part.meanMin) / totalMin : workedMin / parts.length))
}
