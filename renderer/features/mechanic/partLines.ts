import type { UtcMs } from '../../../core/basics/instant.ts'
import type { ConsentView, JobAccount, UseView } from '../../../core/contract/views.ts'
import type { Condition } from '../../../core/domain/consent/types.ts'
import type { MaterialSpec, Quantity } from '../../../core/domain/materials/types.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { basisKey, type Basis, type BasisKey } from '../../../core/domain/pricing/basis.ts'
import type { ClosingRow, ClosingState } from '../../../core/domain/pricing/closing.ts'

/** A line of the job as whoever does the work reads it: what is to be put in or done, what is done, what is not to be touched. */
export type PartLine = {
  readonly key: BasisKey
  readonly basis: Basis
  readonly title: string
  /** Null for consented work without a part. */
  readonly spec: MaterialSpec | null
  readonly condition: Condition | null
  readonly state: ClosingState
  readonly agreed: Quantity
  readonly used: Quantity
  /** What one tap logs. */
  readonly left: Quantity
  readonly isDone: boolean
  /** Accepted by the customer since the work was requested, and nothing done for it yet. */
  readonly isFresh: boolean
  /** Of work without a part. */
  readonly startedAtUtcMs: UtcMs | null
  /** What is logged on it and not taken back, oldest first. */
  readonly uses: readonly UseView[]
}

/**
 * What is to be done first, then what must not be done, then what is done. Requested services are no lines here: they are
 * done when the work is finished.
 */
export function partLines({ rows, uses, consents }: Pick<JobAccount, 'rows' | 'uses' | 'consents'>): readonly PartLine[] {
  const lines = rows.flatMap((row) => (row.basis.kind === 'service' ? [] : [lineOf(row, uses, consents)]))
  return lines.toSorted((a, b) => place(a) - place(b))
}

function lineOf(row: ClosingRow, uses: readonly UseView[], consents: readonly ConsentView[]): PartLine {
  const key = basisKey(row.basis)
  const agreed = row.requested ?? row.consented ?? row.used
  const left = { milli: Math.max(0, agreed.milli - row.used.milli), unit: agreed.unit }
  const isAgreed = row.state === 'agreed'
  return {
    key,
    basis: row.basis,
    title: row.title,
    spec: row.spec,
    condition: row.condition,
    state: row.state,
    agreed,
    used: row.used,
    left,
    isDone: isAgreed && left.milli === 0,
    isFresh: isAgreed && row.basis.kind === 'consent' && row.used.milli === 0,
    startedAtUtcMs: row.spec === null ? startedAt(row.basis, consents) : null,
    uses: uses.filter(({ use }) => basisKey(use.basis) === key && leftOfUse(use).milli > 0),
  }
}

function startedAt(basis: Basis, consents: readonly ConsentView[]): UtcMs | null {
  if (basis.kind !== 'consent') return null
  const asked = consents.find(({ consent }) => consent.consentId === basis.consentId)
  return asked?.consent.items.find(({ itemNo }) => itemNo === basis.itemNo)?.startedAtUtcMs ?? null
}

function place({ state, isDone }: PartLine): number {
  if (isDone) return 3
  if (state === 'agreed') return 0
  return state === 'pending' ? 1 : 2
}

/** How far the work on the parts is: lines wholly logged or begun, of those that the customer agreed to. */
export function progressOf(lines: readonly PartLine[]): { readonly done: number; readonly all: number } {
  const agreed = lines.filter(({ state }) => state === 'agreed')
  return { done: agreed.filter(({ isDone }) => isDone).length, all: agreed.length }
}
