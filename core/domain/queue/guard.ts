import type { Bay, Entry, Floor, Mechanic, Place } from './floor.ts'
import { rankAt } from './precedence.ts'

/**
 * Rule 4. The on-time customer whom this job, started now by this mechanic in this bay, would by itself push past his promise; null when
 * nobody is pushed. Both schedules, with the job and without, place every on-time customer by slot at his earliest fitting mechanic and bay.
 * A customer is protected from a - H until a + g, so no hold for him outlasts H + g. An early customer displaces nobody (rule 5): for him
 * everyone whose slot begins before he would be done is protected as well.
 */
export function firstPushed(floor: Floor, candidate: Entry, mechanic: Mechanic, bay: Bay, at: number): Entry | null {
  const endsAt = at + candidate.meanMs
  const isEarly = rankAt(candidate.slotAt, floor.earlyMs, at) === 2
  const until = isEarly ? Math.max(endsAt, at + floor.holdMs) : at + floor.holdMs
  scheduleUndisturbed(floor, at, until)
  if (floor.protectedCount === 0) return null
  forgetTrial(floor)
  mechanic.trialFreeAt = endsAt
  bay.trialFreeAt = endsAt
  for (const entry of floor.slotOrder) {
    if (entry.slotAt > until) return null
    if (entry.isStarted || entry === candidate || isReleased(floor, entry, at)) continue
    const promisedAt = entry.slotAt + floor.promiseMs
    if (placeOnTrial(entry, at) > promisedAt && entry.undisturbedAt <= promisedAt && isProtected(floor, entry, at)) return entry
  }
  return null
}

/** No job that ends after this instant can differ from another such one in whom it pushes: every promise the guard keeps is older. */
export function lastPromiseAt(floor: Floor, at: number): number {
  return at + floor.holdMs + floor.promiseMs
}

function scheduleUndisturbed(floor: Floor, at: number, until: number): void {
  if (floor.undisturbedEpoch === floor.epoch && floor.undisturbedUntil >= until) return
  floor.undisturbedEpoch = floor.epoch
  floor.undisturbedUntil = until
  floor.protectedCount = 0
  forgetTrial(floor)
  for (const entry of floor.slotOrder) {
    if (entry.slotAt > until) return
    if (entry.isStarted || isReleased(floor, entry, at)) continue
    entry.undisturbedAt = placeOnTrial(entry, at)
    if (isProtected(floor, entry, at) && entry.undisturbedAt <= entry.slotAt + floor.promiseMs) floor.protectedCount += 1
  }
}

function forgetTrial(floor: Floor): void {
  for (const place of floor.places) place.trialFreeAt = place.freeAt
}

function isProtected(floor: Floor, entry: Entry, at: number): boolean {
  return at <= entry.slotAt + floor.graceMs
}

/** Not here and past grace: his slot is others' now (rule 9). A paused job is never released. */
function isReleased(floor: Floor, entry: Entry, at: number): boolean {
  return entry.presentAt > at && entry.pausedFor === null && at > entry.slotAt + floor.graceMs
}

function placeOnTrial(entry: Entry, at: number): number {
  const { mechanics, bays } = entry.kind
  const readyAt = Math.max(at, entry.pausedFor === null ? entry.slotAt : entry.presentAt)
  const startsAt = Math.max(readyAt, soonestFree(mechanics), soonestFree(bays))
  const mechanic = lastFreeBy(mechanics, startsAt, at)
  const bay = lastFreeBy(bays, startsAt, at)
  if (mechanic === null || bay === null) return Infinity
  const endsAt = startsAt + entry.meanMs
  mechanic.trialFreeAt = endsAt
  bay.trialFreeAt = endsAt
  if (entry.keeps !== null) entry.keeps.trialFreeAt = endsAt
  return startsAt
}

function soonestFree(places: readonly Place[]): number {
  let soonest = Infinity
  for (const { trialFreeAt } of places) if (trialFreeAt < soonest) soonest = trialFreeAt
  return soonest
}

/** Whoever becomes free last before the start, so that a start which waits for a mechanic takes no bay that others could have till then. */
function lastFreeBy<P extends Place>(places: readonly P[], startsAt: number, at: number): P | null {
  let best: P | null = null
  let bestFreeAt = -Infinity
  for (const place of places) {
    const freeAt = Math.max(place.trialFreeAt, at)
    if (freeAt > startsAt || freeAt <= bestFreeAt) continue
    best = place
    bestFreeAt = freeAt
  }
  return best
}
