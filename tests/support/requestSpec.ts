import { expect } from 'vitest'
import type { EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { amountHash } from '../../core/domain/request/amountHash.ts'
import type { RequestCommand } from '../../core/domain/request/commands.ts'
import { decideRequest, type RequestDecision } from '../../core/domain/request/decide.ts'
import type { RequestEvent } from '../../core/domain/request/events.ts'
import { evolveRequest } from '../../core/domain/request/evolve.ts'
import type { MadeOffer, PriceRequest } from '../../core/domain/request/types.ts'
import { rial } from '../../core/basics/rial.ts'
import { at, car, desk, garage, oil } from './garage.ts'
import { testId } from './ids.ts'
import { withoutActive } from './jobEvents.ts'
import { sha256Hex } from './jobSpec.ts'

export const request1 = testId<RequestId>(5001)
export const bookedJob = testId<JobId>(5002)

/** An event of a request: when, what, and which earlier ones (by their number from 0) its writer had not seen. */
export type RequestPast = readonly [time: UtcMs, event: RequestEvent, apart?: readonly number[]]

export const nthRequestEvent = (n: number): EventId => testId<EventId>(800_000 + n)

export const priceAsked: RequestPast = [
  at('08:00'),
  {
    type: 'priceAsked',
    answerByUtcMs: at('10:00'),
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    services: [{ serviceId: oil.serviceId, title: oil.title }],
    materials: [],
    note: '',
  },
]

export function offer(revision: number, overrides: Partial<MadeOffer> = {}): Extract<RequestEvent, { type: 'offerMade' }> {
  const made: MadeOffer = {
    revision,
    services: [withoutActive(oil)],
    materials: [],
    amountRial: rial(oil.priceRial),
    vat: { kind: 'inside' },
    validUntilUtcMs: at('18:00'),
    note: '',
    ...overrides,
  }
  return { type: 'offerMade', ...made, amountHash: amountHash(request1, made, sha256Hex) }
}

export function accepted(revision: number): Extract<RequestEvent, { type: 'offerAccepted' }> {
  return { type: 'offerAccepted', revision, amountHash: offer(revision).amountHash, jobId: bookedJob }
}

export function foldRequest(past: readonly RequestPast[]): PriceRequest | null {
  return past.reduce<PriceRequest | null>(
    (request, [atUtcMs, event, apart = []], n) =>
      evolveRequest(request, {
        eventId: nthRequestEvent(n),
        requestId: request1,
        atUtcMs,
        actorId: desk.personId,
        apart: apart.map(nthRequestEvent),
        event,
      }),
    null,
  )
}

/** given(events).when(command).then(events | refusal), for price requests. */
export function givenRequest(past: readonly RequestPast[]) {
  return {
    when(nowUtcMs: UtcMs, command: RequestCommand) {
      const decision = decideRequest(command, { nowUtcMs, garage, request: foldRequest(past), sha256Hex })
      return {
        decision,
        then: (...events: readonly RequestEvent[]) => expect(decision).toEqual({ ok: true, value: events }),
        refuses: (error: Extract<RequestDecision, { ok: false }>['error']) => expect(decision).toEqual({ ok: false, error }),
      }
    },
  }
}
