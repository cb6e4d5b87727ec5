import { join } from 'node:path'
import type { EventId, JobId, PersonId } from '../../core/basics/ids.ts'
import { addMinutes, dayMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { seededRandom } from '../../core/basics/random.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import { closeDatabase, openDatabase } from '../../db/connection.ts'
import { appendEvents } from '../../db/log/append.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { projectJob } from '../../db/projections/project.ts'
import { garageContext } from '../../electron/service/context.ts'
import { newId } from '../../electron/service/ids.ts'
import { setUp } from '../../electron/service/setUp.ts'
import { plateLetters } from '../../core/persian/plateLetters.ts'
import { provinceCodes } from '../../core/persian/plateProvinces.ts'
import { booked, arrived, withoutActive } from '../support/jobEvents.ts'
import { oil } from '../support/garage.ts'
import { setupInput } from '../support/setupInput.ts'

/** Visits of one day in the past, and of the day that the bench opens. */
const visitsPerDay = 60
const eventsPerVisit = 5

/**
 * Years of a busy garage: every visit booked, arrived, started, finished and handed over, then one open day. Written
 * without the disk's confirmation, which the bench does not measure here.
 */
export function writeHistory(folder: string, events: number, nowUtcMs: UtcMs): void {
  const opened = openDatabase(join(folder, 'garage.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const db = opened.value
  const context = garageContext(db, { wallUtcMs: () => nowUtcMs, monotonicMs: () => 0 })
  setUp(context, setupInput, false)
  const garage = context.garage()
  if (garage === null) throw new Error('the garage was just set up')
  db.pragma('synchronous = OFF')

  const random = seededRandom(7)
  const days = Math.ceil(events / visitsPerDay / eventsPerVisit)
  for (let day = days; day >= 0; day -= 1) {
    db.transaction(() => {
      for (let visit = 0; visit < (day === 0 ? 24 : visitsPerDay); visit += 1) {
        const slot = addMinutes(utcMs(nowUtcMs - day * dayMs), (visit - visitsPerDay / 2) * 8)
        const jobNo = (days - day) * visitsPerDay + visit + 1
        const jobId = newId<JobId>(slot)
        for (const [event, wallAtUtcMs] of visitEvents(garage, slot, jobNo, random, day === 0)) {
          const stored = {
            id: newId<EventId>(wallAtUtcMs),
            stream: jobStream(jobId),
            type: event.type,
            v: eventVersion(event.type),
            payload: payloadOf(event),
          }
          appendEvents(db, { ...context.identity, actor: person(garage, 'frontDesk'), wallAtUtcMs }, [stored])
        }
        const job = foldJob(db, jobId)
        if (job !== null) projectJob(db, job, null)
      }
    }).immediate()
  }
  db.pragma('synchronous = FULL')
  closeDatabase(db)
}

function visitEvents(
  garage: Garage,
  slot: UtcMs,
  jobNo: number,
  random: () => number,
  open: boolean,
): readonly (readonly [JobEvent, UtcMs])[] {
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)]
    if (chosen === undefined) throw new Error('a list to pick from')
    return chosen
  }
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '1')
  const plate = {
    kind: 'fourPart',
    twoDigits: digits(2),
    letter: pick(plateLetters),
    threeDigits: digits(3),
    provinceCode: pick(provinceCodes),
  } as const
  const opening = booked(slot, {
    jobNo,
    vehicle: { plate, model: 'پژو ۲۰۶' },
    services: [withoutActive(garage.services[0] ?? oil)],
    origin: { kind: 'booking', bookingRef: `H-${jobNo}`, fileName: 'history.csv' },
  })
  const here: readonly (readonly [JobEvent, UtcMs])[] = [
    [opening, addMinutes(slot, -600)],
    [arrived(slot, 'onTime'), addMinutes(slot, -5)],
  ]
  if (open) return here
  return [
    ...here,
    [{ type: 'workStarted', bayId: pick(garage.bays).bayId, mechanicId: person(garage, 'mechanic') }, slot],
    [{ type: 'workFinished' }, addMinutes(slot, 20 + random() * 20)],
    [{ type: 'carHandedOver' }, addMinutes(slot, 45)],
  ]
}

function person(garage: Garage, role: 'frontDesk' | 'mechanic'): PersonId {
  const found = garage.people.find((one) => one.role === role)
  if (found === undefined) throw new Error(role)
  return found.personId
}
