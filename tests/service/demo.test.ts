import { describe, expect, test } from 'vitest'
import type { UtcMs } from '../../core/basics/instant.ts'
import { dayMs, hourMs } from '../../core/basics/instant.ts'
import type { TodayBoard } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { PhaseKind } from '../../core/domain/job/types.ts'
import { mismatches } from '../../core/domain/materials/match.ts'
import { differences } from '../../core/domain/pricing/account.ts'
import { leftToPayRial } from '../../core/domain/pricing/bill.ts'
import { weekdayOf } from '../../core/persian/jalali.ts'
import { dayOf } from '../../core/persian/workingCalendar.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { foldAllJobs } from '../../db/projections/foldJobs.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { todayBoard } from '../../electron/service/board.ts'
import { findMaterials } from '../../electron/service/catalogue.ts'
import { clockFrom } from '../../electron/service/clock.ts'
import { garageContext, type GarageContext } from '../../electron/service/context.ts'
import { demoMaterials } from '../../electron/service/demo/catalogue.ts'
import { demoGarage } from '../../electron/service/demo/garage.ts'
import { playedClock } from '../../electron/service/demo/playedClock.ts'
import { demoMoment, seedDemo } from '../../electron/service/demo/seed.ts'
import { jobPage } from '../../electron/service/jobPage.ts'
import { photo } from '../../electron/service/photos.ts'
import { listParties, partyPage } from '../../electron/service/find.ts'
import { temporaryDatabase } from '../support/database.ts'
import { at, day } from '../support/garage.ts'
import { testId } from '../support/ids.ts'

type Demo = { readonly context: GarageContext; readonly garage: Garage; readonly board: TodayBoard }

function demoAt(atUtcMs: UtcMs): Demo {
  const db = temporaryDatabase()
  seedDemo(db, atUtcMs)
  const context = garageContext(db, playedClock(atUtcMs))
  const garage = context.garage()
  if (garage === null) throw new Error('the demo has a garage')
  return { context, garage, board: todayBoard(context, garage) }
}

function phases({ context }: Demo): ReadonlyMap<PhaseKind, number> {
  const counts = new Map<PhaseKind, number>()
  for (const job of foldAllJobs(context.db)) counts.set(job.phase.kind, (counts.get(job.phase.kind) ?? 0) + 1)
  return counts
}

describe('twenty past ten, when the day is at its fullest', () => {
  const full = () => demoAt(at('10:20'))

  test('every lane of the board is in use', () => {
    const { board } = full()
    expect(board).toMatchObject({ date: day, clock: 'ok', handedOverToday: 4, cancelledToday: 1, unresolved: [], standing: [] })
    expect(board.expected).toHaveLength(8)
    expect(board.expected.filter((card) => card.released)).toHaveLength(1)
    expect(board.waiting.map((card) => card.arrivalClass).toSorted()).toEqual(['late', 'late', 'noSlot', 'onTime', 'onTime', 'onTime'])
    expect(board.ready).toHaveLength(3)
    expect(board.noShowsToday).toHaveLength(1)
  })

  test('three bays of three kinds are at work, one waiting for consent, one for a part', () => {
    const { board } = full()
    expect(board.bays.map((strip) => [strip.bay.kind, strip.job?.pause?.reason ?? strip.job?.phase])).toEqual([
      ['lift', 'consent'],
      ['pit', 'part'],
      ['flat', 'inWork'],
    ])
  })

  test('a car is in work with parts logged, three findings with photos, and an open request', () => {
    const { board, context, garage } = full()
    const card = board.bays.find((strip) => strip.job?.customer.name === 'مریم احمدی')?.job
    expect(card?.account).toMatchObject({ consent: { state: 'open', items: 3, accepted: 0 }, openFindings: 0, alarms: 0 })
    const account = jobPage(context, garage, card?.jobId ?? testId(1))?.account
    expect(account?.uses.map(({ use }) => [use.part.kind, use.quantity.milli])).toEqual([
      ['روغن موتور', 3500],
      ['فیلتر روغن', 1000],
      ['فیلتر هوا', 1000],
    ])
    expect(account?.findings).toHaveLength(3)
    for (const hash of account?.findings.flatMap(({ finding }) => finding.photos) ?? []) expect(photo(context.db, hash)).not.toBeNull()
    expect(account?.consents[0]?.consent.snapshot).toMatchObject({ capBeforeRial: 41_500_000, capIfAllRial: 81_800_000 })
  })

  test('of the finished cars one has a bill that is partly paid, one a difference, one only has to be settled', () => {
    const accounts = full().board.ready.map(({ account }) => [account.paidRial > 0, account.differences])
    expect(accounts).toEqual([
      [true, 0],
      [false, 0],
      [false, 1],
    ])
  })

  test('the shelves are full, each barcode is one line, and what was asked for stands on them', () => {
    const { context } = full()
    expect(demoMaterials.length).toBeGreaterThanOrEqual(60)
    for (const { barcode } of demoMaterials)
      expect(findMaterials(context.db, { text: barcode ?? '', limit: 5, alsoInactive: false })).toHaveLength(1)
    const shelves = findMaterials(context.db, { text: '', limit: 200, alsoInactive: false })
    const asked = [...foldAllJobs(context.db)].flatMap((job) => job.materials.map((material) => material.spec))
    expect(asked.filter((spec) => !shelves.some((material) => mismatches(spec, material).length === 0))).toEqual([])
  })

  test('everybody waiting has an expected start, and one was passed over for a reason', () => {
    const { board } = full()
    expect(board.waiting.filter((card) => card.row.expectedStart === null)).toEqual([])
    expect(board.waiting.flatMap((card) => card.passedOverBy.map((each) => each.reason))).toEqual(['بیمار همراه دارد'])
  })

  test('the days before have customers who come again, punctuality, and learnt durations', () => {
    const { context, garage } = full()
    const { total, lines } = listParties(context.db, '', 200, 0)
    expect(total).toBeGreaterThan(30)
    expect(lines.filter((party) => party.visits > 1).length).toBeGreaterThan(15)
    expect(lines.some((party) => party.late > 0) && lines.some((party) => party.noShows > 0)).toBe(true)
    const often = lines.toSorted((a, b) => b.visits - a.visits)[0]
    expect(often && partyPage(context.db, often.partyId)?.visits.length).toBe(often?.visits)
    expect(context.learnt().size).toBeGreaterThan(garage.services.length)
    const past = [...foldAllJobs(context.db)].filter((job) => job.slotStartUtcMs !== null && dayOf(job.slotStartUtcMs, garage.hours) < day)
    expect(past.filter((job) => job.phase.kind === 'handedOver').length).toBeGreaterThan(30)
    expect(new Set(past.map((job) => job.phase.kind))).toEqual(new Set(['handedOver', 'noShow']))
  })

  test('the same moment gives the same board, ids and simulated starts included', () => {
    const { board } = full()
    expect(full().board).toEqual(board)
    expect(board.waiting.some((card) => card.row.expectedStart !== null)).toBe(true)
  })

  test('the log is whole and the projections equal to it', () => {
    const { db } = full().context
    expect(firstChainFault(db)).toBeNull()
    const before = projectionDigests(db)
    rebuildProjections(db)
    expect(projectionDigests(db)).toEqual(before)
  })
})

describe('at any moment', () => {
  test('before opening everybody is expected', () => {
    expect(demoAt(at('06:00')).board).toMatchObject({ handedOverToday: 0, waiting: [], ready: [], expected: { length: 24 } })
  })

  test('in the evening everybody has been served, by one override in all', () => {
    const demo = demoAt(at('19:45'))
    expect(demo.board).toMatchObject({ expected: [], waiting: [], ready: [], unresolved: [], handedOverToday: 24, cancelledToday: 1 })
    const today = [...foldAllJobs(demo.context.db)].filter((job) => job.openedAtUtcMs > at('00:00', -1) && job.outOfTurn !== null)
    expect(today.map((job) => job.outOfTurn?.reason)).toEqual(['بیمار همراه دارد'])
    expect(phases(demo).get('noShow')).toBe(2)
  })

  test('a while later the customer has signed for two of the three', () => {
    const { context, garage, board } = demoAt(at('10:45'))
    const jobId = board.bays.find((strip) => strip.job?.customer.name === 'مریم احمدی')?.job?.jobId ?? testId(1)
    expect(jobPage(context, garage, jobId)?.account).toMatchObject({
      meter: { capRial: 72_600_000 },
      consents: [{ state: 'partly', grade: 'C' }],
    })
  })

  test('in the evening whoever was handed over has paid or owes, and no term was ever broken', () => {
    const { context } = demoAt(at('19:00'))
    const jobs = [...foldAllJobs(context.db)]
    expect(jobs.flatMap((job) => job.alarms)).toEqual([])
    const handedOver = jobs.filter((job) => job.phase.kind === 'handedOver')
    expect(handedOver.filter((job) => leftToPayRial(job) !== 0 || differences(job).length > 0).map((job) => job.jobNo)).toEqual([])
  })

  test('every two hours through the day: the clock is in order and no car is lost', () => {
    const seen = Array.from({ length: 12 }, (_, hour) => {
      const { board } = demoAt(at(`${hour * 2}:07`))
      expect(board.clock).toBe('ok')
      const atWork = board.bays.filter((strip) => strip.job !== null).length
      const over = board.handedOverToday + board.cancelledToday + board.noShowsToday.length
      return board.expected.length + board.waiting.length + atWork + board.ready.length + over
    })
    // Two more come without a slot.
    expect(seen).toEqual([24, 24, 24, 24, 24, 26, 26, 26, 26, 26, 26, 26])
  }, 60_000)

  test.each([
    ['a Friday', at('10:20', 5)],
    ['New Year', at('10:20', 119)],
    ['1420', at('10:20', 5_500)],
    ['1390', at('10:20', -5_500)],
  ])('on %s the garage is open', (_, atUtcMs) => {
    const { board, garage } = demoAt(atUtcMs)
    expect(board.date).toBe(dayOf(atUtcMs, garage.hours))
    expect(board.waiting).toHaveLength(6)
    expect(garage.profile.demo).toBe(true)
  })

  test('the moment that nobody chose is twenty past ten of the same day', () => {
    expect(demoMoment(at('23:59'))).toBe(at('10:20'))
    expect(demoMoment(at('00:00'))).toBe(at('10:20'))
    expect(weekdayOf(day)).toBe(1)
  })
})

test('work goes on from there by an ordinary clock', () => {
  const db = temporaryDatabase()
  seedDemo(db, at('10:20'))
  const passed = { wallUtcMs: () => at('00:00'), monotonicMs: () => 5 * hourMs }
  const context = garageContext(db, clockFrom(at('10:20'), passed))
  expect(context.clock.wallUtcMs()).toBe(at('10:20'))
  expect(context.clockState(context.clock.wallUtcMs())).toBe('ok')
  expect(context.identity.garage).toBe(context.garage()?.profile.garageId)
})

test('the clock that days are played on stands until it is set', () => {
  const clock = playedClock(at('08:00'))
  clock.set(at('08:00', 1))
  expect(clock.wallUtcMs()).toBe(at('08:00', 1))
  expect(clock.monotonicMs() - at('08:00')).toBe(dayMs)
})

test('no two mechanics know equally much, and the last knows what any service asks', () => {
  const mechanics = demoGarage.people.filter((person) => person.role === 'mechanic').map((person) => person.skills)
  expect(new Set(mechanics.map((skills) => skills.length)).size).toBe(mechanics.length)
  expect(
    demoGarage.services.flatMap((service) => service.needs.skills).filter((skill) => mechanics.at(-1)?.includes(skill) !== true),
  ).toEqual([])
})
