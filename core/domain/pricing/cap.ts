import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import { acceptedItems, itemRial } from '../consent/state.ts'
import type { Job } from '../job/types.ts'
import { acceptedRial } from './agreed.ts'

/** T4: what may be asked at most: the accepted price and the consent items that were accepted. */
export function capRial(job: Job): Rial {
  return rial(Math.min(maxRial, acceptedRial(job) + consentedRial(job)))
}

export function consentedRial(job: Job): Rial {
  return rial(
    Math.min(
      maxRial,
      acceptedItems(job).reduce((sum: number, { item }) => sum + itemRial(item.price), 0),
    ),
  )
}
