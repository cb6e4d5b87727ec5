import { create } from 'zustand'
import { assertNever } from '../../../../core/basics/assertNever.ts'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import { changeProblem } from '../../../../core/domain/consent/change.ts'
import { pendingNos } from '../../../../core/domain/consent/state.ts'
import type { ItemDraft } from './itemDraft.ts'
import { itemOfAsked, itemOfFinding } from './itemDraft.ts'
import type { MoneyUnit } from '../../../i18n/format.ts'
import { findingsToAsk } from '../findingsToAsk.ts'

/** A request on its way: it stays until it is sent or thrown away, whatever screen is opened meanwhile. */
export type AskDraft = { readonly items: readonly ItemDraft[]; /** The item whose fields are open. */ readonly openKey: string | null }

const useAsks = create<Readonly<Record<string, AskDraft>>>(() => ({}))

/** Where a request comes from: nothing before it, an open or accepted one that it takes the place of, an answered one whose open ends are asked again. */
export type AskSource = { readonly kind: 'new' } | { readonly kind: 'edit' | 'again'; readonly view: ConsentView }

/** One draft for each job and source. */
export function askKey(jobId: JobId, source: AskSource): string {
  return source.kind === 'new' ? jobId : `${jobId} ${source.kind} ${source.view.consent.consentId}`
}

export function useAskDraft(key: string): AskDraft | null {
  return useAsks((asks) => asks[key] ?? null)
}

export function keepAskDraft(key: string, draft: AskDraft): void {
  useAsks.setState({ [key]: draft })
}

export function clearAskDraft(key: string): void {
  useAsks.setState((asks) => Object.fromEntries(Object.entries(asks).filter(([other]) => other !== key)), true)
}

/** What a request begins with: everything seen and not yet asked about, what is edited, or what was left open. */
export function startOfAsk(job: JobPage, source: AskSource, money: MoneyUnit): AskDraft {
  const items = firstItems(job, source, money)
  return { items, openKey: items[0]?.key ?? null }
}

function firstItems(job: JobPage, source: AskSource, money: MoneyUnit): readonly ItemDraft[] {
  switch (source.kind) {
    case 'new':
      return findingsToAsk(job.account).map(({ finding }) => itemOfFinding(finding))
    case 'edit':
      return replacedItems(job, source.view).map((item) => itemOfAsked(item, money))
    case 'again':
      return leftItems(source.view).map((item) => ({ ...itemOfAsked(item, money), replacesNo: null }))
    default:
      return assertNever(source)
  }
}

/** Refused, or left for later, or taken back: the customer may be asked once more. */
export function leftItems({ consent }: ConsentView): ConsentView['consent']['snapshot']['items'] {
  const left = new Set(
    consent.items.flatMap(({ itemNo, state }) => (state === 'later' || state === 'refused' || state === 'withdrawn' ? [itemNo] : [])),
  )
  return consent.snapshot.items.filter(({ itemNo }) => left.has(itemNo))
}

/** What the request takes the place of. Of an accepted one only what still stands in the form: what was taken out keeps its yes. */
export function replacesOf(
  job: JobPage,
  source: AskSource,
  items: readonly ItemDraft[],
): { readonly consentId: ConsentId; readonly itemNos: readonly number[] } | null {
  if (source.kind !== 'edit') return null
  const { consent } = source.view
  const itemNos = replacedItems(job, source.view)
    .map(({ itemNo }) => itemNo)
    .filter((itemNo) => consent.answer === null || items.some(({ replacesNo }) => replacesNo === itemNo))
  return itemNos.length === 0 ? null : { consentId: consent.consentId, itemNos }
}

/** Of an open request every item, of an answered one what can still be changed. */
export function replacedItems(job: JobPage, view: ConsentView): ConsentView['consent']['snapshot']['items'] {
  const pending = pendingNos(view.consent)
  return pending.length === 0 ? changeableItems(job, view) : view.consent.snapshot.items.filter(({ itemNo }) => pending.includes(itemNo))
}

/** What was accepted and is neither begun nor billed: it may be changed or taken back. */
export function changeableItems({ account }: JobPage, { consent }: ConsentView): ConsentView['consent']['snapshot']['items'] {
  const job = { consents: account.consents.map((view) => view.consent), uses: account.uses.map(({ use }) => use), bill: account.bill }
  return consent.snapshot.items.filter(({ itemNo }) => changeProblem(job, consent.consentId, itemNo) === null)
}
