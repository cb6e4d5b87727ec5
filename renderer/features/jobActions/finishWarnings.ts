import type { JobAccount } from '../../../core/contract/views.ts'
import { pendingNos } from '../../../core/domain/consent/state.ts'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { findingsToAsk } from '../consent/findingsToAsk.ts'

/** What a car would be finished with and could not be handed over with. */
export type FinishWarning =
  | { readonly kind: 'openConsent'; readonly items: number }
  | { readonly kind: 'untouched'; readonly title: string; readonly quantity: Quantity; readonly hasPart: boolean }
  | { readonly kind: 'finding'; readonly title: string }

/** Lines that the finish itself counts as done, requested services, are no warning. */
export function finishWarnings({ rows, consents, findings }: Pick<JobAccount, 'rows' | 'consents' | 'findings'>): readonly FinishWarning[] {
  const pending = consents.flatMap(({ consent }) => pendingNos(consent)).length
  const untouched = rows.flatMap(({ state, basis, used, title, requested, consented, hasPart }) => {
    const quantity = requested ?? consented
    if (state !== 'agreed' || basis.kind === 'service' || used.milli > 0 || quantity === null) return []
    return [{ kind: 'untouched', title, quantity, hasPart } as const]
  })
  const open = findingsToAsk({ consents, findings })
  return [
    ...(pending > 0 ? [{ kind: 'openConsent', items: pending } as const] : []),
    ...untouched,
    ...open.map(({ finding }) => ({ kind: 'finding', title: finding.title }) as const),
  ]
}
