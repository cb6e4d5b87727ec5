import { expect, it } from 'vitest'
import type { Sha256Hex } from '../../core/basics/ids.ts'
import { platformPeer, photosUnsent, readSyncNote } from '../../db/queries/sync.ts'
import { searchPlatformMaterials } from '../../db/queries/platformMaterials.ts'
import { jpeg } from '../support/jpeg.ts'
import { startTestPlatform } from '../support/platform.ts'
import { allSent, firstCode, join1, joinFurther, openGaragePc, until, type Pc } from './pc.ts'
import { startProxy } from './proxy.ts'

function dbOf(pc: Pc) {
  const garage = pc.service.garageForSync()
  if (garage === null) throw new Error('a garage is open')
  return garage.db
}

function photograph(pc: Pc, note: string): { readonly hash: Sha256Hex; readonly base64: string } {
  const base64 = jpeg(40, 30 + note.length).toString('base64')
  const stored = pc.service.addPhoto(base64)
  if (!stored.ok) throw new Error(stored.error.code)
  const { hash } = stored.value
  pc.act({ type: 'reportFinding', jobId: pc.visit(note), title: note, note: '', grade: 'unsafe', photos: [hash] })
  return { hash, base64 }
}

async function twoPcs() {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const first = openGaragePc()
  await join1(first, proxy.url, await firstCode(platform))
  const second = await joinFurther(first, proxy.url)
  await allSent(first)
  await allSent(second)
  return { platform, proxy, first, second }
}

it('a photo goes up once and comes down at the other PC as it was, also over a line that cuts it', async () => {
  const { platform, proxy, first, second } = await twoPcs()
  let cuts = 0
  proxy.rule = (line) => {
    if (!line.includes('/v1/photos/') || cuts > 1) return null
    cuts += 1
    return line.startsWith('PUT') ? { kind: 'cutRequest', atByte: 300 } : { kind: 'cutAnswer', atByte: 120 }
  }
  const { hash, base64 } = photograph(first, 'disc')
  expect(first.sync.status().waitingPhotos).toBe(1)
  await until(() => second.service.photo(hash) !== null, 'the photo at the other PC')
  expect(second.service.photo(hash)).toEqual({ base64 })
  await until(() => first.sync.status().waitingPhotos === 0, 'no photo waits')
  expect(photosUnsent(dbOf(second), platformPeer)).toEqual([])
  const { rows } = await platform.database.query<{ n: number }>('SELECT count(*)::int AS n FROM photo')
  expect(rows).toEqual([{ n: 1 }])
  // A PC that joins later has the facts from the snapshot and the photo after them.
  const third = await joinFurther(first, proxy.url)
  await until(() => third.service.photo(hash) !== null, 'the photo at a PC that came later')
}, 30_000)

it('photos of both PCs pass each other, and one that two facts name is sent once', async () => {
  const { proxy, first, second } = await twoPcs()
  const one = photograph(first, 'one')
  const again = photograph(first, 'one')
  const other = photograph(second, 'other one')
  expect(again.hash).toBe(one.hash)
  await until(() => second.service.photo(one.hash) !== null && first.service.photo(other.hash) !== null, 'both have both')
  expect(proxy.seen.filter(({ line }) => line === `PUT /v1/photos/${one.hash}`)).toHaveLength(1)
})

it('the catalogue comes once, and afterwards 304 says that it is the same', async () => {
  const { proxy, first } = await twoPcs()
  await until(() => searchPlatformMaterials(dbOf(first), 'ترموستات', 5).length > 0, 'the catalogue')
  const { catalogueVersion } = readSyncNote(dbOf(first))
  expect(catalogueVersion).toBeGreaterThan(0)
  const asked = (): readonly { readonly answerBytes: number }[] =>
    proxy.seen.filter(({ line, answerBytes }) => line === 'GET /v1/catalogue' && answerBytes > 0)
  // Both PCs fetch it whole once.
  await until(() => asked().length >= 6, 'it is asked for again and again')
  expect(asked().filter(({ answerBytes }) => answerBytes > 1_000)).toHaveLength(2)
  expect(readSyncNote(dbOf(first)).catalogueVersion).toBe(catalogueVersion)
})

it('a PC that is filled says how much of the history is here, from nothing to all', async () => {
  const { proxy, first } = await twoPcs()
  first.visits(600, 'old ')
  await allSent(first)
  const seen: { readonly done: number; readonly total: number }[] = []
  const third = await joinFurther(first, proxy.url, {
    onChange: (status) => {
      if (status.receiving !== null) seen.push(status.receiving)
    },
  })
  await until(() => third.notes().length === 600, 'the whole history')
  expect(third.sync.status().receiving).toBeNull()
  const total = seen[0]?.total ?? 0
  expect(total).toBeGreaterThan(600)
  expect(seen[0]).toEqual({ done: 0, total })
  expect(seen.at(-1)).toEqual({ done: total, total })
  expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b))
})
