import type { Mobile } from '../../../core/persian/mobile.ts'

/** The id under which the service knows one customer with one car (core/contract/views.ts, PartyLine). */
export function partyIdOf(plateKey: string, mobile: Mobile | null): string {
  return `${plateKey}~${mobile ?? ''}`
}

export function partyHref(plateKey: string, mobile: Mobile | null): string {
  return `/customers/${encodeURIComponent(partyIdOf(plateKey, mobile))}`
}
