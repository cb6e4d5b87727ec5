import type { ServiceId } from '../../core/basics/ids.ts'
import { addMinutes, hourMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import type { Random } from '../../core/basics/random.ts'
import { rial } from '../../core/basics/rial.ts'
import type { GarageCommand } from '../../core/domain/commands.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { openConflicts } from '../../core/domain/job/apart.ts'
import type { JobCommand } from '../../core/domain/job/commands.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { RequestCommand } from '../../core/domain/request/commands.ts'
import { newestRevision } from '../../core/domain/request/state.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import { car } from '../support/garage.ts'

/** What people at a desk try: commands that may well make sense, and may as well not. */

export function pick<T>(values: readonly T[], random: Random): T | undefined {
  return values[Math.floor(random() * values.length)]
}

export function walkIn({ services }: Pick<Garage, 'services'>, random: Random): JobCommand {
  const service = pick(services, random)
  return {
    type: 'openVisit',
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    serviceIds: service === undefined ? [] : [service.serviceId],
    materials: [],
    note: '',
    plateSeenTwice: true,
  }
}

/** Steps of the visit, in and out of turn; what money and consent need comes from the sequences of tests/property/terms. */
export function lifeOf(job: Job, nowUtcMs: UtcMs, { bays, people }: Pick<Garage, 'bays' | 'people'>, random: Random): JobCommand {
  const { jobId, phase } = job
  const bayId = pick(bays, random)?.bayId
  const mechanicId = pick(
    people.filter(({ role }) => role === 'mechanic'),
    random,
  )?.personId
  const reason = 'به خواست مشتری'
  const [conflict] = openConflicts(job)
  const roll = random()
  const back: JobCommand = { type: 'withdrawStep', jobId, step: job.steps.at(-1)?.kind ?? 'checkIn', reason }
  if (bayId === undefined || mechanicId === undefined) return back
  if (conflict !== undefined && roll < 0.2) {
    const assigned = conflict.kind === 'doubleStart' ? { bayId, mechanicId } : null
    return { type: 'settleConflict', jobId, about: conflict.about, assigned, note: '' }
  }
  if (roll < 0.26) return { type: 'noteVehicle', jobId, vin: null, odometerKm: Math.floor(random() * 300_000) }
  if (roll < 0.32) return { type: 'cancelJob', jobId, by: random() < 0.5 ? 'customer' : 'garage', reason }
  if (roll < 0.36) return back
  switch (phase.kind) {
    case 'expected':
    case 'noShow':
      if (roll < 0.5) return { type: 'moveSlot', jobId, toUtcMs: addMinutes(nowUtcMs, 30 + Math.floor(random() * 4) * 30), reason }
      return roll < 0.55 ? { type: 'markNoShow', jobId } : { type: 'checkIn', jobId }
    case 'waiting':
      return { type: 'startWork', jobId, bayId, mechanicId, overrideReason: reason }
    case 'paused':
      return { type: 'resumeWork', jobId, bayId, mechanicId }
    case 'inWork':
      if (roll < 0.6) return { type: 'pauseWork', jobId, reason: 'part', note: '', freesBay: random() < 0.5 }
      return { type: 'finishWork', jobId }
    default:
      return back
  }
}

export function requestWish(request: PriceRequest, nowUtcMs: UtcMs, serviceId: ServiceId, random: Random): RequestCommand {
  const { requestId } = request
  const revision = newestRevision(request)
  const roll = random()
  if (roll < 0.6) {
    return {
      type: 'makeOffer',
      requestId,
      services: [{ serviceId, priceRial: rial(20_000_000 + Math.floor(random() * 9) * 1_000_000) }],
      materials: [],
      vat: { kind: 'inside' },
      validUntilUtcMs: utcMs(nowUtcMs + 5 * hourMs),
      note: '',
      afterRevision: revision,
    }
  }
  if (roll < 0.75 && revision !== null) return { type: 'withdrawOffer', requestId, revision, reason: 'قیمت قطعه بالا رفت' }
  if (roll < 0.85) return { type: 'declineRequest', requestId, reason: 'این خودرو را نمی‌پذیریم' }
  return { type: 'noteCrossing', requestId, note: '' }
}

export function settingWish({ services, queue, profile }: Garage, random: Random): GarageCommand | null {
  const [first] = services
  if (first === undefined) return null
  const { serviceId, title, quotedMin, needs, active } = first
  const priceRial = rial(20_000_000 + Math.floor(random() * 99) * 10_000)
  const { name, address, moneyShown } = profile
  const commands: readonly GarageCommand[] = [
    { type: 'saveService', serviceId, service: { title, quotedMin, needs, active, priceRial } },
    { type: 'saveQueueSettings', queue: { ...queue, graceMin: 5 + Math.floor(random() * 10) } },
    { type: 'saveProfile', profile: { name, address, moneyShown, phone: `021${Math.floor(random() * 90_000)}` } },
  ]
  return pick(commands, random) ?? null
}
