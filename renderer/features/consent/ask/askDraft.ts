import { create } from 'zustand'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import type { ItemDraft } from './itemDraft.ts'
import { itemOfAsked, itemOfFinding } from './itemDraft.ts'
import type { MoneyUnit } from '../../../i18n/format.ts'

/** A request on its way: it stays until it is sent or thrown away, whatever screen is opened meanwhile. */
export type AskDraft = { readonly items: readonly ItemDraft[]; /** The item whose fields are open. */ readonly openKey: string | null }

const useAsks = create<Readonly<Record<string, AskDraft>>>(() => ({}))

/** One draft for each job, and one for each request that is edited. */
function askKey(jobId: JobId, replaced: ConsentId | null): string {
  return replaced === null ? jobId : `${jobId} ${replaced}`
}

export function useAskDraft(jobId: JobId, replaced: ConsentId | null): AskDraft | null {
  return useAsks((asks) => asks[askKey(jobId, replaced)] ?? null)
}

export function keepAskDraft(jobId: JobId, replaced: ConsentId | null, draft: AskDraft): void {
  useAsks.setState({ [askKey(jobId, replaced)]: draft })
}

export function clearAskDraft(jobId: JobId, replaced: ConsentId | null): void {
  useAsks.setState((asks) => Object.fromEntries(Object.entries(asks).filter(([key]) => key !== askKey(jobId, replaced))), true)
}

/** What a new request begins with: everything seen and not yet asked about; for an edit what was asked. */
export function startOfAsk(job: JobPage, replaced: ConsentView | null, money: MoneyUnit): AskDraft {
  const items =
    replaced === null
      ? findingsToAsk(job).map(({ finding }) => itemOfFinding(finding))
      : replacedItems(job, replaced).map((item) => itemOfAsked(item, money))
  return { items, openKey: items[0]?.key ?? null }
}

/** Findings that stand, and that no request that still counts asks about. */
export function findingsToAsk({ account }: JobPage): JobPage['account']['findings'] {
  return account.findings.filter(({ finding, consentId }) => {
    if (finding.droppedFor !== null) return false
    const asked = account.consents.find(({ consent }) => consent.consentId === consentId)
    return asked === undefined || asked.state === 'superseded' || asked.state === 'voided'
  })
}

/** Of an open request every item, of an answered one what was accepted and is neither begun nor billed. */
export function replacedItems({ account }: JobPage, { consent }: ConsentView): ConsentView['consent']['snapshot']['items'] {
  const open = consent.items.some(({ state }) => state === 'pending')
  return consent.snapshot.items.filter(({ itemNo }) => {
    const item = consent.items.find((each) => each.itemNo === itemNo)
    if (item === undefined) return false
    return open
      ? item.state === 'pending'
      : item.state === 'accepted' && isUntouched(account, consent.consentId, itemNo, item.startedAtUtcMs)
  })
}

/** Neither begun, nor a part logged on it, nor billed: what may still be changed or taken back. */
export function isUntouched(account: JobPage['account'], consentId: ConsentId, itemNo: number, startedAtUtcMs: number | null): boolean {
  if (startedAtUtcMs !== null) return false
  const row = account.rows.find(({ basis }) => basis.kind === 'consent' && basis.consentId === consentId && basis.itemNo === itemNo)
  return row === undefined || (row.used.milli === 0 && row.billed === null)
}
