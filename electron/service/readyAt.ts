import { addMinutes, minuteMs, type UtcMs } from '../../core/basics/instant.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { workedMs } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { orderQueue } from '../../core/domain/queue/order.ts'
import type { GarageContext } from './context.ts'
import { estimateJob } from './queueInput.ts'

/**
 * When the car will most likely be ready by what is agreed now, as the customer is told who is asked for more: work that
 * goes on or stands goes on at once, a car that waits begins at its expected start. Null where nobody can say.
 */
export function readyAt(context: GarageContext, garage: Garage, job: Job, nowUtcMs: UtcMs): UtcMs | null {
  const { phase } = job
  if (phase.kind === 'finished') return nowUtcMs
  if (phase.kind === 'inWork' || phase.kind === 'paused') {
    const leftMin = estimateJob(job, context.learnt(), phase.work.mechanicId).meanMin - workedMs(phase.work, nowUtcMs) / minuteMs
    // Past its estimate nobody knows how much is left.
    return leftMin > 0 ? wholeMinute(addMinutes(nowUtcMs, leftMin)) : null
  }
  if (phase.kind !== 'waiting') return null
  const row = orderQueue(context.queueInput(garage, nowUtcMs)).find((each) => each.jobId === job.jobId)
  const start = row?.expectedStart?.p50UtcMs ?? null
  return start === null ? null : wholeMinute(addMinutes(start, estimateJob(job, context.learnt(), null).meanMin))
}

function wholeMinute(utcMs: UtcMs): UtcMs {
  return addMinutes(utcMs, (Math.ceil(utcMs / minuteMs) * minuteMs - utcMs) / minuteMs)
}
