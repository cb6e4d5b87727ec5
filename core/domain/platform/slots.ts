import { addMinutes, minuteMs, type UtcMs } from '../../basics/instant.ts'
import { addDays } from '../../persian/jalali.ts'
import { dayHours, dayOf, slotProblem, type SlotProblem } from '../../persian/workingCalendar.ts'
import { utcFromZoned } from '../../persian/timeZone.ts'
import { atOnceIn, type Booked } from '../booking/atOnce.ts'
import type { Garage } from '../garage/types.ts'
import type { Job } from '../job/types.ts'

/** Bookings start on the half hours after opening. */
export const slotStepMin = 30
/** Nobody is at the garage sooner, and the desk is to see him coming. */
export const slotLeadMin = 30
/** How many days ahead a customer may book. */
export const slotDays = 14

type SlotContext = {
  readonly garage: Pick<Garage, 'hours' | 'bays'>
  /** Every visit that is still expected. */
  readonly booked: readonly Booked[]
  readonly nowUtcMs: UtcMs
  /** How long the work is quoted for. */
  readonly workMin: number
}

/** The times that a customer may choose from, earliest first: within the garage's hours, with a bay free all through the work. */
export function freeSlots(context: SlotContext): readonly UtcMs[] {
  const { garage, nowUtcMs, workMin } = context
  const today = dayOf(nowUtcMs, garage.hours)
  const isFree = freeBay(context)
  const earliest = addMinutes(nowUtcMs, slotLeadMin)
  return Array.from({ length: slotDays }, (_, day) => addDays(today, day)).flatMap((date) =>
    dayHours(date, garage.hours).intervals.flatMap(({ fromMinute, toMinute }) => {
      // Work that is longer than an opening time begins with it.
      const lastMinute = Math.max(fromMinute, toMinute - workMin)
      const starts = Math.floor((lastMinute - fromMinute) / slotStepMin) + 1
      return Array.from({ length: starts }, (_, n) => utcFromZoned(date, fromMinute + n * slotStepMin, garage.hours.timeZone)).filter(
        (slot) => slot >= earliest && isFree(slot),
      )
    }),
  )
}

/** Why nobody can be booked for this time; null when he can. What was free when the page was drawn may be taken by now. */
export function slotRefusal(
  slot: UtcMs,
  context: SlotContext,
): { readonly code: 'slotUnfit'; readonly problem: SlotProblem } | { readonly code: 'slotTaken' } | null {
  const problem = slotProblem(slot, context.nowUtcMs, context.garage.hours)
  if (problem !== null) return { code: 'slotUnfit', problem }
  return freeBay(context)(slot) ? null : { code: 'slotTaken' }
}

export function neededMin(services: readonly { readonly quotedMin: number }[]): number {
  return services.reduce((sum, { quotedMin }) => sum + quotedMin, 0)
}

/** The visits that will still take a bay at their slot. */
export function bookedOf(jobs: readonly Pick<Job, 'slotStartUtcMs' | 'services' | 'phase'>[]): readonly Booked[] {
  return jobs.flatMap(({ slotStartUtcMs, services, phase }) =>
    slotStartUtcMs !== null && (phase.kind === 'expected' || phase.kind === 'waiting') ? [{ slotStartUtcMs, services }] : [],
  )
}

/** Most cars are in the garage together when one comes in: only those instants are counted. */
function freeBay({ garage, booked, workMin: minutes }: SlotContext): (slot: UtcMs) => boolean {
  const bays = garage.bays.filter(({ active }) => active).length
  const atOnce = atOnceIn(booked)
  return (slot) => {
    const endMs = slot + minutes * minuteMs
    const comingIn = booked.flatMap(({ slotStartUtcMs: at }) => (at > slot && at < endMs ? [at] : []))
    return [slot, ...comingIn].every((instant) => atOnce(instant) < bays)
  }
}
