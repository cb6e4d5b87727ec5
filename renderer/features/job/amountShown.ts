import { rial, sumRial, type Rial } from '../../../core/basics/rial.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { isWorkOver } from '../../../core/domain/job/phases.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'

/** What stands in the last column: the bill's amount, else what was used of a finished job, else what was agreed. */
export function amountShown(job: JobPage, { billedRial, usedRial, agreedRial, state }: ClosingRow): Rial | null {
  if (state !== 'agreed' && (billedRial ?? 0) === 0) return null
  if (billedRial !== null) return billedRial
  return isWorkOver(job.phase) ? usedRial : agreedRial
}

export function sumShown(job: JobPage): Rial {
  return sumRial(job.account.rows.map((row) => amountShown(job, row) ?? rial(0)))
}
