import { describe, expect, it } from 'vitest'
import type { Platform } from '../../platform/server.ts'
import { makeCodeFor } from '../../platform/access/codes.ts'
import { startTestPlatform } from '../support/platform.ts'
import { announcement, enrolledPc, have, note, pull, pullAll, push, type TestPc } from '../support/platformPc.ts'

/** Every fact that a PC wrote, sent in batches; a lost answer is sent again, as the engine does. */
async function sendAll(platform: Platform, pc: TestPc, batches: number, size: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let batch = 0; batch < batches; batch += 1) {
    const events = [...(batch === 0 ? [announcement(pc)] : []), ...Array.from({ length: size }, () => note(pc))]
    const answers = await Promise.all([push(platform, pc, events), push(platform, pc, events)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    ids.push(...events.map(({ id }) => id))
  }
  return ids
}

for (const partitions of [null, 8]) {
  describe(`tables in ${partitions ?? 'no'} partitions by hash of the garage`, () => {
    it('take two PCs of one garage that push at once, each twice, while a third pulls: nothing is skipped, doubled or lost', async () => {
      const platform = await startTestPlatform({ partitions })
      const pc = await enrolledPc(platform)
      const second = await enrolledPc(platform, (await makeCodeFor(platform.database, pc.garage, 'x', Date.now())).code)
      let sending = true
      const follow = async (): Promise<readonly number[]> => {
        const seen: number[] = []
        let after = 0
        for (let last = false; ;) {
          const { value } = await pull(platform, pc, after, '&limit=50')
          seen.push(...(value?.events ?? []).map(({ gseq }) => gseq))
          after = value?.nextAfter ?? after
          if (last && (value?.events.length ?? 0) === 0) return seen
          last = !sending
        }
      }
      const following = follow()
      const written = await Promise.all([sendAll(platform, pc, 12, 20), sendAll(platform, second, 12, 20)])
      sending = false
      const seen = await following
      expect(seen).toEqual(seen.map((_, index) => index + 1))
      const all = await pullAll(platform, pc)
      expect(seen).toHaveLength(all.length)
      for (const [index, by] of [pc, second].entries()) {
        const own = all.filter(({ event }) => event.device === by.device).map(({ event }) => event)
        expect(own.map(({ id }) => id)).toEqual(written[index])
        expect(own.map(({ dseq }) => dseq)).toEqual(own.map((_, at) => at + 1))
      }
    })

    it('take 50 garages at once, and each sees its own', async () => {
      const platform = await startTestPlatform({ partitions })
      const pcs = await Promise.all(Array.from({ length: 50 }, () => enrolledPc(platform)))
      const written = await Promise.all(pcs.map((pc) => sendAll(platform, pc, 3, 10)))
      for (const [index, pc] of pcs.entries()) {
        const all = await pullAll(platform, pc)
        expect(all.slice(1).map(({ event }) => event.id)).toEqual(written[index])
        expect((await have(platform, pc)).heads).toHaveLength(2)
      }
      const { rows } = await platform.database.query<{ parts: number }>('SELECT count(DISTINCT tableoid)::integer AS parts FROM event')
      expect(rows[0]?.parts).toBe(partitions ?? 1)
    }, 60_000)
  })
}

it('every table is keyed by garage: it is the first column of each primary key and part of each unique constraint', async () => {
  const platform = await startTestPlatform()
  const { rows } = await platform.database.query<{ name: string; kind: string; columns: readonly string[] }>(
    `SELECT c.relname AS name, k.contype AS kind, (
       SELECT array_agg(a.attname::text ORDER BY at.place) FROM unnest(k.conkey) WITH ORDINALITY at (attnum, place)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = at.attnum) AS columns
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND k.contype IN ('p', 'u') AND c.relname <> 'customer_key'`,
  )
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ columns }) => columns[0] !== 'garage')).toEqual([])
})
