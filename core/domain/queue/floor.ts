import type { BayId, JobId, PersonId } from '../../basics/ids.ts'
import type { DurationEstimate, PauseReason, WaitingJob } from './types.ts'

/**
 * The garage floor as the scheduler sees it: a compact, mutable picture of one QueueInput, in milliseconds from its `now`.
 * Choice, forward schedule, guard and expected start all work on it, so that the rule is written once (schedule.ts, guard.ts).
 */
export type Floor = {
  readonly graceMs: number
  readonly earlyMs: number
  readonly holdMs: number
  readonly promiseMs: number
  /** Least versatile first: whom the fewest of today's jobs could need. */
  readonly mechanics: readonly Mechanic[]
  /** Least general first: in which the fewest of today's jobs could be done. */
  readonly bays: readonly Bay[]
  /** Stand-ins for the bays that paused jobs keep, each for its own job only. */
  readonly keptBays: readonly Bay[]
  /** All of these. */
  readonly places: readonly Place[]
  readonly kinds: readonly NeedKind[]
  readonly occupations: readonly Occupation[]
  /** Paused jobs that will resume, then on-time jobs by slot, arrival, id. */
  readonly slotted: readonly Entry[]
  /** Late and no-slot jobs by due time, arrival, id. */
  readonly deferred: readonly Entry[]
  /** The jobs of `slotted` by slot and id: the guard's order, which no arrival time changes. */
  readonly slotOrder: readonly Entry[]
  /** Whoever comes at no instant of `instants`: resuming jobs, and expected customers whose slot has begun. */
  readonly arrivals: readonly Entry[]
  /** After now, ascending: a slot comes, its early window opens, its hold ends. */
  readonly instants: readonly number[]
  /** Waiting jobs that no mechanic at work, or no bay, can serve: outside every schedule, so that they hold up nobody. */
  readonly unservable: readonly Entry[]
  /** The first of `slotted` and of `deferred` not yet started; the rest hang on it by `next`. */
  firstSlotted: Entry | null
  firstDeferred: Entry | null
  /** In the order of their starts. */
  readonly started: Entry[]
  unstarted: number
  /** Grows with every start and every instant: what the guard computed under another epoch is stale. */
  epoch: number
  undisturbedEpoch: number
  undisturbedUntil: number
  protectedCount: number
}

/** `bit`: its bit in a set of places. Beyond 30 places bits are shared, so that a set can only say "perhaps". */
export type Place = { readonly bit: number; freeAt: number; trialFreeAt: number }
export type Mechanic = Place & { readonly id: PersonId }
export type Bay = Place & { readonly id: BayId }

/** Jobs with the same needs, and who can serve them where. */
export type NeedKind = {
  readonly mechanics: readonly Mechanic[]
  readonly bays: readonly Bay[]
  readonly mechanicBits: number
  readonly bayBits: number
  unstarted: number
  /** Someone of this kind is left, and (as far as bits can say) a fitting mechanic and a fitting bay are free at this instant. */
  isOpen: boolean
  /** A job of this kind that outlasts every hold was held at this instant: the next such one need not be tried. */
  isLongHeld: boolean
}

/** What keeps a mechanic or a bay busy now: a job in work, or the pause of one. */
export type Occupation = {
  readonly mechanic: Mechanic | null
  readonly bay: Bay | null
  readonly jobId: JobId
  readonly estimate: DurationEstimate
  readonly workedMin: number
  readonly pausedFor: PauseReason | null
  readonly meanMs: number
}

export type Entry = {
  readonly jobId: JobId
  /** Null for a customer who is not here yet and for a paused job. */
  readonly waiting: WaitingJob | null
  /** Set for a job that is paused and keeps its bay. */
  readonly pausedFor: PauseReason | null
  readonly keeps: Bay | null
  readonly kind: NeedKind
  readonly estimate: DurationEstimate
  readonly meanMs: number
  /** Minutes done before a pause; 0 for a job not begun. */
  readonly workedMin: number
  /** Paused: -Infinity. On time: the slot. Late and no slot: Infinity. */
  readonly slotAt: number
  readonly dueAt: number
  readonly arrivedAt: number
  readonly patienceEndsAt: number
  /** When the customer is taken to be here in the run at mean durations (-Infinity: he is). */
  readonly meanPresentAt: number
  durationMs: number
  presentAt: number
  isStarted: boolean
  startedAt: number
  mechanic: Mechanic | null
  bay: Bay | null
  /** Start in the guard's schedule without the job that asks. */
  undisturbedAt: number
  previous: Entry | null
  next: Entry | null
}

/** Begins a run: everybody unstarted, places as the running jobs leave them. Durations and arrivals are set by the caller. */
export function clearFloor(floor: Floor): void {
  for (const place of floor.places) place.freeAt = -Infinity
  for (const kind of floor.kinds) kind.unstarted = 0
  floor.started.length = 0
  floor.unstarted = 0
  floor.firstSlotted = lineUp(floor, floor.slotted)
  floor.firstDeferred = lineUp(floor, floor.deferred)
  for (const entry of floor.arrivals) if (entry.keeps !== null) entry.keeps.freeAt = Infinity
}

function lineUp(floor: Floor, entries: readonly Entry[]): Entry | null {
  let last: Entry | null = null
  for (const entry of entries) {
    entry.isStarted = false
    entry.kind.unstarted += 1
    entry.previous = last
    entry.next = null
    if (last !== null) last.next = entry
    last = entry
  }
  floor.unstarted += entries.length
  return entries[0] ?? null
}

export function occupy(occupation: Occupation, untilMs: number): void {
  const { mechanic, bay } = occupation
  if (mechanic !== null) mechanic.freeAt = Math.max(mechanic.freeAt, untilMs)
  if (bay !== null) bay.freeAt = Math.max(bay.freeAt, untilMs)
}

/** The run that every device agrees on: each duration at its mean, each customer at his slot. */
export function setMeans(floor: Floor): void {
  clearFloor(floor)
  for (const occupation of floor.occupations) occupy(occupation, occupation.meanMs)
  for (const entry of floor.slotted) takeMeans(entry)
  for (const entry of floor.deferred) takeMeans(entry)
}

function takeMeans(entry: Entry): void {
  entry.durationMs = entry.meanMs
  entry.presentAt = entry.meanPresentAt
}

export function start(floor: Floor, entry: Entry, mechanic: Mechanic, bay: Bay, at: number): void {
  const endsAt = at + entry.durationMs
  entry.isStarted = true
  entry.startedAt = at
  entry.mechanic = mechanic
  entry.bay = bay
  mechanic.freeAt = endsAt
  bay.freeAt = endsAt
  if (entry.keeps !== null) entry.keeps.freeAt = endsAt
  if (entry.previous !== null) entry.previous.next = entry.next
  else if (floor.firstSlotted === entry) floor.firstSlotted = entry.next
  else if (floor.firstDeferred === entry) floor.firstDeferred = entry.next
  if (entry.next !== null) entry.next.previous = entry.previous
  entry.kind.unstarted -= 1
  floor.unstarted -= 1
  floor.epoch += 1
  floor.started.push(entry)
}
