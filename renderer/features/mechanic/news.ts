import type { JobCard, JobPage } from '../../../core/contract/views.ts'
import type { Consent, ItemState } from '../../../core/domain/consent/types.ts'

/** What the customer answered, or changed about his answer, and the mechanic has not seen yet. */
export type News = {
  /** Another answer or another state of one of its items is other news. */
  readonly key: string
  readonly card: JobCard
  readonly accepted: readonly string[]
  readonly refused: readonly string[]
  readonly withdrawn: readonly string[]
}

export function newsOf(page: Pick<JobPage, 'card' | 'account'>, seen: ReadonlySet<string>): readonly News[] {
  return page.account.consents.flatMap(({ consent }) => {
    const key = newsKey(consent)
    if (consent.answer === null || seen.has(key)) return []
    const titles = (...states: readonly ItemState[]): readonly string[] =>
      consent.snapshot.items.flatMap(({ itemNo, title }) =>
        consent.items.some((item) => item.itemNo === itemNo && states.includes(item.state)) ? [title] : [],
      )
    const news = {
      key,
      card: page.card,
      accepted: titles('accepted'),
      refused: titles('refused', 'later'),
      withdrawn: titles('withdrawn', 'voided'),
    }
    return news.accepted.length + news.refused.length + news.withdrawn.length === 0 ? [] : [news]
  })
}

function newsKey({ consentId, items }: Consent): string {
  return `${consentId} ${items.map(({ state }) => state).join(' ')}`
}
