import { addMinutes, minuteMs, type UtcMs } from '../../core/basics/instant.ts'
import type { BayStrip, ExpectedCard, MissedCard, ReadyCard, TodayBoard, WaitingCard, WorkCard } from '../../core/contract/views.ts'
import type { Bay, Garage } from '../../core/domain/garage/types.ts'
import { workedMs } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { noShowAt, slotReleasedAt } from '../../core/domain/queue/arrival.ts'
import { orderQueue } from '../../core/domain/queue/order.ts'
import type { QueueRow } from '../../core/domain/queue/row.ts'
import { dayBounds, dayOf } from '../../core/persian/workingCalendar.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { jobIdsClosedSince } from '../../db/queries/jobs.ts'
import { actorName } from './actorName.ts'
import { jobCard, passedOver } from './cards.ts'
import type { GarageContext } from './context.ts'
import { estimateJob, type Learnt } from './queueInput.ts'

/** The screen that stays open, as it is now. */
export function todayBoard(context: GarageContext, garage: Garage): TodayBoard {
  const now = context.clock.wallUtcMs()
  const jobs = [...context.openJobs().values()]
  const today = dayOf(now, garage.hours)
  const learnt = context.learnt()
  const rows = orderQueue(context.queueInput(garage, now))
  const working = jobs.flatMap((job) => workCard(job, garage, learnt, now) ?? []).toSorted(byStart)
  const waiting = waitingCards(context, garage, jobs, rows, now)
  const strips = garage.bays
    .filter((bay) => bay.active || working.some((card) => card.bayId === bay.bayId && card.pause?.freesBay !== true))
    .map((bay) => strip(bay, working, rows, now))
  const closed = closedToday(context, garage, today)
  return {
    nowUtcMs: now,
    date: today,
    clock: context.clockState(now),
    ...expectedCards(jobs, garage, today, now),
    waiting,
    bays: strips,
    // Whatever stands in no strip: work that freed its bay, and any second job that two PCs put into one bay.
    standing: working.filter((card) => !strips.some(({ job }) => job?.jobId === card.jobId)),
    ready: jobs.flatMap((job) => readyCard(job, now) ?? []).toSorted((a, b) => a.finishedAtUtcMs - b.finishedAtUtcMs || a.jobNo - b.jobNo),
    handedOverToday: closed.filter((job) => job.phase.kind === 'handedOver').length,
    cancelledToday: closed.filter((job) => job.phase.kind === 'cancelled').length,
    noShowsToday: closed.flatMap((job) => (job.phase.kind === 'noShow' ? (missedCard(job, now) ?? []) : [])),
    longestWaitMin: longestWaitMin(waiting, now),
  }
}

function expectedCards(jobs: readonly Job[], garage: Garage, today: string, now: UtcMs): Pick<TodayBoard, 'expected' | 'unresolved'> {
  const expected: ExpectedCard[] = []
  const unresolved: MissedCard[] = []
  for (const job of jobs) {
    const slot = job.slotStartUtcMs
    if (job.phase.kind !== 'expected' || slot === null) continue
    const day = dayOf(slot, garage.hours)
    const card = { ...jobCard(job, now), slotStartUtcMs: slot }
    if (day < today) unresolved.push(card)
    else if (day === today) {
      expected.push({ ...card, released: now > slotReleasedAt(slot, garage.queue), noShowAtUtcMs: noShowAt(slot, garage.queue) })
    }
  }
  return { expected: expected.toSorted(bySlot), unresolved: unresolved.toSorted(bySlot) }
}

function waitingCards(
  context: GarageContext,
  garage: Garage,
  jobs: readonly Job[],
  rows: readonly QueueRow[],
  now: UtcMs,
): readonly WaitingCard[] {
  const byId = new Map(jobs.map((job) => [job.jobId, job]))
  return rows.flatMap((row) => {
    const job = byId.get(row.jobId)
    if (job?.phase.kind !== 'waiting') return []
    const { arrivedAtUtcMs, arrivalClass, evidence, recordedBy } = job.phase.arrival
    const recordedByName = actorName(garage, recordedBy)
    return {
      ...jobCard(job, now),
      arrivedAtUtcMs,
      arrivalClass,
      evidence,
      recordedByName,
      row,
      passedOverBy: passedOver(context.db, job.jobId),
    }
  })
}

export function workCard(job: Job, garage: Garage, learnt: Learnt, now: UtcMs): WorkCard | null {
  const { phase } = job
  if (phase.kind !== 'inWork' && phase.kind !== 'paused') return null
  const { bayId, mechanicId, startedAtUtcMs, workedMsBefore, sinceUtcMs } = phase.work
  const estimateMin = Math.round(estimateJob(job, learnt, mechanicId).meanMin)
  const leftMin = estimateMin - workedMs(phase.work, now) / minuteMs
  return {
    ...jobCard(job, now),
    phase: phase.kind,
    bayId,
    mechanicId,
    mechanicName: actorName(garage, mechanicId) ?? '',
    startedAtUtcMs,
    workedMsBefore,
    sinceUtcMs,
    estimateMin,
    // Past its estimate, or standing, nobody knows: the screen says so instead of a time.
    endsAboutUtcMs: phase.kind === 'inWork' && leftMin > 0 ? addMinutes(now, leftMin) : null,
    pause: phase.kind === 'paused' ? phase.pause : null,
  }
}

function strip(bay: Bay, working: readonly WorkCard[], rows: readonly QueueRow[], now: UtcMs): BayStrip {
  const job = working.find((card) => card.bayId === bay.bayId && card.pause?.freesBay !== true) ?? null
  const first = rows.find((row) => row.turn.kind === 'start' && row.turn.bayId === bay.bayId)
  return { bay, job, next: first === undefined ? null : { jobId: first.jobId, position: first.position, aboutUtcMs: now } }
}

function readyCard(job: Job, now: UtcMs): ReadyCard | null {
  if (job.phase.kind !== 'finished') return null
  return { ...jobCard(job, now), finishedAtUtcMs: job.phase.finishedAtUtcMs, workedMs: job.phase.work.workedMsBefore }
}

function missedCard(job: Job, now: UtcMs): MissedCard | null {
  return job.slotStartUtcMs === null ? null : { ...jobCard(job, now), slotStartUtcMs: job.slotStartUtcMs }
}

function closedToday(context: GarageContext, garage: Garage, today: ReturnType<typeof dayOf>): readonly Job[] {
  const { startUtcMs } = dayBounds(today, garage.hours)
  return jobIdsClosedSince(context.db, startUtcMs).flatMap((jobId) => foldJob(context.db, jobId) ?? [])
}

function longestWaitMin(waiting: readonly WaitingCard[], now: UtcMs): number | null {
  if (waiting.length === 0) return null
  return Math.max(0, ...waiting.map((card) => Math.floor((now - card.arrivedAtUtcMs) / minuteMs)))
}

function bySlot(a: MissedCard, b: MissedCard): number {
  return a.slotStartUtcMs - b.slotStartUtcMs || a.jobNo - b.jobNo
}

function byStart(a: WorkCard, b: WorkCard): number {
  return a.startedAtUtcMs - b.startedAtUtcMs || a.jobNo - b.jobNo
}
