import { isItemStarted, openConsent } from '../consent/state.ts'
import { isWorkOver } from '../job/phases.ts'
import type { Job } from '../job/types.ts'
import { netUsedMilli } from '../materials/uses.ts'
import { agreedLines, type AgreedLine } from './agreed.ts'
import { amountFor } from './allocate.ts'
import { billLineOf } from './bill.ts'
import type { ClosingRow, Difference } from './closing.ts'
import type { BillLine } from './types.ts'

/** The table of requested, consented, used and billed (T1). */
export function closingRows(job: Job): readonly ClosingRow[] {
  return agreedLines(job).map((line) => closingRow(job, line))
}

/** Everything that keeps a finished job from being closed. Work that goes on has no differences yet, only an open request. */
export function differences(job: Job): readonly Difference[] {
  const open = openConsent(job)
  return [
    ...closingRows(job).flatMap((row) => row.difference ?? []),
    ...(open === null ? [] : [{ code: 'consentUnanswered', consentId: open.consentId } as const]),
  ]
}

/** The bill by what was used; while work goes on, by what was agreed. */
export function proposedLines(job: Job): readonly BillLine[] {
  const finished = isWorkOver(job.phase.kind)
  return closingRows(job).flatMap(({ basis, state, requested, consented, used, usedRial, agreedRial }) => {
    const agreed = requested ?? consented
    if (state !== 'agreed' || agreed === null) return []
    if (!finished) return [{ basis, quantity: agreed, amountRial: agreedRial }]
    return used.milli > 0 ? [{ basis, quantity: used, amountRial: usedRial }] : []
  })
}

function closingRow(job: Job, line: AgreedLine): ClosingRow {
  const { basis, title, spec, condition, state, quantity, agreedRial, leftOutReason, grade } = line
  const isConsent = basis.kind === 'consent'
  const unit = quantity.unit
  const used = { milli: usedMilli(job, line), unit }
  const billLine = billLineOf(job, basis)
  const row = {
    basis,
    title,
    spec,
    condition,
    state,
    requested: isConsent ? null : quantity,
    consented: isConsent ? quantity : null,
    consentGrade: grade,
    used,
    billed: job.bill === null ? null : (billLine?.quantity ?? { milli: 0, unit }),
    agreedRial,
    usedRial: amountFor(agreedRial, used.milli, quantity.milli),
    billedRial: job.bill === null ? null : (billLine?.amountRial ?? amountFor(agreedRial, 0, quantity.milli)),
    leftOutReason,
    hasPart: spec !== null,
  }
  return { ...row, difference: isWorkOver(job.phase.kind) ? differenceOf(row) : null }
}

function differenceOf({ basis, state, used, billed, usedRial }: Omit<ClosingRow, 'difference'>): Difference | null {
  if (state === 'agreed' && used.milli === 0) return { code: 'untouched', basis }
  if (billed === null || billed.milli === used.milli) return null
  return { code: 'billedNotUsed', basis, used, billed, agreedForUsedRial: usedRial }
}

/**
 * What was done of a line: parts as they were logged; a requested service once the work is finished; consented work
 * without a part once it was started. Nothing of a line that was left out.
 */
function usedMilli(job: Job, { basis, spec, quantity, state }: AgreedLine): number {
  if (state !== 'agreed') return 0
  if (spec !== null) return netUsedMilli(job.uses, basis)
  const done = basis.kind === 'consent' ? isItemStarted(job, basis.consentId, basis.itemNo) : isWorkOver(job.phase.kind)
  return done ? quantity.milli : 0
}
