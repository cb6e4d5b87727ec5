import type { EventId } from '../../basics/ids.ts'
import { err, ok } from '../../basics/result.ts'
import { dayOf } from '../../persian/workingCalendar.ts'
import { classify } from '../queue/arrival.ts'
import type { JobContext, JobDecision } from './context.ts'
import type { JobEvent } from './events.ts'
import type { Job, WithdrawnArrival } from './types.ts'

/**
 * An arrival belongs to the day of its slot: after a no-show the same day it counts as late (queue.md, policy 9); on any
 * other day the slot says nothing about this visit, and the desk moves the slot or opens a visit without one.
 *
 * T6: a check-in that was taken back by a slip may not make a customer late who came on time. Checking in again, the desk
 * says which it is: he has been here since that arrival, or he comes now.
 * @param choice what the desk said; null when it was not asked yet
 */
export function decideCheckIn(job: Job, choice: { readonly arrivalId: EventId | null } | null, context: JobContext): JobDecision {
  if (job.phase.kind !== 'expected' && job.phase.kind !== 'noShow') return err({ code: 'wrongPhase', phase: job.phase.kind })
  const slot = job.slotStartUtcMs
  if (slot !== null && dayOf(slot, context.garage.hours) !== dayOf(context.nowUtcMs, context.garage.hours)) {
    return err({ code: 'slotOnAnotherDay', slotStartUtcMs: slot })
  }
  const earlier = countableArrivals(job, context)
  if (choice === null) {
    const arrivals = earlier.map(({ arrivalId, arrivedAtUtcMs }) => ({ arrivalId, arrivedAtUtcMs }))
    return arrivals.length === 0 ? ok([arrived(job, context, null)]) : err({ code: 'arrivalTakenBack', arrivals })
  }
  if (choice.arrivalId === null) return ok([arrived(job, context, null)])
  const from = earlier.find((arrival) => arrival.arrivalId === choice.arrivalId)
  return from === undefined ? err({ code: 'unknownArrival' }) : ok([arrived(job, context, from)])
}

/** Arrivals of this day for this slot that were taken back, each moment once, the newest first. */
function countableArrivals(job: Job, { nowUtcMs, garage: { hours } }: JobContext): readonly WithdrawnArrival[] {
  const today = dayOf(nowUtcMs, hours)
  const byMoment = new Map<number, WithdrawnArrival>()
  for (const arrival of job.withdrawnArrivals) {
    const { arrivedAtUtcMs, slotStartUtcMs } = arrival
    if (slotStartUtcMs !== job.slotStartUtcMs || arrivedAtUtcMs > nowUtcMs || dayOf(arrivedAtUtcMs, hours) !== today) continue
    byMoment.set(arrivedAtUtcMs, arrival)
  }
  return [...byMoment.values()].toSorted((a, b) => b.arrivedAtUtcMs - a.arrivedAtUtcMs)
}

/** Its class, by this moment or by an earlier arrival's, with what that rests on. */
export function arrived(
  { slotStartUtcMs }: Pick<Job, 'slotStartUtcMs'>,
  { nowUtcMs, clock, garage: { queue } }: JobContext,
  from: WithdrawnArrival | null,
): JobEvent {
  const { arrivalClass } = classify(slotStartUtcMs, from?.arrivedAtUtcMs ?? nowUtcMs, queue)
  const countsFrom = from === null ? null : { arrivalId: from.arrivalId, arrivedAtUtcMs: from.arrivedAtUtcMs }
  const evidence = { slotStartUtcMs, graceMin: queue.graceMin, clock: from?.clock ?? clock, countsFrom }
  return { type: 'customerArrived', arrivalClass, evidence }
}
