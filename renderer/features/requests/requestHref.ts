import { isUuidV7, type RequestId } from '../../../core/basics/ids.ts'

export const inboxHref = '/requests'

export function requestHref(requestId: RequestId): string {
  return `${inboxHref}/${requestId}`
}

/** Where an offer is written: the first one, or the next revision. */
export function offerHref(requestId: RequestId): string {
  return `${inboxHref}/${requestId}/offer`
}

export function isRequestId(id: string): id is RequestId {
  return isUuidV7(id)
}
