import type { PersonId, ServiceId } from '../../basics/ids.ts'
import { vehicleClass, type VehicleClass } from '../../persian/carModels.ts'
import { acceptedExtraMin } from '../consent/state.ts'
import { priorVariation, shareWorkedMin } from '../queue/duration.ts'
import type { Job } from './types.ts'

/** What one finished job teaches about one of its services. Whole seconds, so that sums over samples are exact. */
export type WorkSample = {
  readonly serviceId: ServiceId
  readonly vehicleClass: VehicleClass
  readonly mechanicId: PersonId
  readonly workedS: number
}

/** Shorter than this nobody worked: a finish pressed by mistake, or a clock that was set back, would teach nonsense. */
const leastWorkedS = 60

/**
 * The worked time is shared among the services by the minutes they were quoted at; what was accepted on top has its share
 * too and teaches nothing, being another work each time. Nothing is learnt before the work is finished.
 */
export function workSamples(job: Job): readonly WorkSample[] {
  const { phase } = job
  if (phase.kind !== 'finished' && phase.kind !== 'handedOver') return []
  const workedS = Math.round(phase.work.workedMsBefore / 1000)
  const quotedMin = job.services.reduce((sum, service) => sum + service.quotedMin, 0)
  if (workedS < leastWorkedS || quotedMin === 0) return []
  const shares = shareWorkedMin(
    workedS / 60,
    [...job.services.map((service) => service.quotedMin), acceptedExtraMin(job)].map((meanMin) => ({ meanMin, variation: priorVariation })),
  )
  return job.services.map((service, index) => ({
    serviceId: service.serviceId,
    vehicleClass: vehicleClass(job.vehicle.model),
    mechanicId: phase.work.mechanicId,
    workedS: Math.round((shares[index] ?? 0) * 60),
  }))
}
