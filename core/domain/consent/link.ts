import type { RecordedJobEvent } from '../job/events.ts'
import type { PlatformJobEvent } from '../job/platformEvents.ts'
import type { Job } from '../job/types.ts'
import { changedConsent } from './changed.ts'
import type { ConsentEvent } from './events.ts'

/** A link to the request for the customer's own phone. A new one takes the old one's place. */
export function linkMade(job: Job, { atUtcMs }: RecordedJobEvent, event: Extract<ConsentEvent, { type: 'consentLinkMade' }>): Job {
  const { consentId, linkId, tokenHash } = event
  return changedConsent(job, consentId, (consent) => ({
    ...consent,
    link: { linkId, tokenHash, madeAtUtcMs: atUtcMs, openedAtUtcMs: null },
  }))
}

/** The customer has the request before him. */
export function linkOpened(job: Job, { atUtcMs }: RecordedJobEvent, event: Extract<PlatformJobEvent, { type: 'linkOpened' }>): Job {
  return changedConsent(job, event.consentId, (consent) =>
    consent.link?.linkId === event.linkId ? { ...consent, link: { ...consent.link, openedAtUtcMs: atUtcMs } } : consent,
  )
}
