import type { GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import { addMinutes, dayMs, utcMs } from '../../../core/basics/instant.ts'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import { answerWithinMin, decideAccept, decideAsk, decideTakeBack, type Acceptance } from '../../../core/domain/platform/visit.ts'
import type { CustomerRefusal } from '../../../core/domain/platform/refusals.ts'
import { bookedOf } from '../../../core/domain/platform/slots.ts'
import type { Wanted } from '../../../core/domain/request/types.ts'
import { jobStream } from '../../../core/wire/jobEvents.ts'
import { requestStream } from '../../../core/wire/requestEvents.ts'
import { appendAsPlatform } from '../../log/author.ts'
import { newId } from '../../access/newId.ts'
import { takeJobNo } from '../../log/garage.ts'
import { readJobsFrom, readRequest } from '../data/folded.ts'
import { readOpenGarage } from '../data/garages.ts'
import { isMine, noteMine } from '../data/mine.ts'
import type { CustomerOptions } from '../options.ts'
import { bookingRef } from './bookingRef.ts'
import type { Me } from './me.ts'
import { jobFact, requestFact, withGarage } from './write.ts'

export async function askPrice(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  wanted: Omit<Wanted, 'customer'>,
): Promise<Result<RequestId, CustomerRefusal>> {
  return await withGarage(options, garage, async (client) => {
    const nowUtcMs = options.now()
    const open = await readOpenGarage(client, garage)
    if (open === null) return err({ code: 'notFound' })
    const asked = decideAsk({ ...wanted, customer: me }, addMinutes(nowUtcMs, answerWithinMin), open)
    if (!asked.ok) return asked
    const requestId = newId<RequestId>(nowUtcMs)
    await appendAsPlatform(client, garage, [requestFact(requestId, asked.value)], nowUtcMs)
    await noteMine(client, garage, me.mobile, requestStream(requestId), nowUtcMs)
    return ok(requestId)
  })
}

export async function takeBackRequest(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  requestId: RequestId,
  reason: string,
): Promise<Result<null, CustomerRefusal>> {
  return await withGarage(options, garage, async (client) => {
    if (!(await isMine(client, garage, me.mobile, requestStream(requestId)))) return err({ code: 'notFound' })
    const request = await readRequest(client, garage, requestId)
    if (request === null) return err({ code: 'notFound' })
    const nowUtcMs = options.now()
    const taken = decideTakeBack(request, reason, nowUtcMs)
    if (!taken.ok) return taken
    await appendAsPlatform(client, garage, [requestFact(requestId, taken.value)], nowUtcMs)
    return ok(null)
  })
}

/** The acceptance and the booking that it makes: both or none. The same yes again finds the booking that it made. */
export async function acceptOffer(
  options: CustomerOptions,
  me: Me,
  garage: GarageId,
  acceptance: Acceptance,
): Promise<Result<JobId, CustomerRefusal>> {
  const requestId = acceptance.offerId
  return await withGarage(options, garage, async (client) => {
    if (!(await isMine(client, garage, me.mobile, requestStream(requestId)))) return err({ code: 'notFound' })
    const request = await readRequest(client, garage, requestId)
    const open = await readOpenGarage(client, garage)
    if (request === null || open === null) return err({ code: 'notFound' })
    if (request.acceptance?.amountHash === acceptance.amountHash) return ok(request.acceptance.jobId)
    const nowUtcMs = options.now()
    const booked = bookedOf(await readJobsFrom(client, garage, utcMs(nowUtcMs - dayMs)))
    const jobId = newId<JobId>(nowUtcMs)
    const jobNo = await takeJobNo(client, garage)
    const decided = decideAccept(request, acceptance, { jobId, jobNo, bookingRef: bookingRef(jobNo) }, { nowUtcMs, garage: open, booked })
    if (!decided.ok) return decided
    const { accepted, booking } = decided.value
    await appendAsPlatform(client, garage, [requestFact(requestId, accepted), jobFact(jobId, booking)], nowUtcMs)
    await noteMine(client, garage, me.mobile, jobStream(jobId), nowUtcMs)
    return ok(jobId)
  })
}
