import { describe, expect, test } from 'vitest'
import { caughtBy, histories, history } from './histories.ts'
import { scheduleOf } from './schedule.ts'
import { mutants } from './seams.ts'
import { shrunk } from './shrink.ts'
import { happenings } from './world.ts'

describe('whole histories of a garage, without a disk', () => {
  test('all converge, with nothing lost and nothing doubled', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
    console.log(`500 histories, seed ${seed}`)
    const { failed, counts } = histories(500, seed)
    expect(failed.map(({ schedule, found }) => ({ seed: schedule.seed, found }))).toEqual([])
    // The histories reach what they are to test.
    expect(happenings.filter((name) => counts[name] < 5)).toEqual([])
  })

  test('the same seed plays the same history', () => {
    expect(history(scheduleOf(7), mutants.arrivalOrder)).toEqual(history(scheduleOf(7), mutants.arrivalOrder))
  })

  for (const [name, seams] of Object.entries(mutants)) {
    test(`a garage that is wrong on purpose is caught: ${name}`, () => {
      expect(caughtBy(seams, 3_000, 1)).not.toBeNull()
    })
  }

  test('a failing schedule shrinks to one that still fails', () => {
    const seams = mutants.cursorBeforeData
    const caught = caughtBy(seams, 500, 1)
    const schedule = scheduleOf(caught?.seed ?? 0)
    const least = shrunk(schedule, (tried) => history(tried, seams).found.length > 0)
    expect(history(least, seams).found).not.toEqual([])
    expect(least.actions.length).toBeLessThan(schedule.actions.length / 2)
  })
})
