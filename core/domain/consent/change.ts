import type { Job } from '../job/types.ts'
import { isBilled } from '../pricing/bill.ts'
import type { ConsentRefusal } from './refusals.ts'
import { isItemStarted, itemState } from './state.ts'
import type { Consent } from './types.ts'

/** Why an accepted item cannot be taken back or changed; null when it can. */
export function changeProblem(job: Pick<Job, 'consents' | 'uses' | 'bill'>, consentId: string, itemNo: number): ConsentRefusal | null {
  const consent = job.consents.find((each) => each.consentId === consentId)
  if (consent === undefined) return { code: 'unknownConsent' }
  const state = itemState(consent, itemNo)
  if (state === null) return { code: 'unknownItem', itemNo }
  if (state !== 'accepted') return { code: 'itemNotAccepted', itemNo, state }
  if (isItemStarted(job, consent.consentId, itemNo)) return { code: 'itemAlreadyStarted', itemNo }
  return isBilled(job, { kind: 'consent', consentId: consent.consentId, itemNo }) ? { code: 'itemBilled', itemNo } : null
}

/** The consent with these items voided, whatever else it holds. */
export function voidedItems(consent: Consent, itemNos: readonly number[]): Consent {
  const items = consent.items.map((item) => (itemNos.includes(item.itemNo) ? { ...item, state: 'voided' as const } : item))
  return { ...consent, items }
}
