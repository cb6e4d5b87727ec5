import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, minuteMs, utcMs } from '../../../core/basics/instant.ts'
import { classify } from '../../../core/domain/queue/arrival.ts'
import { chooseNext, nextStarts } from '../../../core/domain/queue/choose.ts'
import { orderQueue } from '../../../core/domain/queue/order.ts'
import { overridePassedOver } from '../../../core/domain/queue/override.ts'
import type { QueueRow } from '../../../core/domain/queue/row.ts'
import type { QueueInput, WaitingJob } from '../../../core/domain/queue/types.ts'
import { jobId } from '../../simulation/ids.ts'
import { passedOverBy } from '../../simulation/passedOver.ts'
import { policyNames, relabelFor, type PolicyName } from '../../simulation/policies.ts'
import { anyGarage, garageAndOne, oneSlotAhead } from './arbitraries.ts'

const often = { numRuns: 1000 }
const withSimulation = { numRuns: 100 }

function rows(input: QueueInput): readonly QueueRow[] {
  return orderQueue(input, { expectedStarts: false })
}

function positionOf(input: QueueInput, job: WaitingJob): number {
  return rows(input).find((row) => row.jobId === job.jobId)?.position ?? Number.NaN
}

function replace(input: QueueInput, job: WaitingJob): QueueInput {
  return { ...input, waiting: input.waiting.map((one) => (one.jobId === job.jobId ? job : one)) }
}

function keepsInvariant(policy: PolicyName): fc.IProperty<[QueueInput]> {
  return fc.property(anyGarage, (input) => passedOverBy(input, nextStarts(relabelFor[policy](input))).length === 0)
}

type Held = Extract<QueueRow['turn'], { kind: 'wait' }>['why'] & { readonly code: 'guard' }

function heldBy(input: QueueInput, job: string): Held | null {
  const turn = rows(input).find((row) => row.jobId === job)?.turn
  return turn?.kind === 'wait' && turn.why.code === 'guard' ? turn.why : null
}

function isUnservable({ turn }: QueueRow): boolean {
  return turn.kind === 'wait' && turn.why.code.startsWith('noFitting')
}

function arrivalsOf(input: QueueInput): ReadonlyMap<string, unknown> {
  return new Map(rows(input).map((row) => [row.jobId, row.arrival]))
}

describe('rule 3: nobody who is on time and whose slot has come is passed over', () => {
  test('by slot first', () => {
    expect(() => fc.assert(keepsInvariant('slotFirst'), { numRuns: 3000 })).not.toThrow()
  })

  test.each(policyNames.filter((name) => name !== 'slotFirst' && name !== 'strictClasses'))('the check catches %s', (policy) => {
    expect(fc.check(keepsInvariant(policy), often).failed).toBe(true)
  })
})

describe('the order', () => {
  test('has everyone once, at positions 1 to n', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const ordered = rows(input)
        expect(ordered.map(({ position }) => position)).toEqual(input.waiting.map((_, index) => index + 1))
        expect(new Set(ordered.map((row) => row.jobId))).toEqual(new Set(input.waiting.map((job) => job.jobId)))
      }),
      often,
    )
  })

  test('begins with those who start now, and they are what nextStarts says', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const turns = rows(input).map(({ jobId: id, turn }) =>
          turn.kind === 'start' ? { jobId: id, mechanicId: turn.mechanicId, bayId: turn.bayId } : null,
        )
        const starts = nextStarts(input)
        expect(turns.slice(0, starts.length)).toEqual(starts)
        expect(turns.slice(starts.length).every((turn) => turn === null)).toBe(true)
      }),
      often,
    )
  })

  test('gives each free mechanic and bay one job at most, and one that they can do', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const starts = nextStarts(input)
        const busy = [
          ...input.running.filter(({ pausedFor }) => pausedFor === null || pausedFor === 'mechanic').map(({ mechanicId }) => mechanicId),
          ...input.running.map(({ bayId }) => bayId),
          ...starts.flatMap(({ mechanicId, bayId }) => [mechanicId, bayId]),
        ]
        expect(new Set(busy).size).toBe(busy.length)
        for (const start of starts) {
          const { skills, bayKinds } = input.waiting.find((job) => job.jobId === start.jobId)?.needs ?? { skills: [], bayKinds: [] }
          const kind = input.bays.find(({ bayId }) => bayId === start.bayId)?.kind
          expect(input.mechanics.find(({ mechanicId }) => mechanicId === start.mechanicId)?.skills).toEqual(
            expect.arrayContaining([...skills]),
          )
          expect(bayKinds.length === 0 || bayKinds.some((one) => one === kind)).toBe(true)
        }
      }),
      often,
    )
  })

  test('does not look at the order of the lists, nor of anything in them', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const turned: QueueInput = {
          ...input,
          waiting: input.waiting.toReversed().map((job) => ({
            ...job,
            needs: { skills: job.needs.skills.toReversed(), bayKinds: job.needs.bayKinds.toReversed() },
          })),
          expected: input.expected.toReversed(),
          running: input.running.toReversed(),
          mechanics: input.mechanics.toReversed().map((one) => ({ ...one, skills: one.skills.toReversed() })),
          bays: input.bays.toReversed(),
        }
        expect(orderQueue(turned)).toEqual(orderQueue(input))
      }),
      withSimulation,
    )
  })

  test('is the same for the same input, expected starts included', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        expect(orderQueue(structuredClone(input))).toEqual(orderQueue(input))
      }),
      withSimulation,
    )
  })

  test('never puts an earlier arrival of the same class later', () => {
    fc.assert(
      fc.property(fc.oneof(garageAndOne, oneSlotAhead), fc.integer({ min: 1, max: 200 }), ([input, job], earlierMin) => {
        const arrivedAtUtcMs = addMinutes(job.arrivedAtUtcMs, -earlierMin)
        fc.pre(classify(job.slotStartUtcMs, arrivedAtUtcMs, input.settings).arrivalClass === job.arrivalClass)
        expect(positionOf(replace(input, { ...job, arrivedAtUtcMs }), job)).toBeLessThanOrEqual(positionOf(input, job))
      }),
      { numRuns: 3000 },
    )
  })

  test('never puts who comes on time instead of late later, while the guard protects nobody', () => {
    fc.assert(
      fc.property(garageAndOne, fc.integer({ min: 1, max: 200 }), ([given, job], earlierMin) => {
        const slotStartUtcMs = job.slotStartUtcMs
        fc.pre(job.arrivalClass === 'late' && slotStartUtcMs !== null)
        const input = { ...given, expected: [], waiting: given.waiting.filter((one) => one.arrivalClass !== 'onTime') }
        const arrivedAtUtcMs = addMinutes(job.arrivedAtUtcMs, -earlierMin)
        const { arrivalClass } = classify(slotStartUtcMs, arrivedAtUtcMs, input.settings)
        expect(positionOf(replace(input, { ...job, arrivedAtUtcMs, arrivalClass }), job)).toBeLessThanOrEqual(positionOf(input, job))
      }),
      often,
    )
  })

  test('is not changed for the others by jobs that nobody can do', () => {
    fc.assert(
      fc.property(garageAndOne, ([input, job]) => {
        const impossible: WaitingJob = { ...job, jobId: jobId('impossible'), needs: { ...job.needs, skills: ['body'] } }
        const needs = { ...job.needs, bayKinds: ['electrical'] } as const
        const absent = { jobId: jobId('absent'), slotStartUtcMs: input.nowUtcMs, needs, estimate: job.estimate }
        const burdened = { ...input, waiting: [impossible, ...input.waiting], expected: [absent, ...input.expected] }
        const others = orderQueue(burdened).filter((row) => row.jobId !== 'impossible')
        const servable = others.filter(({ expectedStart }) => expectedStart !== null)
        expect(servable).toEqual(orderQueue(input).filter(({ expectedStart }) => expectedStart !== null))
      }),
      withSimulation,
    )
  })
})

describe('choice and override agree', () => {
  test('the first to start is the choice for its place, and passes over nobody', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        for (const { jobId: id, mechanicId, bayId } of nextStarts(input).slice(0, 1)) {
          expect(chooseNext(input, mechanicId, bayId)).toBe(id)
          expect(overridePassedOver(input, id, mechanicId, bayId)).toEqual([])
        }
      }),
      often,
    )
  })

  test('an override that the invariant check objects to is told of', () => {
    fc.assert(
      fc.property(garageAndOne, ([input, job]) => {
        for (const { mechanicId } of input.mechanics.filter((one) => job.needs.skills.every((skill) => one.skills.includes(skill)))) {
          for (const { bayId, kind } of input.bays) {
            if (job.needs.bayKinds.length > 0 && !job.needs.bayKinds.includes(kind)) continue
            if (input.running.some((one) => one.mechanicId === mechanicId || one.bayId === bayId)) continue
            const start = { jobId: job.jobId, mechanicId, bayId }
            const elsewhere = nextStarts({
              ...input,
              waiting: input.waiting.filter((one) => one.jobId !== job.jobId),
              mechanics: input.mechanics.filter((one) => one.mechanicId !== mechanicId),
              bays: input.bays.filter((one) => one.bayId !== bayId),
            })
            const startedElsewhere = new Set(elsewhere.map((one) => one.jobId))
            const objected = passedOverBy(input, [start]).filter((id) => !startedElsewhere.has(id))
            expect(overridePassedOver(input, job.jobId, mechanicId, bayId)).toEqual(expect.arrayContaining(objected))
          }
        }
      }),
      often,
    )
  })
})

describe('the guard', () => {
  // Few garages have a hold, so every held car of each is looked at, rather than one drawn job that is seldom held.
  test('ends every hold: at most H + g after it could begin, and for an early customer when his own slot comes', () => {
    let holds = 0
    fc.assert(
      fc.property(anyGarage, (input) => {
        const { holdMin, graceMin } = input.settings
        for (const job of input.waiting) {
          const why = heldBy(input, job.jobId)
          if (why === null) continue
          holds += 1
          const ownSlot = job.arrivalClass === 'onTime' && job.slotStartUtcMs !== null ? job.slotStartUtcMs : Infinity
          // An early customer is held until his own slot at most; everybody else for the hold and the grace.
          const longestMs = ownSlot === Infinity ? (holdMin + graceMin) * minuteMs : ownSlot - input.nowUtcMs + minuteMs * 1440
          expect(why.untilUtcMs - input.nowUtcMs).toBeLessThanOrEqual(longestMs)
          const end = utcMs(Math.min(why.untilUtcMs + 1, ownSlot))
          expect(heldBy({ ...input, nowUtcMs: end }, job.jobId)?.protectsJobId).not.toBe(why.protectsJobId)
        }
      }),
      { numRuns: 3000 },
    )
    expect(holds).toBeGreaterThan(0)
  })

  test('never holds an on-time customer whose slot has come, nor anyone past his patience', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const free = rows(input).filter(
          ({ patience, arrival, dueAtUtcMs }) => patience.isSpent || (arrival.arrivalClass === 'onTime' && dueAtUtcMs <= input.nowUtcMs),
        )
        expect(free.filter((row) => heldBy(input, row.jobId) !== null)).toEqual([])
      }),
      often,
    )
  })

  test('leaves nobody waiting beside a place that he may have', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const taken = nextStarts(input)
        const free = {
          mechanics: input.mechanics.filter(({ mechanicId }) => !taken.some((start) => start.mechanicId === mechanicId)),
          bays: input.bays.filter(({ bayId }) => !taken.some((start) => start.bayId === bayId)),
        }
        const started = new Set(taken.map((start) => start.jobId))
        const unguarded = {
          ...input,
          ...free,
          waiting: input.waiting.filter((job) => !started.has(job.jobId)),
          expected: [],
          settings: { ...input.settings, holdMin: 0, graceMin: 0, promiseMin: 10_000 },
        }
        // What could start without any guard is what the rows call held.
        for (const { jobId: id } of nextStarts(unguarded)) expect(heldBy(input, id)).not.toBeNull()
      }),
      often,
    )
  })
})

describe('classes', () => {
  test('depend on slot, arrival and grace alone', () => {
    fc.assert(
      fc.property(garageAndOne, ([input, job]) => {
        const overrun = { ...input, running: input.running.map((one) => ({ ...one, workedMin: one.workedMin + 300 })) }
        expect(arrivalsOf(overrun)).toEqual(arrivalsOf(input))
        expect(arrivalsOf(input).get(job.jobId)).toEqual(classify(job.slotStartUtcMs, job.arrivedAtUtcMs, input.settings))
      }),
      often,
    )
  })
})

describe('expected starts', () => {
  test('of everyone who can be served: not before now, P50 before P80, on full 5 minutes', () => {
    fc.assert(
      fc.property(anyGarage, (input) => {
        const ordered = orderQueue(input)
        expect(ordered.filter(({ expectedStart }) => expectedStart === null)).toEqual(ordered.filter(isUnservable))
        for (const { p50UtcMs, p80UtcMs } of ordered.flatMap(({ expectedStart }) => expectedStart ?? [])) {
          expect(p50UtcMs).toBeGreaterThanOrEqual(input.nowUtcMs)
          expect(p80UtcMs).toBeGreaterThanOrEqual(p50UtcMs)
          expect([p50UtcMs % (5 * minuteMs), p80UtcMs % (5 * minuteMs)]).toEqual([0, 0])
        }
      }),
      withSimulation,
    )
  })
})
