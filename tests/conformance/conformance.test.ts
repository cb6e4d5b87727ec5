import { describe, expect, test } from 'vitest'
import { utcMs } from '../../core/basics/instant.ts'
import type { Evidence } from '../../electron/care/evidence.ts'
import { makeFirstCode } from '../../platform/access/codes.ts'
import type { Platform } from '../../platform/server.ts'
import { startTestPlatform } from '../support/platform.ts'
import { tryServer } from './suite.ts'
import { startWrong, wrongServers } from './wrongServers.ts'

async function twoCodes({ database }: Platform): Promise<readonly string[]> {
  const made = [await makeFirstCode(database, 'Conformance A', Date.now()), await makeFirstCode(database, 'Conformance B', Date.now())]
  return made.map(({ code }) => code)
}

function broken({ rows }: Evidence): Readonly<Record<string, string | null>> {
  return Object.fromEntries(rows.filter(({ ok }) => !ok).map(({ name, wanted }) => [name, wanted]))
}

test('the reference service keeps every promise', async () => {
  let aheadMs = 0
  const platform = await startTestPlatform({ now: () => utcMs(Date.now() + aheadMs) })
  const evidence = await tryServer({
    url: platform.url,
    codes: await twoCodes(platform),
    passTime: (seconds) => {
      aheadMs += seconds * 1000
      return Promise.resolve()
    },
  })
  expect(broken(evidence)).toEqual({})
  expect(evidence.rows.length).toBeGreaterThan(50)
  expect(evidence.rows.filter(({ unit }) => unit === 'not tried')).toEqual([])
}, 120_000)

test('and keeps them on hash-partitioned tables', async () => {
  const platform = await startTestPlatform({ partitions: 4 })
  expect(broken(await tryServer({ url: platform.url, codes: await twoCodes(platform), passTime: null }))).toEqual({})
}, 120_000)

test('standing in front of the service breaks nothing by itself: what the wrong servers fail by is what they do', async () => {
  const platform = await startTestPlatform()
  const url = await startWrong(platform.url, ({ forward }) => forward())
  expect(broken(await tryServer({ url, codes: await twoCodes(platform), passTime: null }))).toEqual({})
}, 120_000)

describe('a server that breaks a promise is told which', () => {
  test.each([
    ['acceptsGaps', 'push/gap'],
    ['acknowledgesFirst', 'push/acknowledgedIsThere'],
    ['refusesRepetition', 'push/repeat'],
    ['leaks', 'garages/nothingLeaks'],
    ['printsAnew', 'push/acknowledgedIsThere'],
    ['turnsFactsAway', 'quarantine/unknownFields'],
  ] as const)(
    '%s: %s',
    async (name, check) => {
      const platform = await startTestPlatform()
      const url = await startWrong(platform.url, wrongServers[name]())
      const evidence = await tryServer({ url, codes: await twoCodes(platform), passTime: null })
      expect(evidence.ok).toBe(false)
      expect(Object.keys(broken(evidence))).toContain(check)
    },
    120_000,
  )
})

test('a server that is none fails at the first row, and nothing is taken for kept', async () => {
  const evidence = await tryServer({ url: 'http://127.0.0.1:9', codes: ['AAAA-BBBB-CCCC'], passTime: null })
  expect(evidence.rows.map(({ name, ok }) => [name, ok])).toEqual([['enrol/firstPc', false]])
})
