import type { GarageId, JobId } from '../../../core/basics/ids.ts'
import { dayMs, utcMs, type UtcMs } from '../../../core/basics/instant.ts'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import type { PlatformJobEvent } from '../../../core/domain/job/platformEvents.ts'
import type { CustomerRefusal } from '../../../core/domain/platform/refusals.ts'
import { bookedOf } from '../../../core/domain/platform/slots.ts'
import {
  decideBook,
  decideCancel,
  decideMove,
  decideRate,
  type BookingContext,
  type NewBooking,
} from '../../../core/domain/platform/visit.ts'
import { jobStream } from '../../../core/wire/jobEvents.ts'
import type { Client } from '../../database/pool.ts'
import { appendAsPlatform } from '../../log/author.ts'
import { newId } from '../../access/newId.ts'
import { takeJobNo } from '../../log/garage.ts'
import { readJob, readJobsFrom } from '../data/folded.ts'
import { readOpenGarage } from '../data/garages.ts'
import { isMine, noteMine } from '../data/mine.ts'
import type { CustomerOptions } from '../options.ts'
import { bookingRef } from './bookingRef.ts'
import type { Me } from './me.ts'
import { jobFact, withGarage } from './write.ts'

export async function book(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  booking: Omit<NewBooking, 'customer'>,
): Promise<Result<JobId, CustomerRefusal>> {
  return await withGarage(options, garage, async (client) => {
    const nowUtcMs = options.now()
    const context = await bookingContext(client, garage, nowUtcMs, null)
    if (context === null) return err({ code: 'notFound' })
    const jobId = newId<JobId>(nowUtcMs)
    const jobNo = await takeJobNo(client, garage)
    const made = decideBook({ ...booking, customer: me }, { jobId, jobNo, bookingRef: bookingRef(jobNo) }, context)
    if (!made.ok) return made
    await appendAsPlatform(client, garage, [jobFact(jobId, made.value)], nowUtcMs)
    await noteMine(client, garage, me.mobile, jobStream(jobId), nowUtcMs)
    return ok(jobId)
  })
}

export async function moveVisit(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  jobId: JobId,
  toUtcMs: UtcMs,
  reason: string,
): Promise<Result<null, CustomerRefusal>> {
  return await onVisit(options, me, garage, jobId, async (job, client, nowUtcMs) => {
    const context = await bookingContext(client, garage, nowUtcMs, jobId)
    return context === null ? err({ code: 'notFound' }) : decideMove(job, toUtcMs, reason, context)
  })
}

export async function cancelVisit(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  jobId: JobId,
  reason: string,
): Promise<Result<null, CustomerRefusal>> {
  return await onVisit(options, me, garage, jobId, async (job) => decideCancel(job, reason))
}

export async function rateVisit(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  jobId: JobId,
  stars: number,
  text: string,
): Promise<Result<null, CustomerRefusal>> {
  return await onVisit(options, me, garage, jobId, async (job) => decideRate(job, stars, text))
}

async function onVisit(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  jobId: JobId,
  decide: (job: Job, client: Client, nowUtcMs: UtcMs) => Promise<Result<PlatformJobEvent, CustomerRefusal>>,
): Promise<Result<null, CustomerRefusal>> {
  return await withGarage(options, garage, async (client) => {
    if (!(await isMine(client, garage, me.mobile, jobStream(jobId)))) return err({ code: 'notFound' })
    const job = await readJob(client, garage, jobId)
    if (job === null) return err({ code: 'notFound' })
    const nowUtcMs = options.now()
    const decided = await decide(job, client, nowUtcMs)
    if (!decided.ok) return decided
    await appendAsPlatform(client, garage, [jobFact(jobId, decided.value)], nowUtcMs)
    return ok(null)
  })
}

/** @param without the visit that is moved: it does not stand in its own way */
async function bookingContext(client: Client, garage: GarageId, nowUtcMs: UtcMs, without: JobId | null): Promise<BookingContext | null> {
  const open = await readOpenGarage(client, garage)
  if (open === null) return null
  const jobs = await readJobsFrom(client, garage, utcMs(nowUtcMs - dayMs))
  return { nowUtcMs, garage: open, booked: bookedOf(jobs.filter((job) => job.jobId !== without)) }
}
