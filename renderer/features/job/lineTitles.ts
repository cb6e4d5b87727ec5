import type { ConsentId, EventId } from '../../../core/basics/ids.ts'
import type { JobAccount } from '../../../core/contract/views.ts'
import type { ConsentItem } from '../../../core/domain/consent/types.ts'
import type { PartUse } from '../../../core/domain/materials/types.ts'
import { type Basis, basisKey } from '../../../core/domain/pricing/basis.ts'

/** What a line, a request's item or a finding is called: events name them by their ids. */
export type LineTitles = {
  readonly line: (basis: Basis) => string
  readonly items: (consentId: ConsentId, itemNos: readonly number[]) => readonly string[]
  readonly finding: (findingId: EventId) => string
  readonly use: (useId: EventId) => PartUse | null
}

export function lineTitles({ rows, consents, findings, uses }: Pick<JobAccount, 'rows' | 'consents' | 'findings' | 'uses'>): LineTitles {
  const byKey = new Map(rows.map(({ basis, title }) => [basisKey(basis), title]))
  const itemsOf = (consentId: ConsentId): readonly ConsentItem[] =>
    consents.find(({ consent }) => consent.consentId === consentId)?.consent.snapshot.items ?? []
  return {
    // An item that an edit took the place of is no row of the table any more.
    line: (basis) =>
      byKey.get(basisKey(basis)) ??
      (basis.kind === 'consent' ? (itemsOf(basis.consentId).find(({ itemNo }) => itemNo === basis.itemNo)?.title ?? '') : ''),
    items: (consentId, itemNos) => itemsOf(consentId).flatMap(({ itemNo, title }) => (itemNos.includes(itemNo) ? [title] : [])),
    finding: (findingId) => findings.find(({ finding }) => finding.findingId === findingId)?.finding.title ?? '',
    use: (useId) => uses.find(({ use }) => use.useId === useId)?.use ?? null,
  }
}
