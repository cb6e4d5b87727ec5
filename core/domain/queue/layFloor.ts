import { minuteMs } from '../../basics/instant.ts'
import { dueAt, patienceEndsAt, slotReleasedAt } from './arrival.ts'
import { setMeans, type Bay, type Entry, type Floor, type Mechanic, type NeedKind, type Occupation } from './floor.ts'
import { meanMin, remainingMeanMin } from './logNormal.ts'
import { byDue, bySlotAndArrival, bySlotAndId, compareText } from './precedence.ts'
import {
  bayKinds,
  skills,
  type ExpectedJob,
  type Needs,
  type PauseReason,
  type QueueBay,
  type QueueInput,
  type QueueMechanic,
  type RunningJob,
  type WaitingJob,
} from './types.ts'

/** How long a pause is taken to last, in mean: working figures, as nothing of it is measured yet. */
export const meanPauseMin: Readonly<Record<PauseReason, number>> = { consent: 20, part: 60, mechanic: 20, other: 30 }

/** A customer whose slot has begun is looked for at the next minute at the earliest: nobody absent starts now. */
const soonestArrivalMs = minuteMs

/** Bits in a set of places; one more is left for all stand-ins of kept bays together, whose number has no bound. */
const placeBits = 30
const keptBayBit = 1 << placeBits

/** Reads the input once; the result stands at its mean run. */
export function layFloor(input: QueueInput): Floor {
  const expected = input.expected.filter((job) => input.nowUtcMs <= slotReleasedAt(job.slotStartUtcMs, input.settings))
  const today = todaysNeeds(input, expected)
  const mechanics = mechanicsByDemand(input, today)
  const bays = baysByDemand(input, today)
  const { kinds, kindOf } = needKinds(input, mechanics, bays)

  const waiting = input.waiting.map((job) => waitingEntry(job, kindOf(job.needs), input))
  const absent = expected.map((job) => expectedEntry(job, kindOf(job.needs), input))
  const paused = input.running.filter((job) => job.pausedFor !== null).map((job) => pausedEntry(job, mechanics, bays))
  const entries = [...paused, ...absent, ...waiting]
  const servable = entries.filter(isServable)
  const slotted = servable.filter((entry) => entry.slotAt < Infinity).toSorted(bySlotAndArrival)
  const keptBays = paused.flatMap(({ kind }) => kind.bays)
  const floor: Floor = {
    graceMs: input.settings.graceMin * minuteMs,
    earlyMs: input.settings.earlyWindowMin * minuteMs,
    holdMs: input.settings.holdMin * minuteMs,
    promiseMs: input.settings.promiseMin * minuteMs,
    mechanics,
    bays,
    keptBays,
    places: [...mechanics, ...bays, ...keptBays],
    kinds: [...kinds, ...paused.map(({ kind }) => kind)],
    occupations: input.running.map((job) => occupationOf(job, mechanics, bays)),
    slotted,
    deferred: servable.filter((entry) => entry.slotAt === Infinity).toSorted(byDue),
    slotOrder: slotted.toSorted(bySlotAndId),
    arrivals: slotted.filter((entry) => entry.pausedFor !== null || (entry.waiting === null && entry.slotAt <= 0)),
    instants: instantsOf(slotted, input),
    unservable: waiting.filter((entry) => !isServable(entry)).toSorted(byDue),
    firstSlotted: null,
    firstDeferred: null,
    started: [],
    unstarted: 0,
    epoch: 0,
    undisturbedEpoch: -1,
    undisturbedUntil: 0,
    protectedCount: 0,
  }
  setMeans(floor)
  return floor
}

function isServable({ kind }: Entry): boolean {
  return kind.mechanics.length > 0 && kind.bays.length > 0
}

/** What today's work asks for, here and expected. Jobs that nobody can do do not count, so that they change nothing for the others. */
function todaysNeeds(input: QueueInput, expected: readonly ExpectedJob[]): readonly Needs[] {
  return [...input.waiting, ...expected]
    .map(({ needs }) => needs)
    .filter((needs) => input.mechanics.some((mechanic) => canDo(mechanic, needs)) && input.bays.some((bay) => suits(bay, needs)))
}

function canDo(mechanic: QueueMechanic, needs: Needs): boolean {
  return needs.skills.every((skill) => mechanic.skills.includes(skill))
}

function suits(bay: QueueBay, needs: Needs): boolean {
  return needs.bayKinds.length === 0 || needs.bayKinds.includes(bay.kind)
}

/**
 * A mechanic is as versatile, and a bay as general, as today's work makes it: by the number of jobs that he could do, or that could be
 * done there; among equals fewer skills first. Skills that nobody asks for today make nobody worth keeping free.
 */
function mechanicsByDemand(input: QueueInput, today: readonly Needs[]): readonly Mechanic[] {
  return input.mechanics
    .map((mechanic) => ({
      id: mechanic.mechanicId,
      demand: today.filter((needs) => canDo(mechanic, needs)).length,
      skillCount: new Set(mechanic.skills).size,
    }))
    .toSorted((a, b) => a.demand - b.demand || a.skillCount - b.skillCount || compareText(a.id, b.id))
    .map(({ id }, index) => ({ id, bit: 1 << (index % placeBits), freeAt: -Infinity, trialFreeAt: -Infinity }))
}

function baysByDemand(input: QueueInput, today: readonly Needs[]): readonly Bay[] {
  return input.bays
    .map((bay) => ({ id: bay.bayId, demand: today.filter((needs) => suits(bay, needs)).length }))
    .toSorted((a, b) => a.demand - b.demand || compareText(a.id, b.id))
    .map(({ id }, index) => ({ id, bit: 1 << (index % placeBits), freeAt: -Infinity, trialFreeAt: -Infinity }))
}

function needKinds(
  input: QueueInput,
  mechanics: readonly Mechanic[],
  bays: readonly Bay[],
): { readonly kinds: NeedKind[]; readonly kindOf: (needs: Needs) => NeedKind } {
  const known = new Map<number, NeedKind>()
  const kinds: NeedKind[] = []
  const kindOf = (needs: Needs): NeedKind => {
    const key = bits(skills, needs.skills) * 2 ** bayKinds.length + bits(bayKinds, needs.bayKinds)
    const found = known.get(key)
    if (found !== undefined) return found
    const kind = newKind(
      mechanics.filter(({ id }) => input.mechanics.some((mechanic) => mechanic.mechanicId === id && canDo(mechanic, needs))),
      bays.filter(({ id }) => input.bays.some((bay) => bay.bayId === id && suits(bay, needs))),
    )
    known.set(key, kind)
    kinds.push(kind)
    return kind
  }
  return { kinds, kindOf }
}

function newKind(mechanics: readonly Mechanic[], bays: readonly Bay[]): NeedKind {
  const mechanicBits = mechanics.reduce((all, { bit }) => all | bit, 0)
  const bayBits = bays.reduce((all, { bit }) => all | bit, 0)
  return { mechanics, bays, mechanicBits, bayBits, unstarted: 0, isOpen: false, isLongHeld: false }
}

function bits<T>(all: readonly T[], some: readonly T[]): number {
  return some.reduce((mask, one) => mask | (1 << all.indexOf(one)), 0)
}

function waitingEntry(job: WaitingJob, kind: NeedKind, { nowUtcMs, settings }: QueueInput): Entry {
  const due = dueAt(job, settings)
  return newEntry({
    jobId: job.jobId,
    waiting: job,
    kind,
    estimate: job.estimate,
    meanMs: meanMsOf(meanMin(job.estimate)),
    slotAt: job.arrivalClass === 'onTime' ? due - nowUtcMs : Infinity,
    dueAt: due - nowUtcMs,
    arrivedAt: job.arrivedAtUtcMs - nowUtcMs,
    patienceEndsAt: patienceEndsAt(due, settings) - nowUtcMs,
  })
}

function expectedEntry(job: ExpectedJob, kind: NeedKind, { nowUtcMs }: QueueInput): Entry {
  const slotAt = job.slotStartUtcMs - nowUtcMs
  return newEntry({
    jobId: job.jobId,
    kind,
    estimate: job.estimate,
    meanMs: meanMsOf(meanMin(job.estimate)),
    slotAt,
    dueAt: slotAt,
    arrivedAt: slotAt,
    meanPresentAt: Math.max(slotAt, soonestArrivalMs),
  })
}

/**
 * A started job is not queued again (rule 7): it stands before everyone, for its own mechanic, in a stand-in for the bay it keeps.
 * If its mechanic is not at work, whoever is may finish it.
 */
function pausedEntry(job: RunningJob, mechanics: readonly Mechanic[], bays: readonly Bay[]): Entry {
  const own = mechanics.filter(({ id }) => id === job.mechanicId)
  return newEntry({
    jobId: job.jobId,
    pausedFor: job.pausedFor,
    keeps: bays.find(({ id }) => id === job.bayId) ?? null,
    kind: newKind(own.length > 0 ? own : mechanics, [{ id: job.bayId, bit: keptBayBit, freeAt: -Infinity, trialFreeAt: -Infinity }]),
    estimate: job.estimate,
    workedMin: job.workedMin,
    meanMs: meanMsOf(remainingMeanMin(job.estimate, job.workedMin)),
    slotAt: -Infinity,
    dueAt: -Infinity,
    meanPresentAt: meanMsOf(job.pausedFor === null ? 0 : meanPauseMin[job.pausedFor]),
  })
}

/** While a job pauses, its bay is kept by its entry; its mechanic is free for others unless it is he who is away. */
function occupationOf(job: RunningJob, mechanics: readonly Mechanic[], bays: readonly Bay[]): Occupation {
  const { jobId, estimate, workedMin, pausedFor } = job
  const isMechanicBusy = pausedFor === null || pausedFor === 'mechanic'
  return {
    jobId,
    estimate,
    workedMin,
    pausedFor,
    mechanic: isMechanicBusy ? (mechanics.find(({ id }) => id === job.mechanicId) ?? null) : null,
    bay: pausedFor === null ? (bays.find(({ id }) => id === job.bayId) ?? null) : null,
    meanMs: meanMsOf(pausedFor === null ? remainingMeanMin(estimate, workedMin) : meanPauseMin[pausedFor]),
  }
}

/** At least a second, so that whatever is busy now is not free now. */
function meanMsOf(minutes: number): number {
  return Math.max(1000, Math.round(minutes * minuteMs))
}

function instantsOf(slotted: readonly Entry[], { settings }: QueueInput): readonly number[] {
  const instants = slotted.flatMap(({ slotAt }) => [
    slotAt - settings.earlyWindowMin * minuteMs,
    slotAt,
    // A hold is over just after grace, or just after the promise is past saving.
    slotAt + settings.graceMin * minuteMs + 1,
    slotAt + settings.promiseMin * minuteMs + 1,
  ])
  return [...new Set(instants)].filter((instant) => instant > 0).toSorted((a, b) => a - b)
}

type Given = Pick<Entry, 'jobId' | 'kind' | 'estimate' | 'meanMs' | 'slotAt' | 'dueAt'> & Partial<Entry>

/** One literal for every entry and infinities for times not known yet, so that the engine sees one shape with unboxed times. */
function newEntry(given: Given): Entry {
  return {
    jobId: given.jobId,
    waiting: given.waiting ?? null,
    pausedFor: given.pausedFor ?? null,
    keeps: given.keeps ?? null,
    kind: given.kind,
    estimate: given.estimate,
    meanMs: given.meanMs,
    workedMin: given.workedMin ?? 0,
    slotAt: given.slotAt,
    dueAt: given.dueAt,
    arrivedAt: given.arrivedAt ?? -Infinity,
    patienceEndsAt: given.patienceEndsAt ?? Infinity,
    meanPresentAt: given.meanPresentAt ?? -Infinity,
    durationMs: Infinity,
    presentAt: -Infinity,
    isStarted: false,
    startedAt: Infinity,
    undisturbedAt: Infinity,
    mechanic: null,
    bay: null,
    previous: null,
    next: null,
  }
}
