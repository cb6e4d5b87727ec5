import { describe, expect, test } from 'vitest'
import type { UtcMs } from '../../core/basics/instant.ts'
import { dayMs, hourMs } from '../../core/basics/instant.ts'
import type { TodayBoard } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { PhaseKind } from '../../core/domain/job/types.ts'
import { weekdayOf } from '../../core/persian/jalali.ts'
import { dayOf } from '../../core/persian/workingCalendar.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { foldAllJobs } from '../../db/projections/foldJobs.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { todayBoard } from '../../electron/service/board.ts'
import { clockFrom } from '../../electron/service/clock.ts'
import { garageContext, type GarageContext } from '../../electron/service/context.ts'
import { demoGarage } from '../../electron/service/demo/garage.ts'
import { playedClock } from '../../electron/service/demo/playedClock.ts'
import { demoMoment, seedDemo } from '../../electron/service/demo/seed.ts'
import { listParties, partyPage } from '../../electron/service/find.ts'
import { temporaryDatabase } from '../support/database.ts'
import { at, day } from '../support/garage.ts'

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

  test('the same moment gives the same board', () => {
    expect(withoutIds(full().board)).toEqual(withoutIds(full().board))
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
  })

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

/** Ids are new each time: in their place stands which of those met it is. Simulated starts are left out, for they are drawn by id. */
function withoutIds({ waiting, ...others }: TodayBoard): unknown {
  const board = { ...others, waiting: waiting.map((card) => ({ ...card, row: { ...card.row, expectedStart: null } })) }
  const met: string[] = []
  const numbered = JSON.stringify(board).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (!met.includes(id)) met.push(id)
    return `id ${met.indexOf(id)}`
  })
  return JSON.parse(numbered)
}
