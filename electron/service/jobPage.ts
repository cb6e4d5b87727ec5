import type { JobId } from '../../core/basics/ids.ts'
import type { JobPage, TimelineEntry } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { workedMs } from '../../core/domain/job/evolve.ts'
import { orderQueue } from '../../core/domain/queue/order.ts'
import { plateKey } from '../../core/persian/plate.ts'
import { jobStream, parseJobEvent } from '../../core/wire/jobEvents.ts'
import { readStream } from '../../db/log/read.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { findParty } from '../../db/queries/parties.ts'
import { jobAccount } from './account.ts'
import { actorName } from './actorName.ts'
import { jobCard, passedOver } from './cards.ts'
import { readConsentDrafts } from './consentDrafts.ts'
import type { GarageContext } from './context.ts'
import { estimateJob } from './queueInput.ts'

export function jobPage(context: GarageContext, garage: Garage, jobId: JobId): JobPage | null {
  const job = foldJob(context.db, jobId)
  if (job === null) return null
  const { phase } = job
  const now = context.clock.wallUtcMs()
  const work = 'work' in phase ? phase.work : null
  const arrival = 'arrival' in phase ? phase.arrival : null
  const row = phase.kind === 'waiting' ? orderQueue(context.queueInput(garage, now)).find((each) => each.jobId === jobId) : undefined
  return {
    card: jobCard(job, now),
    phase: phase.kind,
    origin: job.origin,
    openedAtUtcMs: job.openedAtUtcMs,
    arrival: arrival && { atUtcMs: arrival.arrivedAtUtcMs, arrivalClass: arrival.arrivalClass, evidence: arrival.evidence },
    bayId: work?.bayId ?? null,
    bayName: bayName(garage, work?.bayId),
    mechanicId: work?.mechanicId ?? null,
    mechanicName: work && actorName(garage, work.mechanicId),
    workedMs: work && workedMs(work, now),
    sinceUtcMs: work?.sinceUtcMs ?? null,
    estimateMin: Math.round(estimateJob(job, context.learnt(), work?.mechanicId ?? null).meanMin),
    pause: phase.kind === 'paused' ? phase.pause : null,
    cancelled: phase.kind === 'cancelled' ? { by: phase.by, reason: phase.reason } : null,
    lastStep: job.steps.at(-1)?.kind ?? null,
    outOfTurn: job.outOfTurn,
    passedOverBy: passedOver(context.db, jobId),
    row: row ?? null,
    timeline: timeline(context, garage, jobId),
    visitCount: findParty(context.db, plateKey(job.vehicle.plate), job.customer.mobile ?? '')?.visits ?? 1,
    account: jobAccount(job, garage, readConsentDrafts(context.db, jobId), now),
  }
}

/** Everything that was recorded of the job, oldest first. What a newer program wrote is kept in the log and not shown. */
function timeline(context: GarageContext, garage: Garage, jobId: JobId): readonly TimelineEntry[] {
  const entries = readStream(context.db, jobStream(jobId)).flatMap((stored) => {
    const event = parseJobEvent(stored)
    return event === null ? [] : [{ stored, event }]
  })
  const withdrawn = new Set(entries.flatMap(({ event }) => (event.type === 'stepWithdrawn' ? [event.withdraws] : [])))
  return entries.map(({ stored, event }) => ({
    eventId: stored.id,
    atUtcMs: stored.wallAtUtcMs,
    actor: { personId: stored.actor === 'system' ? null : stored.actor, name: actorName(garage, stored.actor) },
    event,
    ...places(garage, event),
    withdrawn: withdrawn.has(stored.id),
  }))
}

function places(garage: Garage, event: JobEvent): Pick<TimelineEntry, 'bayName' | 'mechanicName'> {
  if (event.type !== 'workStarted' && event.type !== 'workResumed') return { bayName: null, mechanicName: null }
  return { bayName: bayName(garage, event.bayId), mechanicName: actorName(garage, event.mechanicId) }
}

function bayName(garage: Garage, bayId: string | undefined): string | null {
  return garage.bays.find((bay) => bay.bayId === bayId)?.name ?? null
}
