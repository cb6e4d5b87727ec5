import * as fc from 'fast-check'
import { addMinutes, utcMs } from '../../../core/basics/instant.ts'
import { classify } from '../../../core/domain/queue/arrival.ts'
import { bayKinds, skills, type Needs, type QueueInput, type QueueSettings, type WaitingJob } from '../../../core/domain/queue/types.ts'
import { bayId, jobId, personId } from '../../simulation/ids.ts'

const now = utcMs(Date.UTC(2026, 0, 3, 10))

const minutes = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })

const settings: fc.Arbitrary<QueueSettings> = fc.record({
  graceMin: minutes(0, 20),
  earlyWindowMin: minutes(0, 30),
  lateDeferralMin: minutes(0, 90),
  noSlotDeferralMin: minutes(0, 120),
  holdMin: minutes(0, 40),
  promiseMin: minutes(0, 25),
  noShowMin: minutes(20, 60),
  patienceMin: minutes(0, 120),
})

/** Few skills and bay kinds, so that jobs compete; some that no garage here has. */
const needs: fc.Arbitrary<Needs> = fc.record({
  skills: fc.subarray(skills.slice(0, 3), { maxLength: 2 }),
  bayKinds: fc.subarray(bayKinds.slice(0, 3), { maxLength: 2 }),
})

const estimate = fc.record({ meanMin: minutes(5, 90), variation: fc.constantFrom(0, 0.2, 0.35, 0.8) })

/** Slots on a coarse grid and arrivals on a fine one: ties of both are common. */
function waitingJob(index: number, given: QueueSettings): fc.Arbitrary<WaitingJob> {
  return fc.record({ slotStep: fc.option(minutes(-8, 8)), arrivedMin: minutes(-150, 0), needs, estimate }).map((drawn) => {
    const slotStartUtcMs = drawn.slotStep === null ? null : addMinutes(now, drawn.slotStep * 15)
    const arrivedAtUtcMs = addMinutes(now, drawn.arrivedMin)
    const { arrivalClass } = classify(slotStartUtcMs, arrivedAtUtcMs, given)
    return { jobId: jobId(`w${index}`), arrivalClass, slotStartUtcMs, arrivedAtUtcMs, needs: drawn.needs, estimate: drawn.estimate }
  })
}

function several<T>(max: number, one: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return minutes(0, max).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => one(index))))
}

/** A garage at any moment: also without mechanics, without bays, with paused jobs, with jobs that nobody can do. */
export const anyGarage: fc.Arbitrary<QueueInput> = settings.chain((given) =>
  fc
    .record({
      waiting: several(9, (index) => waitingJob(index, given)),
      expected: several(5, (index) =>
        fc.record({ step: minutes(-2, 12), needs, estimate }).map(({ step, ...rest }) => ({
          jobId: jobId(`e${index}`),
          slotStartUtcMs: addMinutes(now, step * 5),
          ...rest,
        })),
      ),
      mechanics: several(4, (index) =>
        fc.record({ mechanicId: fc.constant(personId(`m${index}`)), skills: fc.subarray(skills.slice(0, 3)) }),
      ),
      bays: several(4, (index) => fc.record({ bayId: fc.constant(bayId(`b${index}`)), kind: fc.constantFrom(...bayKinds.slice(0, 3)) })),
      busy: fc.array(
        fc.record({ workedMin: minutes(0, 120), estimate, pausedFor: fc.constantFrom(null, null, null, 'consent', 'mechanic') }),
        {
          maxLength: 4,
        },
      ),
    })
    .map(({ busy, ...rest }) => ({
      ...rest,
      nowUtcMs: now,
      settings: given,
      running: busy.slice(0, Math.min(rest.mechanics.length, rest.bays.length)).map((job, index) => ({
        ...job,
        jobId: jobId(`r${index}`),
        mechanicId: personId(`m${index}`),
        bayId: bayId(`b${index}`),
      })),
    })),
)

/** A garage in which someone waits, and one of those who do. */
export const garageAndOne: fc.Arbitrary<readonly [QueueInput, WaitingJob]> = anyGarage
  .filter(({ waiting }) => waiting.length > 0)
  .chain((input) => fc.tuple(fc.constant(input), fc.constantFrom(...input.waiting)))

/** Several customers of one slot a few minutes ahead, and walk-ins: where guard, early arrivals and tie-breaks meet. */
export const oneSlotAhead: fc.Arbitrary<readonly [QueueInput, WaitingJob]> = fc
  .tuple(garageAndOne, minutes(0, 12))
  .map(([[input, job], aheadMin]) => {
    const slotStartUtcMs = addMinutes(now, aheadMin)
    const together = (one: WaitingJob): WaitingJob =>
      one.slotStartUtcMs === null
        ? one
        : { ...one, slotStartUtcMs, arrivalClass: classify(slotStartUtcMs, one.arrivedAtUtcMs, input.settings).arrivalClass }
    return [{ ...input, expected: [], waiting: input.waiting.map(together) }, together(job)]
  })
