import type { GarageId } from '../../../core/basics/ids.ts'
import { dayMs, utcMs, type UtcMs } from '../../../core/basics/instant.ts'
import { linkState, type LinkState } from '../../../core/domain/platform/consentLink.ts'
import { bookedOf, freeSlots, neededMin } from '../../../core/domain/platform/slots.ts'
import { begunProblem, type OpenGarage } from '../../../core/domain/platform/visit.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { requestStatus } from '../../../core/domain/request/state.ts'
import type { PriceRequest, RequestStatus } from '../../../core/domain/request/types.ts'
import { jobStream } from '../../../core/wire/jobEvents.ts'
import { requestStream } from '../../../core/wire/requestEvents.ts'
import type { Me } from '../actions/me.ts'
import { readJob, readJobsFrom, readRequest } from '../data/folded.ts'
import { readOpenGarage } from '../data/garages.ts'
import { isMine, listMine, type Mine } from '../data/mine.ts'
import type { CustomerOptions } from '../options.ts'

/** Times that are free for work of this length, without the visit that is to be moved. */
export async function slotsFor(
  { database, now }: CustomerOptions,
  garage: GarageId,
  open: OpenGarage,
  minutes: number,
  without: Job['jobId'] | null = null,
): Promise<readonly UtcMs[]> {
  const nowUtcMs = now()
  const jobs = await readJobsFrom(database, garage, utcMs(nowUtcMs - dayMs))
  const booked = bookedOf(jobs.filter(({ jobId }) => jobId !== without))
  return freeSlots({ garage: open, booked, nowUtcMs, workMin: minutes })
}

export type RequestView = {
  readonly garage: GarageId
  readonly open: OpenGarage
  readonly request: PriceRequest
  readonly status: RequestStatus
  /** By the platform's clock, as the status is. */
  readonly nowUtcMs: UtcMs
  /** For the offer that stands, while it stands. */
  readonly slots: readonly UtcMs[]
}

export async function requestView(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  requestId: PriceRequest['requestId'],
): Promise<RequestView | null> {
  const { database, now } = options
  if (!(await isMine(database, garage, me.mobile, requestStream(requestId)))) return null
  const [request, open] = [await readRequest(database, garage, requestId), await readOpenGarage(database, garage)]
  if (request === null || open === null) return null
  const nowUtcMs = now()
  const status = requestStatus(request, nowUtcMs)
  const offer = status === 'offered' ? request.offers.at(-1) : undefined
  const slots = offer === undefined ? [] : await slotsFor(options, garage, open, neededMin(offer.services))
  return { garage, open, request, status, nowUtcMs, slots }
}

export type VisitView = {
  readonly garage: GarageId
  readonly open: OpenGarage
  readonly job: Job
  /** Where it may be moved to; empty once the car is here. */
  readonly slots: readonly UtcMs[]
  /** Requests for consent that the garage has put into words for the customer's own screen, oldest first. */
  readonly consents: readonly LinkState[]
}

export async function visitView(options: CustomerOptions, me: Me, garage: GarageId, jobId: Job['jobId']): Promise<VisitView | null> {
  const { database, now } = options
  if (!(await isMine(database, garage, me.mobile, jobStream(jobId)))) return null
  const [job, open] = [await readJob(database, garage, jobId), await readOpenGarage(database, garage)]
  if (job === null || open === null) return null
  const slots = begunProblem(job) === null ? await slotsFor(options, garage, open, neededMin(job.services), jobId) : []
  const nowUtcMs = now()
  const consents = job.consents.flatMap(({ consentId }) => linkState(job, consentId, null, nowUtcMs) ?? [])
  return { garage, open, job, slots, consents }
}

export type MineView =
  | (Extract<Mine, { kind: 'request' }> & { readonly garageName: string; readonly request: PriceRequest; readonly status: RequestStatus })
  | (Extract<Mine, { kind: 'visit' }> & { readonly garageName: string; readonly job: Job })

export async function mineViews({ database, now }: CustomerOptions, me: Me): Promise<readonly MineView[]> {
  const names = new Map<GarageId, string>()
  const views: MineView[] = []
  for (const mine of await listMine(database, me.mobile)) {
    const garageName = names.get(mine.garage) ?? (await readOpenGarage(database, mine.garage))?.profile.name ?? ''
    names.set(mine.garage, garageName)
    if (mine.kind === 'request') {
      const request = await readRequest(database, mine.garage, mine.requestId)
      if (request !== null) views.push({ ...mine, garageName, request, status: requestStatus(request, now()) })
    } else {
      const job = await readJob(database, mine.garage, mine.jobId)
      if (job !== null) views.push({ ...mine, garageName, job })
    }
  }
  return views
}
