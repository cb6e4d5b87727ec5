import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import { addMinutes } from '../../core/basics/instant.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { parseMobile } from '../../core/persian/mobile.ts'
import { searchKey } from '../../core/basics/textFold.ts'
import type { WritableDb } from '../../db/connection.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { findParty, latestParties, searchParties, visitsOfParty } from '../../db/queries/parties.ts'
import { jobIdsClosedSince, newestJobNo, openJobIds, passedOverBy } from '../../db/queries/jobs.ts'
import { workSums } from '../../db/queries/workSums.ts'
import { temporaryDatabase, write } from '../support/database.ts'
import { at, bays, brakes, car, mechanic, oil } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { arrived, booked, slot, withoutActive } from '../support/jobEvents.ts'

const bayId = bays[0]?.bayId ?? testId(0)
const started: JobEvent = { type: 'workStarted', bayId, mechanicId: mechanic.personId }
const mobileOf = (text: string) => {
  const parsed = parseMobile(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

function finishedVisit(db: WritableDb, n: number, jobNo: number): JobId {
  const job = testId<JobId>(n)
  write(db, job, at('08:00'), booked(slot, { jobNo, services: [withoutActive(oil), withoutActive(brakes)] }))
  write(db, job, at('09:58'), arrived(slot, 'onTime'))
  write(db, job, at('10:00'), started)
  write(db, job, at('11:30'), { type: 'workFinished' })
  write(db, job, at('11:40'), { type: 'carHandedOver' })
  return job
}

describe('projections', () => {
  it('say of each job what its events say', () => {
    const db = temporaryDatabase()
    const job = finishedVisit(db, 8001, 41)
    expect(foldJob(db, job)?.phase.kind).toBe('handedOver')
    expect(openJobIds(db)).toEqual([])
    expect(jobIdsClosedSince(db, at('11:40'))).toEqual([job])
    expect(jobIdsClosedSince(db, at('11:41'))).toEqual([])
    expect(newestJobNo(db)).toBe(41)
    expect(workSums(db).map(({ n, sumS }) => [n, sumS])).toEqual([
      [1, 1800],
      [1, 3600],
    ])
  })

  it('take back what a withdrawn step had taught', () => {
    const db = temporaryDatabase()
    const job = testId<JobId>(8002)
    write(db, job, at('08:00'), booked(slot))
    write(db, job, at('09:58'), arrived(slot, 'onTime'))
    write(db, job, at('10:00'), started)
    write(db, job, at('10:30'), { type: 'workFinished' })
    expect(workSums(db)).toHaveLength(1)
    const finish = foldJob(db, job)?.steps.at(-1)?.eventId ?? testId(0)
    write(db, job, at('10:31'), { type: 'stepWithdrawn', step: 'finish', withdraws: finish, reason: 'زود بود' })
    expect(workSums(db)).toEqual([])
  })

  it('tell whoever was passed over by whom and why', () => {
    const db = temporaryDatabase()
    const [first, second] = [testId<JobId>(8003), testId<JobId>(8004)]
    write(db, first, at('08:00'), booked(null, { jobNo: 1 }))
    write(db, second, at('08:00'), booked(null, { jobNo: 2 }), arrived(null, 'noSlot'), started, {
      type: 'servedOutOfTurn',
      reason: 'بیمار همراه دارد',
      passedOver: [first],
    })
    expect(passedOverBy(db, first)).toEqual([
      { jobId: first, byJobId: second, byJobNo: 2, reason: 'بیمار همراه دارد', atUtcMs: at('08:00') },
    ])
  })

  it('take a booking that lies ahead for no visit yet: the list of customers begins with who was here last', () => {
    const db = temporaryDatabase()
    write(db, testId(8006), at('08:00'), booked(at('10:00', 30), { vehicle: car('12ب345ایران67') }))
    write(db, testId(8007), at('08:05'), booked(null), arrived(null, 'noSlot'))
    write(db, testId(8008), at('08:10'), booked(at('10:00', 9)))
    expect(latestParties(db, 10, 0).map((row) => row.lastJobId)).toEqual([testId(8007), testId(8006)])
  })

  it('move a visit to its right customer when plate or mobile are corrected, and leave no empty one behind', () => {
    const db = temporaryDatabase()
    const job = testId<JobId>(8005)
    write(db, job, at('08:00'), booked(slot))
    const correction: JobEvent = {
      type: 'detailsCorrected',
      customer: { name: 'سعید کاظمی', mobile: mobileOf('09121234567') },
      vehicle: car('73ن194ایران40', 'تارا'),
      services: [withoutActive(oil)],
      note: '',
      reason: 'پلاک اشتباه',
    }
    write(db, job, at('08:05'), correction)
    expect(latestParties(db, 10, 0)).toHaveLength(1)
    expect(findParty(db, '73ن194-40', '09121234567')).toMatchObject({ customerName: 'سعید کاظمی', visits: 1 })
    expect(searchParties(db, { in: 'digits', text: '5268' }, 5)).toEqual([])
  })
})

describe('search', () => {
  const db = () => {
    const filled = temporaryDatabase()
    const rows = [
      ['12ب345ایران67', 'علي رضايي', '09121112233'],
      ['12ب346ایران67', 'سارا کریمی', '09354445566'],
      ['73ن194ایران40', 'حسين قاسم‌پور', '09121112233'],
    ] as const
    rows.forEach(([plate, name, mobile], index) =>
      write(
        filled,
        testId(8100 + index),
        at('08:00'),
        booked(slot, { jobNo: index + 1, vehicle: car(plate), customer: { name, mobile: mobileOf(mobile) } }),
      ),
    )
    return filled
  }
  const names = (found: ReturnType<typeof searchParties>) => found.map((row) => row.customerName).toSorted()

  it('finds a plate by any four digits in a row', () => {
    const all = db()
    for (const digits of ['2345', '3456', '4567'])
      expect(names(searchParties(all, { in: 'digits', text: digits }, 5))).toEqual(['علي رضايي'])
    expect(names(searchParties(all, { in: 'digits', text: '123' }, 5))).toEqual(['سارا کریمی', 'علي رضايي'])
    expect(searchParties(all, { in: 'digits', text: '9999' }, 5)).toEqual([])
  })

  it('finds a mobile by part of it, and both customers who share one', () => {
    expect(names(searchParties(db(), { in: 'digits', text: '1112233' }, 5))).toEqual(['حسين قاسم‌پور', 'علي رضايي'])
  })

  it('finds a name under any keyboard, by three letters or by one', () => {
    const all = db()
    for (const typed of ['رضایی', 'رضايي', 'ﺭﺿﺎ'])
      expect(names(searchParties(all, { in: 'name', text: searchKey(typed) }, 5))).toEqual(['علي رضايي'])
    expect(names(searchParties(all, { in: 'name', text: searchKey('قاسمپور') }, 5))).toEqual(['حسين قاسم‌پور'])
    expect(names(searchParties(all, { in: 'name', text: searchKey('سا') }, 5))).toEqual(['سارا کریمی'])
  })

  it('takes every text for text, never for an operator', () => {
    const shared = db()
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (text) => {
        expect(Array.isArray(searchParties(shared, { in: 'name', text }, 3))).toBe(true)
      }),
    )
    expect(searchParties(shared, { in: 'name', text: 'رضا" OR name:"سارا' }, 5)).toEqual([])
  })
})

describe('rebuild', () => {
  it('from the log gives the same rows, whatever happened', () => {
    const step = fc.constantFrom('arrive', 'start', 'pause', 'resume', 'finish', 'handOver', 'cancel', 'withdraw', 'correct')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), step), { maxLength: 40 }), (steps) => {
        const db = temporaryDatabase()
        for (const n of [0, 1, 2, 3]) write(db, testId(9000 + n), at('08:00'), booked(slot, { jobNo: n + 1 }))
        steps.forEach(([n, what], minute) =>
          write(db, testId(9000 + n), addMinutes(at('09:00'), minute * 3), eventOf(db, testId(9000 + n), what)),
        )
        const before = projectionDigests(db)
        rebuildProjections(db)
        expect(projectionDigests(db)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })

  it('notices a row that the log does not bear out', () => {
    const db = temporaryDatabase()
    finishedVisit(db, 8200, 1)
    const honest = projectionDigests(db)
    db.exec('UPDATE job SET cap_rial = cap_rial + 1')
    expect(projectionDigests(db)).not.toEqual(honest)
    rebuildProjections(db)
    expect(projectionDigests(db)).toEqual(honest)
    expect(visitsOfParty(db, '47د526-88', '')).toHaveLength(1)
  })
})

function eventOf(db: WritableDb, jobId: JobId, what: string): JobEvent {
  switch (what) {
    case 'arrive':
      return arrived(slot, 'late')
    case 'start':
      return started
    case 'pause':
      return { type: 'workPaused', reason: 'part', note: '', freesBay: true }
    case 'resume':
      return { type: 'workResumed', bayId, mechanicId: mechanic.personId }
    case 'finish':
      return { type: 'workFinished' }
    case 'handOver':
      return { type: 'carHandedOver' }
    case 'cancel':
      return { type: 'jobCancelled', by: 'garage', reason: 'تعطیل شد' }
    case 'withdraw':
      return { type: 'stepWithdrawn', step: 'start', withdraws: foldJob(db, jobId)?.steps.at(-1)?.eventId ?? testId(0), reason: 'اشتباه' }
    default: {
      const { type: _, ...facts } = { type: '', customer: { name: 'نام تازه', mobile: null }, vehicle: car('73ن194ایران40'), note: '' }
      return { type: 'detailsCorrected', ...facts, services: [withoutActive(brakes)], reason: 'پلاک' }
    }
  }
}
