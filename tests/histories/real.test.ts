import { expect, test } from 'vitest'
import { realHistories } from './real/play.ts'
import type { Broken } from './statement.ts'

test.each([6, 18])('history %i, in which a copy had written less than its twin had pushed, loses nothing', async (seed) => {
  const found: Broken[] = []
  await realHistories(1, seed, (outcome) => found.push(...outcome.found))
  expect(found).toEqual([])
})

test('histories on real SQLite, by the real engine, over PostgreSQL: nothing lost, nothing doubled', async () => {
  const seed = Number(process.env['SEED'] ?? 1)
  console.log(`4 real histories, seed ${seed}`)
  const found: Broken[] = []
  let facts = 0
  await realHistories(4, seed, (outcome) => {
    found.push(...outcome.found)
    facts += outcome.world.told.size
  })
  expect(found).toEqual([])
  expect(facts).toBeGreaterThan(60)
})
