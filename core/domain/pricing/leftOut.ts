import type { Job } from '../job/types.ts'
import { isItemStarted } from '../consent/state.ts'
import type { MaterialRefusal } from '../materials/refusals.ts'
import { netUsedMilli } from '../materials/uses.ts'
import { agreedLine } from './agreed.ts'
import type { Basis } from './basis.ts'
import { isBilled } from './bill.ts'
import type { PricingRefusal } from './refusals.ts'

/** Why an agreed line cannot be left out: part of it was used, begun or billed. Null when it can. */
export function lineUseProblem(job: Job, basis: Basis): PricingRefusal | MaterialRefusal | null {
  const line = agreedLine(job, basis)
  if (line?.state !== 'agreed') return { code: 'unknownLine' }
  const begun = basis.kind === 'consent' && isItemStarted(job, basis.consentId, basis.itemNo)
  return begun || isBilled(job, basis) || netUsedMilli(job.uses, basis) > 0 ? { code: 'lineInUse', basis } : null
}
