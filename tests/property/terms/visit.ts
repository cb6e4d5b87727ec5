import type { ConsentId, EventId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { JobContext } from '../../../core/domain/job/context.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import { evolve } from '../../../core/domain/job/evolve.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { defaultQueueSettings } from '../../../core/domain/queue/types.ts'
import { filter, oil } from '../../support/consents.ts'
import { at, bays, desk, electrician, garage, mechanic } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { booked } from '../../support/jobEvents.ts'
import { job1, place, sha256Hex } from '../../support/jobSpec.ts'

/** One visit as the sequences play it: how it begins, what a decision is made in, how events are folded. */

export const slot = at('10:00')

export function apply(job: Job, events: readonly JobEvent[], nowUtcMs: UtcMs, eventNo: number): Job {
  return events.reduce<Job>((now, event, index) => {
    const eventId = testId<EventId>(50_000 + eventNo * 20 + index)
    return evolve(now, { eventId, jobId: job1, atUtcMs: nowUtcMs, actorId: desk.personId, event }) ?? now
  }, job)
}

/** Kinds of visit to begin with: an offer with VAT inside, one with VAT added, a price without an offer, none at all. */
export function opened(kind: number): Job {
  const acceptedRial = kind === 3 ? null : rial(33_000_001)
  const offers = [
    { offerId: 'KX-1', revision: 2, amountRial: rial(33_000_001), vat: { kind: 'inside' } },
    { offerId: 'KX-1', revision: 2, amountRial: rial(33_000_001), vat: { kind: 'added', ratePermyriad: 900 } },
  ] as const
  const past: readonly JobEvent[] = [
    booked(slot, { acceptedRial }),
    { type: 'workRequested', materials: kind === 3 ? [] : [oil, filter], offer: offers[kind] ?? null },
  ]
  const first = evolve(null, {
    eventId: testId<EventId>(1),
    jobId: job1,
    atUtcMs: at('08:00'),
    actorId: desk.personId,
    event: past[0] ?? booked(slot),
  })
  if (first === null) throw new Error('a stream begins with its opening')
  return apply(first, past.slice(1), at('08:00'), 0)
}

export function context(job: Job, nowUtcMs: UtcMs, step: number): JobContext {
  const mechanics = [mechanic, electrician].map(({ personId, skills }) => ({ mechanicId: personId, skills }))
  return {
    nowUtcMs,
    clock: 'ok',
    actorId: desk.personId,
    job,
    nextJobNo: 7,
    openJobs: [job],
    garage: { ...garage, vatRates: [] },
    queue: {
      nowUtcMs,
      settings: defaultQueueSettings,
      waiting: [],
      expected: [],
      running: [],
      mechanics,
      bays: bays.map(({ bayId, kind }) => ({ bayId, kind })),
    },
    place,
    newConsentId: testId<ConsentId>(90_000 + step),
    readyUtcMs: null,
    isPhotoKept: () => true,
    sha256Hex,
  }
}
