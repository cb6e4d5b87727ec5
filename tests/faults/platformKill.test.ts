import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { seededRandom } from '../../core/basics/random.ts'
import { makeFirstCode } from '../../platform/access/codes.ts'
import { startEmbedded, type EmbeddedDatabase } from '../../platform/database/embedded.ts'
import { ended } from '../../platform/database/postmaster.ts'
import { openDatabase } from '../../platform/database/pool.ts'
import { startPlatform } from '../../platform/server.ts'
import { announcement, enrolledPc, have, note, pullAll, push, type TestPc } from '../support/platformPc.ts'
import { temporaryFolder } from '../support/temporary.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'

const kills = 8
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Where the service is now; null while it is down. */
type At = { url: string | null }

/** Sends until everything is acknowledged, over however many deaths; as the engine does, it sends again what was not answered. */
async function sendAll(at: At, pc: TestPc, events: readonly WireEvent[]): Promise<void> {
  let acked = 0
  while (acked < events.length) {
    const batch = events.slice(acked, acked + 40)
    const url = at.url
    const answer = url === null ? null : await push({ url }, pc, batch).catch(() => null)
    // Nothing of what was acknowledged may be asked for again: while it is down the service is busy, and nothing else.
    if (answer !== null && answer.value === null && answer.problem?.code !== 'busy')
      throw new Error(`refused: ${answer.problem?.code ?? ''}`)
    if (answer?.value && answer.value.ackedDseq < acked + batch.length) throw new Error('an answer of 200 acknowledges what was sent')
    acked = answer?.value?.ackedDseq ?? acked
    if (answer === null) await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function expectWhole(url: string, pcs: readonly TestPc[], events: readonly (readonly WireEvent[])[]): Promise<void> {
  for (const [index, pc] of pcs.entries()) {
    const all = await pullAll({ url }, pc)
    expect(all.map(({ gseq }) => gseq)).toEqual(all.map((_, number) => number + 1))
    expect(all.slice(1).map(({ event }) => event)).toEqual(events[index])
    expect((await have({ url }, pc)).heads).toContainEqual({ device: pc.device, dseq: pc.head.dseq, hash: pc.head.hash })
  }
}

function facts(pcs: readonly TestPc[], count: number): readonly (readonly WireEvent[])[] {
  return pcs.map((pc) => [announcement(pc), ...Array.from({ length: count }, () => note(pc))])
}

/** Whether it has ended by now; when it has failed, so does this. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  return await Promise.race([work.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))])
}

function pause(random: () => number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20 + random() * 250))
}

it(`loses and doubles nothing when the service is killed in the middle of pushes, ${kills} times (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  const postgres = await startEmbedded({ folder: temporaryFolder() })
  onTestFinished(() => postgres.stop())
  const databaseUrl = await postgres.url('killed')
  const at: At = { url: null }
  let child = await serve(databaseUrl, at)
  onTestFinished(() => void child.kill('SIGKILL'))
  const pcs = await enrolledBy(databaseUrl, at, 3)
  const events = facts(pcs, 1_500)
  const sending = Promise.all(pcs.map((pc, index) => sendAll(at, pc, events[index] ?? [])))
  let killed = 0
  while (killed < kills && !(await isDone(sending))) {
    await pause(random)
    at.url = null
    child.kill('SIGKILL')
    await once(child, 'exit')
    killed += 1
    child = await serve(databaseUrl, at)
  }
  await sending
  expect(killed).toBeGreaterThan(0)
  await expectWhole(at.url ?? '', pcs, events)
})

it(`loses and doubles nothing when PostgreSQL is killed in the middle of pushes, ${kills} times (seed ${seed})`, async () => {
  const random = seededRandom(seed + 1)
  const folder = temporaryFolder()
  let postgres = await startEmbedded({ folder })
  onTestFinished(() => postgres.stop())
  const { port } = postgres
  const platform = await startPlatform({ databaseUrl: await postgres.url('killed') })
  onTestFinished(() => platform.stop())
  const pcs = [await enrolledPc(platform), await enrolledPc(platform), await enrolledPc(platform)]
  const events = facts(pcs, 1_500)
  const sending = Promise.all(pcs.map((pc, index) => sendAll({ url: platform.url }, pc, events[index] ?? [])))
  let killed = 0
  while (killed < kills && !(await isDone(sending))) {
    await pause(random)
    postgres = await killAndStart(postgres, folder, port)
    killed += 1
  }
  await sending
  expect(killed).toBeGreaterThan(0)
  await expectWhole(platform.url, pcs, events)
})

/** The postmaster dies without a word; its children notice and end; its postmaster.pid is left behind. */
async function killAndStart(postgres: EmbeddedDatabase, folder: string, port: number): Promise<EmbeddedDatabase> {
  process.kill(postgres.pid, 'SIGKILL')
  await ended(postgres.pid)
  for (;;) {
    const started = await startEmbedded({ folder, port }).catch(() => null)
    if (started !== null) return started
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function serve(databaseUrl: string, at: At): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'platform', 'servePlatform.ts'), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    at.url = line
    break
  }
  return child
}

async function enrolledBy(databaseUrl: string, at: At, count: number): Promise<readonly TestPc[]> {
  const database = openDatabase({ url: databaseUrl, mostConnections: 1 })
  const pcs: TestPc[] = []
  for (let pc = 0; pc < count; pc += 1) {
    const { code } = await makeFirstCode(database, 'x', Date.now())
    pcs.push(await enrolledPc({ url: at.url ?? '', database }, code))
  }
  await database.end()
  return pcs
}
