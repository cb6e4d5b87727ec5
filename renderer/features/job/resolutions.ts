import type { EventId, JobId } from '../../../core/basics/ids.ts'
import { assertNever } from '../../../core/basics/assertNever.ts'
import type { JobAccount } from '../../../core/contract/views.ts'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { type Basis, basisKey } from '../../../core/domain/pricing/basis.ts'
import type { ClosingRow, Difference } from '../../../core/domain/pricing/closing.ts'
import type { PricingCommand } from '../../../core/domain/pricing/commands.ts'
import type { MaterialCommand } from '../../../core/domain/materials/commands.ts'
import type { ConsentCommand } from '../../../core/domain/consent/commands.ts'

/** One press that puts a difference right. `command`: sent as it is; the others ask for a reason or lead to a screen. */
export type Resolution =
  | { readonly kind: 'setBill'; readonly to: Quantity; readonly command: Extract<PricingCommand, { type: 'setBill' }> }
  | { readonly kind: 'takeOffBill'; readonly command: Extract<PricingCommand, { type: 'setBill' }> }
  | { readonly kind: 'logUsed'; readonly quantity: Quantity; readonly command: Extract<MaterialCommand, { type: 'logPart' }> }
  | { readonly kind: 'startItem'; readonly command: Extract<ConsentCommand, { type: 'startItem' }> }
  | { readonly kind: 'leaveOut'; readonly basis: Basis }
  | { readonly kind: 'takeBackPart'; readonly useId: EventId }
  | { readonly kind: 'answer' }
  | { readonly kind: 'dropConsent' }

/** The ways out of a difference, what is most likely meant first. */
export function resolutions(jobId: JobId, account: JobAccount, difference: Difference): readonly Resolution[] {
  switch (difference.code) {
    case 'billedNotUsed':
      return ofBilled(jobId, account, difference)
    case 'untouched': {
      const row = rowOf(account, difference.basis)
      return row === null ? [] : [...recordDone(jobId, row, row.requested ?? row.consented), ...putAside(jobId, account, row)]
    }
    case 'consentUnanswered':
      return [{ kind: 'answer' }, { kind: 'dropConsent' }]
    default:
      return assertNever(difference)
  }
}

export function rowOf({ rows }: Pick<JobAccount, 'rows'>, basis: Basis): ClosingRow | null {
  const key = basisKey(basis)
  return rows.find((row) => basisKey(row.basis) === key) ?? null
}

/** What the line of a difference is called; a request has no line. */
export function differenceTitle(account: JobAccount, difference: Difference): string {
  return difference.code === 'consentUnanswered' ? '' : (rowOf(account, difference.basis)?.title ?? '')
}

function ofBilled(
  jobId: JobId,
  account: JobAccount,
  { basis, used, billed, agreedForUsedRial }: Extract<Difference, { code: 'billedNotUsed' }>,
): readonly Resolution[] {
  const row = rowOf(account, basis)
  const key = basisKey(basis)
  const others = (account.bill?.lines ?? []).filter((line) => basisKey(line.basis) !== key)
  const discount = account.bill?.discount ?? null
  if (used.milli === 0) {
    return [takeOffBill(jobId, account, basis), ...(row === null || row.state !== 'agreed' ? [] : recordDone(jobId, row, billed))]
  }
  // An amount that was lowered by hand is not raised again by a smaller quantity.
  const wasRial = account.bill?.lines.find((line) => basisKey(line.basis) === key)?.amountRial ?? agreedForUsedRial
  const amountRial = billed.milli > used.milli && wasRial < agreedForUsedRial ? wasRial : agreedForUsedRial
  const lines = [...others, { basis, quantity: used, amountRial }]
  const lastUse = account.uses.filter(({ use }) => basisKey(use.basis) === key && leftOfUse(use).milli > 0).at(-1)
  return [
    {
      kind: 'setBill',
      to: used,
      command: { type: 'setBill', jobId, lines, discount, replacesSetAtUtcMs: account.bill?.setAtUtcMs ?? null },
    },
    ...(row !== null && billed.milli > used.milli ? recordDone(jobId, row, { ...used, milli: billed.milli - used.milli }) : []),
    ...(lastUse === undefined || billed.milli > used.milli ? [] : [{ kind: 'takeBackPart', useId: lastUse.use.useId } as const]),
  ]
}

/** What is billed comes off the bill before it can be left out; what was begun cannot be left out any more. */
function putAside(jobId: JobId, account: JobAccount, { basis, billed }: ClosingRow): readonly Resolution[] {
  if (billed !== null && billed.milli > 0) return [takeOffBill(jobId, account, basis)]
  const isBegun =
    basis.kind === 'consent' &&
    account.consents.some(
      ({ consent: { consentId, items } }) =>
        consentId === basis.consentId && items.some(({ itemNo, startedAtUtcMs }) => itemNo === basis.itemNo && startedAtUtcMs !== null),
    )
  return isBegun ? [] : [{ kind: 'leaveOut', basis }]
}

function takeOffBill(jobId: JobId, { bill }: JobAccount, basis: Basis): Resolution {
  const key = basisKey(basis)
  const lines = (bill?.lines ?? []).filter((line) => basisKey(line.basis) !== key)
  return {
    kind: 'takeOffBill',
    command: { type: 'setBill', jobId, lines, discount: bill?.discount ?? null, replacesSetAtUtcMs: bill?.setAtUtcMs ?? null },
  }
}

/** Recorded as it was asked for: the line's own spec, from the requested list. */
function recordDone(jobId: JobId, { basis, spec }: ClosingRow, quantity: Quantity | null): readonly Resolution[] {
  if (spec !== null && quantity !== null && quantity.milli > 0) {
    const part = { ...spec, barcode: null, materialId: null }
    return [{ kind: 'logUsed', quantity, command: { type: 'logPart', jobId, basis, part, quantity, source: 'requested' } }]
  }
  if (basis.kind === 'consent') {
    return [{ kind: 'startItem', command: { type: 'startItem', jobId, consentId: basis.consentId, itemNo: basis.itemNo } }]
  }
  return []
}
