import { start, type Bay, type Entry, type Floor, type Mechanic, type NeedKind, type Place } from './floor.ts'
import { firstPushed, lastPromiseAt } from './guard.ts'
import { byDue, rankAt } from './precedence.ts'

/**
 * Rule 3's order at an instant, the one place where it is written. Visits those present, not started and of an open kind: first everyone
 * whose slot has come, by slot; then late, no-slot and on-time customers within their early window, by due time; then the early ones. A
 * visit that answers false ends the walk.
 */
export function walkInOrder(floor: Floor, at: number, visit: (entry: Entry) => boolean): void {
  let slotted = nextOpen(floor.firstSlotted)
  let deferred = nextOpen(floor.firstDeferred)
  for (;;) {
    let entry: Entry
    if (slotted !== null && (deferred === null || isSlotFirst(slotted, deferred, floor.earlyMs, at))) {
      entry = slotted
      slotted = slotted.next
    } else if (deferred !== null) {
      entry = deferred
      deferred = deferred.next
    } else return
    if (entry.presentAt <= at && !visit(entry)) return
    slotted = nextOpen(slotted)
    deferred = nextOpen(deferred)
  }
}

function nextOpen(from: Entry | null): Entry | null {
  let entry = from
  while (entry !== null && !entry.kind.isOpen) entry = entry.next
  return entry
}

function isSlotFirst(slotted: Entry, deferred: Entry, earlyMs: number, at: number): boolean {
  const rank = rankAt(slotted.slotAt, earlyMs, at)
  return rank === 0 || (rank === 1 && byDue(slotted, deferred) < 0)
}

/** Rules 4 and 6: whom the guard watches now. Never a customer whose slot has come, nor one whose patience is spent. */
export function isGuarded(entry: Entry, at: number): boolean {
  return entry.slotAt > at && at <= entry.patienceEndsAt
}

/**
 * Starts all that should start at this instant: again and again the first in order who may, with the least versatile mechanic and the
 * least general bay that fit. From the beginning each time, since a start can end a hold: whoever stands before must not miss that.
 */
export function dispatch(floor: Floor, at: number): void {
  let startedBefore = -1
  while (floor.started.length > startedBefore) {
    startedBefore = floor.started.length
    floor.epoch += 1
    if (openKinds(floor, at)) walkInOrder(floor, at, (entry) => !place(floor, entry, at))
  }
}

function openKinds(floor: Floor, at: number): boolean {
  const mechanicBits = freeBits(floor.mechanics, at)
  if (mechanicBits === 0) return false
  const bayBits = freeBits(floor.bays, at) | freeBits(floor.keptBays, at)
  let isAnyOpen = false
  for (const kind of floor.kinds) {
    kind.isLongHeld = false
    kind.isOpen = isOpen(kind, mechanicBits, bayBits)
    isAnyOpen ||= kind.isOpen
  }
  return isAnyOpen
}

function freeBits(places: readonly Place[], at: number): number {
  let bits = 0
  for (const { bit, freeAt } of places) if (freeAt <= at) bits |= bit
  return bits
}

function isOpen(kind: NeedKind, mechanicBits: number, bayBits: number): boolean {
  return kind.unstarted > 0 && (kind.mechanicBits & mechanicBits) !== 0 && (kind.bayBits & bayBits) !== 0
}

function place(floor: Floor, entry: Entry, at: number): boolean {
  const { kind } = entry
  const guarded = isGuarded(entry, at)
  // Only late and no-slot jobs are alike in this: an on-time job stands itself in the guard's schedule.
  const isLong = guarded && entry.slotAt === Infinity && at + entry.meanMs > lastPromiseAt(floor, at)
  if (isLong && kind.isLongHeld) return false
  for (const mechanic of kind.mechanics) {
    if (mechanic.freeAt > at) continue
    for (const bay of kind.bays) {
      if (bay.freeAt > at || (guarded && firstPushed(floor, entry, mechanic, bay, at) !== null)) continue
      start(floor, entry, mechanic, bay, at)
      return true
    }
  }
  if (isLong) kind.isLongHeld = true
  return false
}

/** Runs the floor to the last start. Ends always: a hold lasts at most until a slot's grace is over, and every busy place becomes free. */
export function runSchedule(floor: Floor): void {
  let at = 0
  let upcoming = 0
  while (floor.unstarted > 0 && at < Infinity) {
    dispatch(floor, at)
    while ((floor.instants[upcoming] ?? Infinity) <= at) upcoming += 1
    at = nextInstant(floor, at, floor.instants[upcoming] ?? Infinity)
  }
}

/** Nothing can start before a mechanic is free; while one is, anything else that happens may let him start. */
function nextInstant(floor: Floor, at: number, upcoming: number): number {
  const next = soonestAfter(floor.mechanics, at)
  if (freeBits(floor.mechanics, at) === 0) return next
  return Math.min(next, upcoming, soonestAfter(floor.bays, at), soonestArrival(floor.arrivals, at))
}

function soonestAfter(places: readonly Place[], at: number): number {
  let soonest = Infinity
  for (const { freeAt } of places) if (freeAt > at && freeAt < soonest) soonest = freeAt
  return soonest
}

function soonestArrival(arrivals: readonly Entry[], at: number): number {
  let soonest = Infinity
  for (const { presentAt, isStarted } of arrivals) if (!isStarted && presentAt > at && presentAt < soonest) soonest = presentAt
  return soonest
}

/** Who could be served by this mechanic in this bay, in order and whether held there or not. */
export function walkFitting(floor: Floor, mechanic: Mechanic, bay: Bay, at: number, visit: (entry: Entry) => boolean): void {
  floor.epoch += 1
  for (const kind of floor.kinds) kind.isOpen = kind.mechanics.includes(mechanic) && kind.bays.includes(bay)
  walkInOrder(floor, at, visit)
}

export function isHeldAt(floor: Floor, entry: Entry, mechanic: Mechanic, bay: Bay, at: number): boolean {
  return isGuarded(entry, at) && firstPushed(floor, entry, mechanic, bay, at) !== null
}
