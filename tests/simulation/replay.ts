import type { BayId, JobId, PersonId } from '../../core/basics/ids.ts'
import { minuteMs, type UtcMs } from '../../core/basics/instant.ts'
import type { DurationEstimate, Needs, QueueBay, QueueMechanic, QueueSettings } from '../../core/domain/queue/types.ts'
import { policyNames, relabelFor, type PolicyName } from './policies.ts'
import { decideBy, simulateDay } from './simulateDay.ts'

/** A job of a real day as the log has it. Who was booked and never came has arrived and started at null. */
export type LoggedJob = {
  readonly jobId: JobId
  readonly slotStartUtcMs: UtcMs | null
  readonly arrivedAtUtcMs: UtcMs | null
  readonly startedAtUtcMs: UtcMs | null
  readonly workedMin: number
  readonly needs: Needs
  /** As it was estimated then: no policy may know the real duration beforehand. */
  readonly estimate: DurationEstimate
}

export type DayLog = {
  readonly opensAtUtcMs: UtcMs
  readonly closesAtUtcMs: UtcMs
  readonly settings: QueueSettings
  readonly mechanics: readonly QueueMechanic[]
  readonly bays: readonly QueueBay[]
  readonly jobs: readonly LoggedJob[]
}

export type ReplayedStart = {
  readonly jobId: JobId
  readonly startedAtUtcMs: UtcMs
  readonly mechanicId: PersonId
  readonly bayId: BayId
}

/** The order and the starts that a policy would have made of a real day: same arrivals, same durations. */
export function orderBy(policy: PolicyName, log: DayLog): readonly ReplayedStart[] {
  const visits = log.jobs
    .filter(({ arrivedAtUtcMs, startedAtUtcMs }) => arrivedAtUtcMs === null || startedAtUtcMs !== null)
    .map(({ arrivedAtUtcMs, workedMin, ...visit }) => ({
      ...visit,
      arrivesAtUtcMs: arrivedAtUtcMs,
      workMs: Math.max(minuteMs, Math.round(workedMin * minuteMs)),
    }))
  return simulateDay({ ...log, visits }, decideBy(relabelFor[policy])).map(({ start, startedAtUtcMs }) => ({ ...start, startedAtUtcMs }))
}

/** What each policy would have made of it, beside the order as it was. */
export function replayDay(log: DayLog): {
  readonly asItWas: readonly JobId[]
  readonly byPolicy: ReadonlyMap<PolicyName, readonly ReplayedStart[]>
} {
  const started = log.jobs.flatMap(({ jobId, startedAtUtcMs }) => (startedAtUtcMs === null ? [] : [{ jobId, startedAtUtcMs }]))
  return {
    asItWas: started.toSorted((a, b) => a.startedAtUtcMs - b.startedAtUtcMs || (a.jobId < b.jobId ? -1 : 1)).map(({ jobId }) => jobId),
    byPolicy: new Map(policyNames.map((policy) => [policy, orderBy(policy, log)])),
  }
}
