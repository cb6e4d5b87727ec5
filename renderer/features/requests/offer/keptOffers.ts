import { create } from 'zustand'
import type { RequestId } from '../../../../core/basics/ids.ts'
import type { OfferDraft } from './offerDraft.ts'
import { type Offers, readOffers } from './readKeptOffers.ts'

/** Other screens and a reload lose nothing typed; a window opened anew begins anew. */
const storageKey = 'pishkhan.offers'

/** Offers on their way, by their request. */
const useOffers = create<Offers>(() => readOffers(sessionStorage.getItem(storageKey)))

export function useKeptOffer(requestId: RequestId): OfferDraft | null {
  return useOffers((offers) => offers[requestId] ?? null)
}

export function keepOffer(requestId: RequestId, draft: OfferDraft): void {
  store({ ...useOffers.getState(), [requestId]: draft })
}

export function dropOffer(requestId: RequestId): void {
  store(Object.fromEntries(Object.entries(useOffers.getState()).filter(([other]) => other !== requestId)))
}

function store(offers: Offers): void {
  useOffers.setState(offers, true)
  sessionStorage.setItem(storageKey, JSON.stringify(offers))
}
