import type { JobId } from '../../core/basics/ids.ts'
import type { JobPage } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { workedMs } from '../../core/domain/job/evolve.ts'
import { orderQueue } from '../../core/domain/queue/order.ts'
import { plateKey } from '../../core/persian/plate.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { findParty } from '../../db/queries/parties.ts'
import { jobAccount } from './account.ts'
import { actorName } from './actorName.ts'
import { jobCard, passedOver } from './cards.ts'
import { readConsentDrafts } from './consentDrafts.ts'
import type { GarageContext } from './context.ts'
import { estimateJob } from './queueInput.ts'
import { bayName, timeline } from './timeline.ts'

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
    timeline: timeline(context.db, garage, jobId),
    visitCount: findParty(context.db, plateKey(job.vehicle.plate), job.customer.mobile ?? '')?.visits ?? 1,
    account: jobAccount(job, garage, readConsentDrafts(context.db, jobId), now),
  }
}
