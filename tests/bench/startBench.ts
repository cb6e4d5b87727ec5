import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { utcMs } from '../../core/basics/instant.ts'
import { openDatabase } from '../../db/connection.ts'
import { buildWhenStale } from '../../electron/launch/build.ts'
import { doorTokens, keyHeader, secretCookie } from '../../electron/gateway/secret.ts'
import { judged, told, type EvidenceRow } from '../../electron/care/evidence.ts'
import { summarise } from './repeat.ts'
import { writeHistory } from './history.ts'

const root = join(import.meta.dirname, '..', '..')
const events = 1_000_000
const runs = 9

/**
 * The real service as its own process, over a log of a million events: from its start to the first queue rows at its
 * door, and its memory then; and the same over a log of one day, since nothing may grow with the history.
 */
export async function startBench(): Promise<readonly EvidenceRow[]> {
  buildWhenStale(root)
  const folder = mkdtempSync(join(tmpdir(), 'pishkhan-bench-'))
  try {
    const now = utcMs(Date.now())
    const folders = { long: join(folder, 'long'), short: join(folder, 'short') }
    for (const path of Object.values(folders)) mkdirSync(path)
    writeHistory(folders.long, events, now)
    writeHistory(folders.short, 300, now)
    const long: Started[] = []
    const short: Started[] = []
    for (let run = 0; run < runs + 1; run += 1) {
      long.push(await startOnce(folders.long))
      short.push(await startOnce(folders.short))
    }
    const ms = summarise(long.slice(1).map((start) => start.ms))
    const dayMs = summarise(short.slice(1).map((start) => start.ms))
    const memory = summarise(long.slice(1).map((start) => start.rssMb))
    return [
      told('start/eventsInLog', countEvents(folders.long), 'events'),
      told('start/firstRowsOneDayMs', dayMs.median, 'ms'),
      judged(
        {
          name: 'start/firstRowsMs',
          value: ms.median,
          unit: 'ms',
          spread: ms.spread,
          against: 'start/firstRowsOneDayMs',
          ratio: ms.median / dayMs.median,
        },
        '<=',
        300,
      ),
      judged(
        { name: 'start/serviceMemoryMb', value: memory.median, unit: 'MB', spread: memory.spread, against: null, ratio: null },
        '<=',
        150,
      ),
      judged({ name: 'start/firstPageJsKbGzip', value: firstPageKb(), unit: 'kB', against: null, ratio: null }, '<=', 300),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Started = { readonly ms: number; readonly rssMb: number }

async function startOnce(dataFolder: string): Promise<Started> {
  const secret = 'bench'
  const begun = performance.now()
  const child = fork(join(root, 'dist/service/http.js'), ['--data', dataFolder, '--page', join(root, 'dist/renderer')], {
    env: { ...process.env, PISHKHAN_SECRET: secret },
  })
  try {
    const port = await portOf(child)
    const origin = `http://127.0.0.1:${port}`
    const { cookie, key } = doorTokens(secret)
    const headers = { origin, cookie: `${secretCookie}=${cookie}`, [keyHeader]: key }
    const answer = await fetch(`${origin}/rpc/today`, { method: 'POST', body: '{}', headers })
    const board: unknown = await answer.json()
    const ms = performance.now() - begun
    if (!JSON.stringify(board).includes('"waiting":[{')) throw new Error('the board has rows')
    return { ms, rssMb: residentMb(child) }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await ended
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the service ended')))
    child.once('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'port' in message && typeof message.port === 'number') resolve(message.port)
    })
  })
}

/** Resident memory as the kernel counts it; only Linux tells it without a tool. */
function residentMb(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

function countEvents(folder: string): number {
  const opened = openDatabase(join(folder, 'garage.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const count = Number(opened.value.prepare('SELECT count(*) FROM event').pluck().get())
  opened.value.close()
  return count
}

/** The script of index.html and whatever it imports at once, gzipped; what is loaded later does not count. */
function firstPageKb(): number {
  const page = join(root, 'dist/renderer')
  const assets = new Map(readdirSync(join(page, 'assets')).map((name) => [name, join(page, 'assets', name)]))
  const seen = new Set<string>()
  const visit = (source: string, pattern: RegExp): void => {
    for (const [, name = ''] of source.matchAll(pattern)) {
      const file = assets.get(name)
      if (file === undefined || seen.has(name)) continue
      seen.add(name)
      visit(readFileSync(file, 'utf8'), /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)
    }
  }
  visit(readFileSync(join(page, 'index.html'), 'utf8'), /assets\/([\w.-]+\.js)/g)
  const bytes = [...seen].reduce((sum, name) => sum + gzipSync(readFileSync(join(page, 'assets', name))).length, 0)
  if (bytes === 0) throw new Error('the page loads a script')
  return bytes / 1000
}
