import { sumRial, type Rial } from '../../basics/rial.ts'
import type { Job } from './types.ts'

/** T4: what may be asked at most. The accepted price; for a visit without an offer, the sum of the prices it was quoted. */
export function capRial(job: Pick<Job, 'acceptedRial' | 'services'>): Rial {
  return job.acceptedRial ?? sumRial(job.services.map((service) => service.priceRial))
}
