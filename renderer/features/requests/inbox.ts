import type { RequestId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { RequestLine } from '../../../core/contract/syncViews.ts'
import type { RequestStatus } from '../../../core/domain/request/types.ts'

/** Where a request stands now: its time may have run out since the service answered. */
export function statusNow({ status, untilUtcMs }: Pick<RequestLine, 'status' | 'untilUtcMs'>, nowUtcMs: UtcMs): RequestStatus {
  if (untilUtcMs === null || nowUtcMs <= untilUtcMs) return status
  if (status === 'new') return 'missed'
  return status === 'offered' ? 'expired' : status
}

/** Whether it is the garage's turn: the customer waits for an offer. */
export function waitsForGarage(line: Pick<RequestLine, 'status' | 'untilUtcMs'>, nowUtcMs: UtcMs): boolean {
  return statusNow(line, nowUtcMs) === 'new'
}

/** What runs out first stands first; what has run out already, latest first, stands below all that can still be won. */
export function inboxOrder(lines: readonly RequestLine[], nowUtcMs: UtcMs): readonly RequestLine[] {
  const isRunning = ({ untilUtcMs }: RequestLine): boolean => untilUtcMs !== null && untilUtcMs >= nowUtcMs
  return [
    ...lines.filter(isRunning).toSorted((a, b) => endOf(a) - endOf(b) || a.askedAtUtcMs - b.askedAtUtcMs),
    ...lines.filter((line) => !isRunning(line)).toSorted((a, b) => endOf(b) - endOf(a)),
  ]
}

/** Those that ask for an offer and were not there before; none while it is not known what was there. */
export function newcomers(before: readonly RequestLine[] | null, now: readonly RequestLine[]): readonly RequestLine[] {
  const known = before?.map(({ requestId }) => requestId)
  return known === undefined ? [] : now.filter(({ requestId, status }) => status === 'new' && !known.includes(requestId))
}

/** The same lines in the places that they have on the screen, new ones below: while somebody points at the list, nothing moves. */
export function heldOrder(ordered: readonly RequestLine[], heldIds: readonly RequestId[]): readonly RequestLine[] {
  const byId = new Map(ordered.map((line) => [line.requestId, line]))
  const held = heldIds.flatMap((id) => byId.get(id) ?? [])
  return [...held, ...ordered.filter(({ requestId }) => !heldIds.includes(requestId))]
}

function endOf({ untilUtcMs, askedAtUtcMs }: RequestLine): number {
  return untilUtcMs ?? askedAtUtcMs
}
