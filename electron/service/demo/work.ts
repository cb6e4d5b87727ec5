import type { BayId, JobId, PersonId } from '../../../core/basics/ids.ts'
import { acceptedExtraMin } from '../../../core/domain/consent/state.ts'
import { reportFindings } from './findings.ts'
import { handOver, openParts, prepareBill, useNext, useRest } from './parts.ts'
import { afterMin, give, lookAgainMin, lookSoon, surely, type Shop } from './shop.ts'

/** How long before the work stands for it the mechanic tells what he found. */
const toldBeforeMin = 3

/** The rest of a visit whose work has begun. */
export function work(shop: Shop, jobId: JobId, bayId: BayId, mechanicId: PersonId): void {
  const { context } = shop
  const visit = shop.visits.get(jobId)
  const job = context.openJobs().get(jobId)
  if (visit === undefined || job === undefined) throw new Error('whoever is served is here')
  const { pause } = visit
  const workMin = job.services.reduce((sum, service) => sum + service.quotedMin, 0) * visit.pace
  if (pause?.reason !== 'part') logAlong(shop, jobId, workMin, mechanicId)
  const finish = (): void => {
    useRest(shop, jobId, mechanicId)
    surely(context, { type: 'finishWork', jobId }, mechanicId)
    lookSoon(shop)
    prepareBill(shop, jobId, mechanicId, visit.bill)
    afterMin(shop, visit.fetchedMin, () => handOver(shop, jobId))
  }
  if (pause === null) return afterMin(shop, workMin, finish)

  // Who began it may be at another car by now; then whoever is free goes on with it.
  const goOn = (): void => {
    const resumed = [mechanicId, ...mechanicsOf(shop)].some(
      (each) => give(context, { type: 'resumeWork', jobId, bayId, mechanicId: each }, each).ok,
    )
    const leftMin = workMin - pause.afterMin + acceptedExtraMin(context.openJobs().get(jobId) ?? job)
    if (resumed) logAlong(shop, jobId, leftMin, mechanicId)
    afterMin(shop, resumed ? Math.max(1, leftMin) : lookAgainMin, resumed ? finish : goOn)
  }
  if (visit.hasFindings) afterMin(shop, pause.afterMin - toldBeforeMin, () => reportFindings(shop, jobId, mechanicId))
  afterMin(shop, pause.afterMin, () => {
    surely(context, { type: 'pauseWork', jobId, reason: pause.reason, note: pause.note, freesBay: false }, mechanicId)
    lookSoon(shop)
    afterMin(shop, pause.lastsMin, goOn)
  })
}

/** One part after the other while the work goes on. */
function logAlong(shop: Shop, jobId: JobId, withinMin: number, mechanicId: PersonId): void {
  const count = openParts(shop, jobId).length
  for (let part = 1; part <= count; part += 1) {
    afterMin(shop, (withinMin * part) / (count + 2), () => useNext(shop, jobId, mechanicId))
  }
}

function mechanicsOf({ garage }: Shop): readonly PersonId[] {
  return garage.people.filter((person) => person.role === 'mechanic').map((person) => person.personId)
}
