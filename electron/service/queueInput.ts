import type { PersonId } from '../../core/basics/ids.ts'
import { minuteMs, type UtcMs } from '../../core/basics/instant.ts'
import { acceptedExtraMin } from '../../core/domain/consent/state.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { workedMs } from '../../core/domain/job/evolve.ts'
import { jobNeeds } from '../../core/domain/job/needs.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { noShowAt } from '../../core/domain/queue/arrival.ts'
import { durationKeys, estimateDuration, priorVariation, sumEstimates, type DurationSummary } from '../../core/domain/queue/duration.ts'
import type { DurationEstimate, ExpectedJob, QueueInput, RunningJob, WaitingJob } from '../../core/domain/queue/types.ts'
import { vehicleClass } from '../../core/persian/carModels.ts'
import { dayOf } from '../../core/persian/workingCalendar.ts'
import type { WorkSum } from '../../db/queries/workSums.ts'

/** What the garage's finished jobs say about durations, by the keys of core/domain/queue/duration. */
export type Learnt = ReadonlyMap<string, DurationSummary>

export function learntFrom(sums: readonly WorkSum[]): Learnt {
  const totals = new Map<string, { n: number; sumS: number; sumSqS2: number }>()
  for (const sum of sums) {
    for (const key of durationKeys(sum)) {
      const total = totals.get(keyText(key)) ?? { n: 0, sumS: 0, sumSqS2: 0 }
      totals.set(keyText(key), { n: total.n + sum.n, sumS: total.sumS + sum.sumS, sumSqS2: total.sumSqS2 + sum.sumSqS2 })
    }
  }
  return new Map(
    [...totals].map(([key, { n, sumS, sumSqS2 }]) => [
      key,
      { count: n, meanMin: sumS / n / 60, m2: Math.max(0, sumSqS2 - (sumS * sumS) / n) / 3600 },
    ]),
  )
}

function keyText(key: ReturnType<typeof durationKeys>[number]): string {
  return `${key.serviceId}|${key.vehicleClass ?? ''}|${key.mechanicId ?? ''}`
}

/** How long the whole job is estimated to take, what was accepted on top included, by whoever (null) or by this mechanic. */
export function estimateJob(
  job: Pick<Job, 'services' | 'vehicle' | 'consents'>,
  learnt: Learnt,
  mechanicId: PersonId | null,
): DurationEstimate {
  const ofCar = vehicleClass(job.vehicle.model)
  const services = job.services.map((service) => {
    const keys = durationKeys({ serviceId: service.serviceId, vehicleClass: ofCar, mechanicId })
    return estimateDuration(
      service.quotedMin,
      keys.flatMap((key) => learnt.get(keyText(key)) ?? []),
    )
  })
  return sumEstimates([...services, { meanMin: acceptedExtraMin(job), variation: priorVariation }])
}

/**
 * The queue's view of the garage: who is here, who is still to come today, who works where. A booking of today counts as
 * expected until it is marked as a no-show; a paused job that gave up its bay is in nobody's way.
 */
export function queueInput(garage: Garage, openJobs: Iterable<Job>, learnt: Learnt, nowUtcMs: UtcMs): QueueInput {
  const waiting: WaitingJob[] = []
  const expected: ExpectedJob[] = []
  const running: RunningJob[] = []
  const today = dayOf(nowUtcMs, garage.hours)
  for (const job of openJobs) {
    const { phase, jobId, slotStartUtcMs } = job
    if (phase.kind === 'waiting') {
      const { arrivedAtUtcMs, arrivalClass } = phase.arrival
      waiting.push({
        jobId,
        arrivalClass,
        slotStartUtcMs,
        arrivedAtUtcMs,
        needs: jobNeeds(job.services),
        estimate: estimateJob(job, learnt, null),
      })
    } else if (phase.kind === 'expected' && slotStartUtcMs !== null && dayOf(slotStartUtcMs, garage.hours) === today) {
      if (nowUtcMs < noShowAt(slotStartUtcMs, garage.queue)) {
        expected.push({ jobId, slotStartUtcMs, needs: jobNeeds(job.services), estimate: estimateJob(job, learnt, null) })
      }
    } else if (phase.kind === 'inWork' || (phase.kind === 'paused' && !phase.pause.freesBay)) {
      const { bayId, mechanicId } = phase.work
      running.push({
        jobId,
        bayId,
        mechanicId,
        workedMin: workedMs(phase.work, nowUtcMs) / minuteMs,
        estimate: estimateJob(job, learnt, mechanicId),
        pausedFor: phase.kind === 'paused' ? phase.pause.reason : null,
      })
    }
  }
  return {
    nowUtcMs,
    settings: garage.queue,
    waiting,
    expected,
    running,
    mechanics: garage.people
      .filter((person) => person.active && person.role === 'mechanic')
      .map(({ personId, skills }) => ({ mechanicId: personId, skills })),
    bays: garage.bays.filter((bay) => bay.active).map(({ bayId, kind }) => ({ bayId, kind })),
  }
}
