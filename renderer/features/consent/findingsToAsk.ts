import type { FindingView, JobAccount } from '../../../core/contract/views.ts'
import { isToAsk } from '../../../core/domain/consent/state.ts'

/** Findings that stand, and that no request that still counts asks about. */
export function findingsToAsk({ findings, consents }: Pick<JobAccount, 'findings' | 'consents'>): readonly FindingView[] {
  // The views are newest first.
  const asked = { consents: consents.map(({ consent }) => consent).toReversed() }
  return findings.filter(({ finding }) => isToAsk(finding, asked))
}
