import { isJobEventType } from './jobEvents.ts'
import { platformEvents } from './platformEvents.ts'

export type AuthorSide = 'shop' | 'platform'

const platformRequestEvents: readonly string[] = ['priceAsked', 'priceRequestTakenBack', 'offerAccepted']

/** Which side writes events of a type: each has exactly one. Types that this program does not know count as the shop's. */
export function authorSide(type: string): AuthorSide {
  if (isJobEventType(type)) return Object.hasOwn(platformEvents, type) ? 'platform' : 'shop'
  return platformRequestEvents.includes(type) ? 'platform' : 'shop'
}
