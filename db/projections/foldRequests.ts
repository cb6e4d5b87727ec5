import type { RequestId } from '../../core/basics/ids.ts'
import { evolveRequest } from '../../core/domain/request/evolve.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import type { Ordered } from '../../core/sync/order.ts'
import { parseRequestEvent, requestStream } from '../../core/wire/requestEvents.ts'
import type { ReadableDb } from '../connection.ts'
import { readOrdered, type StreamEvent } from '../log/stream.ts'

/** One price request folded from its stream in canonical order; null when the log has none. */
export function foldRequest(db: ReadableDb, requestId: RequestId): PriceRequest | null {
  return foldRequestEvents(requestId, readOrdered(db, requestStream(requestId)))
}

/** @param onUnread called for each event that cannot be read */
export function foldRequestEvents(
  requestId: RequestId,
  ordered: readonly Ordered<StreamEvent>[],
  onUnread: (event: StreamEvent) => void = () => {},
): PriceRequest | null {
  let request: PriceRequest | null = null
  for (const { event: stored, apart } of ordered) {
    if (stored.isBarred) continue
    const event = parseRequestEvent(stored)
    if (event === null) onUnread(stored)
    else
      request = evolveRequest(request, { eventId: stored.id, requestId, atUtcMs: stored.wallAtUtcMs, actorId: stored.actor, apart, event })
  }
  return request
}
