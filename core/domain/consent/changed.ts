import type { Job } from '../job/types.ts'
import type { Consent, ItemStatus } from './types.ts'

/** The job with one consent changed. */
export function changedConsent(job: Job, consentId: string, change: (consent: Consent) => Consent): Job {
  return { ...job, consents: job.consents.map((consent) => (consent.consentId === consentId ? change(consent) : consent)) }
}

export function withState(consent: Consent, itemNos: readonly number[], state: ItemStatus['state']): Consent {
  return mapItems(consent, itemNos, (item) => ({ ...item, state }))
}

export function mapItems(consent: Consent, itemNos: readonly number[], change: (item: ItemStatus) => ItemStatus): Consent {
  return { ...consent, items: consent.items.map((item) => (itemNos.includes(item.itemNo) ? change(item) : item)) }
}
