import { navigate } from 'wouter/use-hash-location'
import type { ConsentId, JobId } from '../../../core/basics/ids.ts'

/** To the request that waits for its answer, or to a new one: what `C` does on the board and the job's page. */
export function openConsent(jobId: JobId): void {
  navigate(consentHref(jobId))
}

export function consentHref(jobId: JobId): string {
  return `/consent/${jobId}`
}

/** A new request beside whatever was answered before. */
export function askHref(jobId: JobId): string {
  return `/consent/${jobId}/ask`
}

/** One request at the desk: how it stands, or what was answered. */
export function requestHref(jobId: JobId, consentId: ConsentId): string {
  return `/consent/${jobId}/of/${consentId}`
}

/** Ask once more for what was refused or left for later. */
export function againHref(jobId: JobId, consentId: ConsentId): string {
  return `/consent/${jobId}/again/${consentId}`
}

/** Ask in the place of what this one asked or was given. */
export function editHref(jobId: JobId, consentId: ConsentId): string {
  return `/consent/${jobId}/edit/${consentId}`
}

export function callHref(jobId: JobId, consentId: ConsentId): string {
  return `/consent/${jobId}/call/${consentId}`
}

/** For the customer's own phone. */
export function linkHref(jobId: JobId, consentId: ConsentId): string {
  return `/consent/${jobId}/link/${consentId}`
}

/** Turned to the customer: without rail, top bar and everything that is other people's. */
export function counterHref(jobId: JobId, consentId: ConsentId): string {
  return `/counter/${jobId}/${consentId}`
}
