import type { RequestId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { RequestLine, RequestPage } from '../../core/contract/syncViews.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { isMeant, offerToPayRial, requestStatus, standingOffer } from '../../core/domain/request/state.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import { plateKey } from '../../core/persian/plate.ts'
import { authorSide } from '../../core/wire/authors.ts'
import { parseRequestEvent, requestStream } from '../../core/wire/requestEvents.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { readOrdered } from '../../db/log/stream.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { foldRequest } from '../../db/projections/foldRequests.ts'
import { priceRequestIds, visitsOf } from '../../db/queries/requests.ts'
import { actorName } from './actorName.ts'

export function requestLines(db: ReadableDb, over: boolean, limit: number, nowUtcMs: UtcMs): readonly RequestLine[] {
  return priceRequestIds(db, over, limit).flatMap((requestId) => {
    const request = foldRequest(db, requestId)
    return request === null ? [] : [requestLine(db, request, nowUtcMs)]
  })
}

export function requestLine(db: ReadableDb, request: PriceRequest, nowUtcMs: UtcMs): RequestLine {
  const { requestId, wanted, askedAtUtcMs, answerByUtcMs, acceptance, offers } = request
  const { customer, vehicle, services } = wanted
  const status = requestStatus(request, nowUtcMs)
  const isOver = status === 'accepted' || status === 'takenBack' || status === 'declined'
  // What was accepted is shown at the price that was accepted, whatever was offered later.
  const offer = acceptance === null ? standingOffer(request) : (offers.find((each) => isMeant(each, acceptance)) ?? null)
  return {
    requestId,
    status,
    customer,
    vehicle,
    titles: services.map(({ title }) => title),
    askedAtUtcMs,
    untilUtcMs: isOver ? null : (offer?.validUntilUtcMs ?? answerByUtcMs),
    offeredRial: offer === null ? null : offerToPayRial(offer),
    revision: offer?.revision ?? null,
    jobId: acceptance?.jobId ?? null,
    visitCount: visitsOf(db, plateKey(vehicle.plate), customer.mobile ?? ''),
  }
}

export function requestPage(db: ReadableDb, garage: Garage, requestId: RequestId, nowUtcMs: UtcMs): RequestPage | null {
  const request = foldRequest(db, requestId)
  if (request === null) return null
  const line = requestLine(db, request, nowUtcMs)
  const job = line.jobId === null ? null : foldJob(db, line.jobId)
  return {
    line,
    request,
    timeline: timelineOf(db, garage, requestId),
    job: job && { jobId: job.jobId, jobNo: job.jobNo, slotStartUtcMs: job.slotStartUtcMs },
    visitCount: line.visitCount,
  }
}

function timelineOf(db: ReadableDb, garage: Garage, requestId: RequestId): RequestPage['timeline'] {
  return readOrdered(db, requestStream(requestId)).flatMap(({ event: stored }) => {
    const event = stored.isBarred ? null : parseRequestEvent(stored)
    if (event === null) return []
    const side = authorSide(event.type) === 'platform' ? ('customer' as const) : ('garage' as const)
    return [{ eventId: stored.id, atUtcMs: stored.wallAtUtcMs, actorName: actorName(garage, stored.actor), side, event }]
  })
}
