import type { ConsentId, EventId } from '../../basics/ids.ts'
import { addMinutes, type UtcMs } from '../../basics/instant.ts'
import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import { assertNever } from '../../basics/assertNever.ts'
import { netUsedMilli } from '../materials/uses.ts'
import type { PartUse } from '../materials/types.ts'
import type { Consent, ConsentGrade, ConsentItem, Evidence, Finding, ItemPrice, ItemState } from './types.ts'

/** How long a request may be answered: prices of parts do not hold for longer. */
const validForMin = 24 * 60

export function validUntil(askedAtUtcMs: UtcMs): UtcMs {
  return addMinutes(askedAtUtcMs, validForMin)
}

/** How well an answer proves itself (consent.md, "Grades"). */
export function gradeOf({ channel }: Evidence): ConsentGrade {
  switch (channel) {
    case 'app':
      return 'A'
    case 'link':
      return 'B'
    case 'counter':
      return 'C'
    case 'call':
      return 'D'
    default:
      return assertNever(channel)
  }
}

/** A request as one word. */
export type RequestState = 'open' | 'expired' | 'accepted' | 'partly' | 'refused' | 'later' | 'withdrawn' | 'voided' | 'superseded'

/** Whether the desk still has to bring an answer: in time, or asked anew. */
export function isWaiting(state: RequestState): boolean {
  return state === 'open' || state === 'expired'
}

export function requestState({ items, snapshot }: Pick<Consent, 'items' | 'snapshot'>, nowUtcMs: UtcMs): RequestState {
  const states = new Set(items.map((item) => item.state))
  if (isOpen({ items })) return nowUtcMs > snapshot.validUntilUtcMs ? 'expired' : 'open'
  if (states.has('accepted')) return states.size === 1 ? 'accepted' : 'partly'
  const order = ['superseded', 'voided', 'withdrawn', 'later', 'refused'] as const
  return order.find((state) => states.has(state)) ?? 'refused'
}

/** What of a request waits for its answer, whether in time or expired. */
export function pendingNos({ items }: Pick<Consent, 'items'>): readonly number[] {
  return items.flatMap(({ itemNo, state }) => (state === 'pending' ? [itemNo] : []))
}

export function isOpen(consent: Pick<Consent, 'items'>): boolean {
  return pendingNos(consent).length > 0
}

/** The request that waits for its answer; null when none does. */
export function openConsent({ consents }: { readonly consents: readonly Consent[] }): Consent | null {
  return consents.find(isOpen) ?? null
}

/**
 * The newest request that asks about a finding or was answered on it. One that an edit took the place of, that was taken back
 * or whose answer was put off does not count.
 * @param consents oldest first
 */
export function askedAbout({ consents }: { readonly consents: readonly Consent[] }, findingId: EventId): ConsentId | null {
  const asks = (consent: Consent): boolean =>
    consent.snapshot.items.some((item) => {
      const state = itemState(consent, item.itemNo)
      return item.findingId === findingId && state !== 'voided' && state !== 'superseded' && state !== 'later'
    })
  return consents.findLast(asks)?.consentId ?? null
}

/** Whether a finding stands that the customer has not been asked about. */
export function isToAsk({ findingId, droppedFor }: Finding, job: { readonly consents: readonly Consent[] }): boolean {
  return droppedFor === null && askedAbout(job, findingId) === null
}

export function itemState(consent: Consent, itemNo: number): ItemState | null {
  return consent.items.find((item) => item.itemNo === itemNo)?.state ?? null
}

/** What an item costs, VAT inside. */
export function itemRial({ partRial, labourRial, taxRial }: ItemPrice): Rial {
  return rial(Math.min(maxRial, partRial + labourRial + taxRial))
}

/** The accepted items of every request: what the cap grew by. */
export function acceptedItems(job: {
  readonly consents: readonly Consent[]
}): readonly { readonly consent: Consent; readonly item: ConsentItem }[] {
  return job.consents.flatMap((consent) =>
    consent.snapshot.items.flatMap((item) => (itemState(consent, item.itemNo) === 'accepted' ? [{ consent, item }] : [])),
  )
}

/** The minutes that the customer accepted on top of the requested work. */
export function acceptedExtraMin(job: { readonly consents: readonly Consent[] }): number {
  return acceptedItems(job).reduce((sum, { item }) => sum + item.extraMin, 0)
}

/** Whether the customer has been given a total that he answered to. */
export function hasAnswer({ consents }: { readonly consents: readonly Consent[] }): boolean {
  return consents.some((consent) => consent.answer !== null)
}

/** Work on it has begun: it was started, or a part was issued for it and not taken back. */
export function isItemStarted(
  job: { readonly consents: readonly Consent[]; readonly uses: readonly PartUse[] },
  consentId: ConsentId,
  itemNo: number,
): boolean {
  const status = job.consents.find((consent) => consent.consentId === consentId)?.items.find((item) => item.itemNo === itemNo)
  if (status !== undefined && status.startedAtUtcMs !== null) return true
  return netUsedMilli(job.uses, { kind: 'consent', consentId, itemNo }) > 0
}
