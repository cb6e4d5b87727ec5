import { describe, expect, test } from 'vitest'
import { addMinutes, type UtcMs } from '../../core/basics/instant.ts'
import type { TodayBoard } from '../../core/contract/views.ts'
import { todayBoard } from '../../electron/service/board.ts'
import { garageContext } from '../../electron/service/context.ts'
import { playedClock } from '../../electron/service/demo/playedClock.ts'
import { seedDemo } from '../../electron/service/demo/seed.ts'
import { rowsOf } from '../../renderer/features/today/boardRows.ts'
import { restingRow } from '../../renderer/features/today/resting.ts'
import { nextStep } from '../../renderer/features/today/steps.ts'
import { temporaryDatabase } from '../support/database.ts'
import { at } from '../support/garage.ts'

function demoBoard(nowUtcMs: UtcMs): TodayBoard {
  const db = temporaryDatabase()
  seedDemo(db, nowUtcMs)
  const context = garageContext(db, playedClock(nowUtcMs))
  const garage = context.garage()
  if (garage === null) throw new Error('the demo has a garage')
  return todayBoard(context, garage)
}

function rest(board: TodayBoard, mayAnswer = true) {
  return restingRow(rowsOf(board), { nowUtcMs: board.nowUtcMs, mayAnswer })
}

describe('what a resting board points at', () => {
  /** All bays are at work, so that it is nobody's turn. */
  const fullBoard = () => demoBoard(at('10:20'))

  test('a customer who was asked and stands at the counter, with the answer to be taken', () => {
    const full = fullBoard()
    expect(full.waiting.some((card) => card.row.turn.kind === 'start')).toBe(false)
    const row = rest(full)
    expect(row?.lane === 'work' && row.card?.account.consent?.state).toBe('open')
    expect(row && nextStep(row, () => true)).toEqual({ kind: 'consent', type: 'answerConsent' })
  })

  test('who is expected about now, for somebody who may take no answer', () => {
    const row = rest(fullBoard(), false)
    expect(row?.lane === 'expected' && row.card.slotStartUtcMs).toBe(at('10:30'))
  })

  test('nobody due: the head of the queue, and not a ready car', () => {
    const full = fullBoard()
    const later = { ...full, expected: full.expected.filter((card) => card.slotStartUtcMs > addMinutes(full.nowUtcMs, 15)) }
    const row = rest(later, false)
    expect(row).toMatchObject({ lane: 'waiting', key: full.waiting[0]?.jobId })
    expect(row && nextStep(row, () => true)).toEqual({ kind: 'reason' })
  })

  test('whose turn it is before everybody else', () => {
    const full = fullBoard()
    const [first, ...others] = full.waiting
    const inBay = full.bays.flatMap(({ job }) => job ?? [])[0]
    if (first === undefined || inBay === undefined) throw new Error('the demo has cars waiting and in work')
    const turn = { kind: 'start', bayId: inBay.bayId, mechanicId: inBay.mechanicId } as const
    expect(rest({ ...full, waiting: [...others, { ...first, row: { ...first.row, turn } }] })).toMatchObject({ key: first.jobId })
  })

  test('before opening the first expected; in the evening a ready car, when nothing else is there', () => {
    expect(rest(demoBoard(at('07:30')))).toMatchObject({ lane: 'expected' })
    const full = fullBoard()
    const evening = { ...full, expected: [], waiting: [], bays: full.bays.map((strip) => ({ ...strip, job: null })), standing: [] }
    expect(rest(evening)).toMatchObject({ lane: 'ready' })
    expect(rest({ ...evening, ready: [], bays: [] })).toBeNull()
  })
})
