import { fork } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seededRandom } from '../../core/basics/random.ts'
import { platformPeer, readCursor } from '../../db/queries/sync.ts'
import { beginNewHistory } from '../../platform/log/garage.ts'
import { startTestPlatform } from '../support/platform.ts'
import { temporaryFolder } from '../support/temporary.ts'
import {
  allSent,
  bookOnPlatform,
  expectEqualLogs,
  firstCode,
  join1,
  joinFurther,
  openGaragePc,
  openPc,
  platformLog,
  soundness,
  until,
  type Pc,
} from './pc.ts'
import { startProxy } from './proxy.ts'

async function joined() {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const marksFolder = temporaryFolder()
  const pc = openGaragePc({ marksFolder })
  await join1(pc, proxy.url, await firstCode(platform))
  await allSent(pc)
  return { platform, proxy, pc, marksFolder }
}

function deviceOf(pc: Pc): string {
  return pc.service.garageForSync()?.identity().device ?? ''
}

it('a restart in the middle sends what is left, once', async () => {
  const { platform, proxy, pc, marksFolder } = await joined()
  pc.visits(10, 'before ')
  proxy.rule = (line) => (line.startsWith('POST /v1/push') ? { kind: 'halfOpen' } : null)
  const device = deviceOf(pc)
  await until(() => proxy.seen.some(({ line }) => line.startsWith('POST /v1/push')), 'a push is under way')
  await pc.stop()
  proxy.rule = () => null
  const again = openPc({ dataFolder: pc.dataFolder, marksFolder })
  await allSent(again)
  expect(deviceOf(again)).toBe(device)
  await expectEqualLogs(platform, again)
})

it('a process that is killed in the middle of its pushes loses nothing that it confirmed, and doubles nothing', async () => {
  const seed = 7
  const random = seededRandom(seed)
  const { platform, proxy, pc, marksFolder } = await joined()
  await pc.stop()
  const confirmed: string[] = []
  for (let cycle = 0; cycle < 8; cycle += 1) {
    const child = fork(join(import.meta.dirname, 'deskProcess.ts'), [
      pc.dataFolder,
      marksFolder,
      `cycle ${cycle}`,
      String(1_000 + cycle * 500),
    ])
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.on('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'note' in message) confirmed.push(String(message.note))
    })
    let pushes = 1 + Math.floor(random() * 6)
    const atByte = Math.floor(random() * 1_500)
    const kind = random() < 0.5 ? 'cutRequest' : 'cutAnswer'
    proxy.rule = (line) => {
      if (!line.startsWith('POST /v1/push')) return null
      pushes -= 1
      if (pushes > 0) return null
      setTimeout(() => child.kill('SIGKILL'), random() * 4)
      return { kind, atByte }
    }
    await ended
  }
  proxy.rule = () => null
  const again = openPc({ dataFolder: pc.dataFolder, marksFolder })
  await allSent(again)
  console.log(`seed ${seed}: ${confirmed.length} visits confirmed through 8 kills`)
  expect(confirmed.length).toBeGreaterThan(20)
  expect(confirmed.filter((note) => !again.notes().includes(note))).toEqual([])
  await expectEqualLogs(platform, again)
  expect((await platformLog(platform, again)).quarantined).toBe(0)
  expect(await soundness(again)).toEqual({ chainFault: null, equal: true })
}, 120_000)

it('a copied data folder gets a device id of its own before its first write, joins by a code of its own, and both go on', async () => {
  const { platform, proxy, pc, marksFolder } = await joined()
  proxy.down = true
  proxy.dropAll()
  pc.visits(3, 'unsent ')
  const device = deviceOf(pc)
  await pc.stop()
  const copy = temporaryFolder()
  cpSync(pc.dataFolder, copy, { recursive: true })
  proxy.down = false
  const original = openPc({ dataFolder: pc.dataFolder, marksFolder })
  const clone = openPc({ dataFolder: copy, marksFolder })
  expect(deviceOf(original)).toBe(device)
  expect(deviceOf(clone)).not.toBe(device)
  original.visits(4, 'original ')
  clone.visits(4, 'clone ')
  await allSent(original)
  // The tokens and the number stay with the original: the copy says so, and its facts wait where a person sees them.
  await until(() => clone.sync.status().state === 'needsYou', 'the copy needs somebody')
  expect(clone.sync.status()).toMatchObject({ trouble: { code: 'tokenReplayed' }, platform: { url: proxy.url } })
  expect(clone.sync.status().waiting).toBeGreaterThanOrEqual(4)
  const code = await original.sync.newCode()
  if (!code.ok) throw new Error(code.error.code)
  await join1(clone, proxy.url, code.value.code, 'رونوشت')
  await until(() => original.notes().length === 11 && clone.notes().length === 11, 'both have both')
  // Each has tokens of its own, so that neither shuts the other out.
  for (const each of [original, clone, original, clone]) {
    await platform.database.query("UPDATE token SET expires_at_utc_ms = 1 WHERE kind = 'access'")
    each.visit('under a new token')
    await allSent(each)
  }
  expect(clone.sync.status().platform?.deviceNo).not.toBe(original.sync.status().platform?.deviceNo)
  await expectEqualLogs(platform, original, clone)
  expect((await platformLog(platform, original)).quarantined).toBe(0)
})

it('two PCs of which one was a copied folder give no job number twice once the copy has joined', async () => {
  const { proxy, pc, marksFolder } = await joined()
  await pc.stop()
  const copy = temporaryFolder()
  cpSync(pc.dataFolder, copy, { recursive: true })
  const original = openPc({ dataFolder: pc.dataFolder, marksFolder })
  const clone = openPc({ dataFolder: copy, marksFolder })
  await allSent(original)
  const code = await original.sync.newCode()
  if (!code.ok) throw new Error(code.error.code)
  await join1(clone, proxy.url, code.value.code, 'رونوشت')
  proxy.down = true
  proxy.dropAll()
  original.visits(3, 'original ')
  clone.visits(3, 'clone ')
  proxy.down = false
  for (const each of [original, clone]) each.sync.now()
  await until(() => original.notes().length === 6 && clone.notes().length === 6, 'both have both')
  const numbers = clone.service.garageForSync()?.db.prepare<[], number>('SELECT job_no FROM job ORDER BY job_no').pluck().all() ?? []
  expect(numbers).toHaveLength(6)
  expect(new Set(numbers).size).toBe(6)
})

it('a database that was restored without a word gets a new id, and has back what it had lost', async () => {
  const { platform, proxy, pc, marksFolder } = await joined()
  pc.visits(5, 'kept ')
  await allSent(pc)
  const device = deviceOf(pc)
  await pc.stop()
  const backup = temporaryFolder()
  cpSync(pc.dataFolder, backup, { recursive: true })
  const later = openPc({ dataFolder: pc.dataFolder, marksFolder })
  later.visits(5, 'after the backup ')
  await allSent(later)
  await later.stop()
  // In place: the mark outside says that all is well.
  rmSync(pc.dataFolder, { recursive: true })
  cpSync(backup, pc.dataFolder, { recursive: true })
  const restored = openPc({ dataFolder: pc.dataFolder, marksFolder })
  await until(() => restored.notes().length === 10, 'what was lost comes back')
  expect(deviceOf(restored)).not.toBe(device)
  restored.visit('afterwards')
  await allSent(restored)
  await expectEqualLogs(platform, restored)
  expect((await platformLog(platform, restored)).quarantined).toBe(0)
  expect(proxy.seen.length).toBeGreaterThan(0)
  expect(await soundness(restored)).toEqual({ chainFault: null, equal: true })
})

it('a restored database that went on offline forks: its facts are recorded again under a new id, none is lost or doubled', async () => {
  const { platform, proxy, pc, marksFolder } = await joined()
  pc.visits(5, 'kept ')
  await allSent(pc)
  await pc.stop()
  const backup = temporaryFolder()
  cpSync(pc.dataFolder, backup, { recursive: true })
  const later = openPc({ dataFolder: pc.dataFolder, marksFolder })
  later.visits(2, 'after the backup ')
  await allSent(later)
  await later.stop()
  rmSync(pc.dataFolder, { recursive: true })
  cpSync(backup, pc.dataFolder, { recursive: true })
  proxy.down = true
  proxy.dropAll()
  const restored = openPc({ dataFolder: pc.dataFolder, marksFolder })
  restored.visits(6, 'after the restore ')
  proxy.down = false
  restored.sync.now()
  await until(() => restored.notes().length === 13, 'all of both')
  await allSent(restored)
  expect(restored.sync.status().forkedAtUtcMs).not.toBeNull()
  await expectEqualLogs(platform, restored)
  expect(new Set(restored.notes()).size).toBe(13)
  expect(await soundness(restored)).toEqual({ chainFault: null, equal: true })
})

it('a revoked PC sends nothing more, keeps its facts, and says so; a new code lets it in again', async () => {
  const { platform, proxy, pc } = await joined()
  const second = await joinFurther(pc, proxy.url)
  const devices = await pc.sync.devices()
  const line = devices.ok ? devices.value.find(({ isThisOne }) => !isThisOne) : undefined
  if (line === undefined) throw new Error('the second PC is listed')
  expect(await pc.sync.revokeDevice(line.device)).toEqual({ ok: true, value: null })
  second.visit('after the revocation')
  second.sync.now()
  await until(() => second.sync.status().trouble?.code === 'revoked', 'revoked')
  expect(second.sync.status()).toMatchObject({ state: 'needsYou' })
  expect(second.sync.status().waiting).toBeGreaterThan(0)
  expect(second.notes()).toEqual(['after the revocation'])
  expect((await platformLog(platform, pc)).ids).not.toEqual(second.eventIds())
  expect(await second.sync.signOut()).toMatchObject({ ok: false, error: { code: 'factsUnsent' } })
  const code = await pc.sync.newCode()
  if (!code.ok) throw new Error(code.error.code)
  await join1(second, proxy.url, code.value.code)
  await allSent(second)
  await expectEqualLogs(platform, pc, second)
})

it('signing out is refused while a fact is unsent, and leaves nothing of the platform afterwards', async () => {
  const { platform, proxy, pc } = await joined()
  await expectEqualLogs(platform, pc)
  const before = pc.eventIds().length
  const pushes = () => proxy.seen.filter(({ line }) => line === 'POST /v1/push').length
  const pushed = pushes()
  proxy.rule = (line) => (line === 'POST /v1/push' ? { kind: 'halfOpen' } : null)
  pc.visit('unsent')
  const waiting = pc.eventIds().length - before
  // What was sent and not answered still waits.
  await until(() => pushes() > pushed, 'a push without an answer')
  expect(await pc.sync.signOut()).toEqual({ ok: false, error: { code: 'factsUnsent', waiting } })
  proxy.rule = () => null
  await allSent(pc)
  expect(await pc.sync.signOut()).toEqual({ ok: true, value: null })
  expect(pc.sync.status()).toMatchObject({ state: 'notJoined', platform: null })
  expect(pc.notes()).toEqual(['unsent'])
})

it('a history that was reset stops sync, says so and wipes nothing', async () => {
  const { platform, pc } = await joined()
  pc.visits(3, 'kept ')
  await allSent(pc)
  const garage = pc.service.garageForSync()?.identity().garage
  if (garage === undefined) throw new Error('a garage is open')
  await beginNewHistory(platform.database, garage)
  const before = pc.eventIds()
  pc.visit('after the reset')
  pc.sync.now()
  await until(() => pc.sync.status().trouble?.code === 'historyReset', 'the reset is told')
  expect(pc.sync.status().state).toBe('needsYou')
  expect(before.every((id) => pc.eventIds().includes(id))).toBe(true)
  expect(pc.notes()).toContain('after the reset')
})

it('a platform that has less than it once acknowledged is sent the rest again', async () => {
  const { platform, pc } = await joined()
  pc.visits(6, 'early ')
  await allSent(pc)
  await platform.database.query('ALTER TABLE event DISABLE TRIGGER USER')
  const device = deviceOf(pc)
  // The newest four of its events are gone, as after a restore that nobody told of.
  const { rows } = await platform.database.query<{ dseq: number; hash: string }>(
    'SELECT dseq, hash FROM event WHERE device = $1 ORDER BY dseq DESC LIMIT 1 OFFSET 4',
    [device],
  )
  const [head] = rows
  if (head === undefined) throw new Error('there are more than four')
  await platform.database.query('DELETE FROM event WHERE device = $1 AND dseq > $2', [device, head.dseq])
  await platform.database.query('UPDATE chain SET dseq = $2, hash = $3 WHERE device = $1', [device, head.dseq, head.hash])
  pc.visit('late')
  await allSent(pc)
  await expectEqualLogs(platform, pc)
})

it('a full disk during a pull is told; the cursor stays before what could not be stored', async () => {
  const { platform, pc } = await joined()
  const garage = pc.service.garageForSync()
  if (garage === null) throw new Error('a garage is open')
  await until(() => readCursor(garage.db, platformPeer) !== null, 'a first pull')
  await expectEqualLogs(platform, pc)
  const before = readCursor(garage.db, platformPeer)
  const pages = Number(garage.db.pragma('page_count', { simple: true }))
  garage.db.pragma(`max_page_count = ${pages}`)
  for (let n = 0; n < 40; n += 1) await bookOnPlatform(platform, pc, 'x'.repeat(400))
  await until(() => pc.sync.status().trouble?.code === 'diskFull', 'the full disk is told')
  const { ids } = await platformLog(platform, pc)
  const here = new Set<string>(pc.eventIds())
  const missing = ids.filter((id) => !here.has(id)).length
  expect(missing).toBeGreaterThan(0)
  const { rows } = await platform.database.query<{ gseq: number }>('SELECT gseq FROM event WHERE NOT id = ANY($1) ORDER BY gseq LIMIT 1', [
    [...here],
  ])
  expect(readCursor(garage.db, platformPeer)?.gseq).toBeLessThan(Number(rows[0]?.gseq))
  expect(before).not.toBeNull()
  garage.db.pragma('max_page_count = 1000000')
  pc.sync.now()
  await expectEqualLogs(platform, pc)
})

it('an expired and a replayed token: the first is refreshed, the second is told', async () => {
  const { platform, proxy, pc } = await joined()
  await platform.database.query("UPDATE token SET expires_at_utc_ms = 1 WHERE kind = 'access'")
  pc.visit('under a new token')
  await allSent(pc)
  expect(proxy.seen.some(({ line }) => line === 'POST /v1/token')).toBe(true)
  // Somebody used a copy of the tokens: the platform knows generations that this PC never saw.
  await platform.database.query('UPDATE device SET generation = generation + 5')
  await platform.database.query("UPDATE token SET expires_at_utc_ms = 1 WHERE kind = 'access'")
  pc.visit('waits')
  await until(() => pc.sync.status().trouble?.code === 'tokenReplayed', 'the replay is told')
  expect(pc.sync.status().waiting).toBeGreaterThan(0)
})

it('wrong codes and addresses are refused, and a demo garage stays here', async () => {
  const platform = await startTestPlatform()
  const pc = openPc()
  expect(await pc.sync.join({ url: platform.url, code: 'WRONG-CODE-1', deviceName: 'میز' })).toMatchObject({
    error: { code: 'codeUnknown' },
  })
  expect(await pc.sync.join({ url: 'http://karmax.example', code: 'WRONG-CODE-1', deviceName: 'میز' })).toMatchObject({
    error: { code: 'urlWrong' },
  })
  expect(await pc.sync.join({ url: 'http://127.0.0.1:9', code: 'WRONG-CODE-1', deviceName: 'میز' })).toMatchObject({
    error: { code: 'platformUnreachable' },
  })
  expect(pc.service.startDemo()).toEqual({ ok: true, value: null })
  expect(await pc.sync.join({ url: platform.url, code: await firstCode(platform), deviceName: 'میز' })).toMatchObject({
    error: { code: 'demoStaysHere' },
  })
  expect(pc.service.leaveDemo()).toEqual({ ok: true, value: null })
  expect(pc.sync.status().state).toBe('notJoined')
})

it('a further PC with facts of its own garage is refused', async () => {
  const { proxy, pc } = await joined()
  const code = await pc.sync.newCode()
  if (!code.ok) throw new Error(code.error.code)
  const other = openGaragePc()
  other.visit('mine')
  expect(await other.sync.join({ url: proxy.url, code: code.value.code, deviceName: 'میز' })).toMatchObject({
    error: { code: 'garageDiffers' },
  })
  expect(other.notes()).toEqual(['mine'])
})

it('a snapshot that is cut is no loss: what is missing is pulled', async () => {
  const { platform, proxy, pc } = await joined()
  pc.visits(60, 'history ')
  await bookOnPlatform(platform, pc, 'booked')
  await allSent(pc)
  proxy.rule = (line) => (line.startsWith('GET /v1/snapshot') ? { kind: 'cutAnswer', atByte: 3_000 } : null)
  const second = await joinFurther(pc, proxy.url)
  await until(() => second.notes().length === 60, 'the history')
  expect(proxy.seen.some(({ line }) => line.startsWith('GET /v1/snapshot'))).toBe(true)
  await expectEqualLogs(platform, pc, second)
})
