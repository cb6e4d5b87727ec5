import type { JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { TodayBoard } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { nextFreeSlot } from '../../core/domain/queue/nextFreeSlot.ts'
import { addDays } from '../../core/persian/jalali.ts'
import { dayHours, dayOf } from '../../core/persian/workingCalendar.ts'
import { utcFromZoned } from '../../core/persian/timeZone.ts'

/** How far ahead a free slot is looked for, and the grid on which slots are offered. */
const daysAhead = 21
const slotLengthMin = 30

/**
 * From when on a waiting customer may be offered a slot: the time by which he would most likely be served anyway. A slot
 * before that would make him on time ahead of those who wait with him, and nobody could keep it.
 */
export function earliestOffer(board: TodayBoard | null, jobId: JobId): UtcMs | null {
  return board?.waiting.find((card) => card.jobId === jobId)?.row.expectedStart?.p80UtcMs ?? null
}

/** The first slot from then on, that day or later, that still has room for one more car (queue.md, policy 8). */
export function freeSlot(garage: Garage, openJobs: Iterable<Job>, fromUtcMs: UtcMs): UtcMs | null {
  const today = dayOf(fromUtcMs, garage.hours)
  const workingIntervals = Array.from({ length: daysAhead }, (_, day) => addDays(today, day)).flatMap((date) =>
    dayHours(date, garage.hours).intervals.map(
      ({ fromMinute, toMinute }) =>
        [utcFromZoned(date, fromMinute, garage.hours.timeZone), utcFromZoned(date, toMinute, garage.hours.timeZone)] as const,
    ),
  )
  const mechanics = garage.people.filter((person) => person.active && person.role === 'mechanic').length
  return nextFreeSlot({
    nowUtcMs: fromUtcMs,
    bookedUtcMs: [...openJobs].flatMap((job) => job.slotStartUtcMs ?? []),
    workingIntervals,
    slotLengthMin,
    capacity: Math.min(garage.bays.filter((bay) => bay.active).length, mechanics),
  })
}
