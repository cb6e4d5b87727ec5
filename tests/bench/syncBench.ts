import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judged, told, type EvidenceRow } from '../../electron/care/evidence.ts'
import { makeFirstCode } from '../../platform/access/codes.ts'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { openDatabase } from '../../platform/database/pool.ts'
import { summarise } from './repeat.ts'
import { startChild } from './sync/child.ts'
import { countJobs } from './sync/counts.ts'
import { loadRows } from './sync/load.ts'
import { anotherCode, joinAt, openPc, pcWithHistory, pullAll, pushAll, type BenchPc } from './sync/ours.ts'
import { notInstalled, peerTimes, type PeerName, type PeerTimes } from './sync/peers.ts'
import { rawPull, rawPush } from './sync/raw.ts'

const events = 50_000
const runs = 3

/**
 * A garage's year of facts goes up by the program's own outbox to the real service on a real PostgreSQL, and comes down to a
 * second PC with its projections, against the same bytes inserted raw over the same loopback, and beside two peers that move
 * them in their own way. Each run takes raw and ours in turn, so that a slow moment of the machine falls on both.
 */
export async function syncBench(): Promise<readonly EvidenceRow[]> {
  const work = mkdtempSync(join(tmpdir(), 'pishkhan-bench-'))
  // A folder of its own: a root's server runs as another user, who gets through one level that is opened to him.
  const serverFolder = mkdtempSync(join(tmpdir(), 'pishkhan-bench-postgres-'))
  const postgres = await startEmbedded({ folder: serverFolder, settings: ['max_connections=100'] })
  try {
    const measured: Measured[] = []
    const wire: { texts: readonly string[] } = { texts: [] }
    for (let run = 0; run < runs; run += 1) {
      const pc = pcWithHistory(join(work, `first-${run}`), events)
      wire.texts = pc.events().map((event) => JSON.stringify(event))
      measured.push(await oneRun(join(work, `run-${run}`), await postgres.url(`bench_${run}`), pc, wire.texts))
      pc.close()
    }
    const load = await loaded(await postgres.url('bench_load'))
    const peers = { pouch: await peerTimes('pouch', work, wire.texts), actual: await peerTimes('actual', work, wire.texts) }
    return [told('sync/events', wire.texts.length, 'events'), ...ownRows(measured), ...peerRows(measured, peers), ...load]
  } finally {
    await postgres.stop()
    for (const folder of [work, serverFolder]) rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { readonly rawPushMs: number; readonly pushMs: number; readonly rawPullMs: number; readonly pullMs: number }

async function oneRun(folder: string, databaseUrl: string, first: BenchPc, texts: readonly string[]): Promise<Measured> {
  const service = await startChild(join(import.meta.dirname, 'sync', 'platformProcess.ts'), [databaseUrl])
  try {
    const url = String(service.said['url'])
    const database = openDatabase({ url: databaseUrl, mostConnections: 1 })
    const { code } = await makeFirstCode(database, 'Bench', Date.now())
    await database.end()
    const caller = await joinAt(first, url, code)
    const rawPushMs = await took(() => rawPush(databaseUrl, texts))
    const pushMs = await took(() => pushAll(first, caller))
    const second = openPc(folder)
    const secondCaller = await joinAt(second, url, await anotherCode(caller))
    const rawPullMs = await took(() => rawPull(databaseUrl, folder))
    const pullMs = await took(async () => {
      const held = await pullAll(second, secondCaller)
      if (held < texts.length) throw new Error(`${held} of ${texts.length} events came`)
    })
    if (countJobs(second.garage.db) !== countJobs(first.garage.db)) throw new Error('the second PC shows other jobs than the first')
    second.close()
    return { rawPushMs, pushMs, rawPullMs, pullMs }
  } finally {
    await service.stop()
  }
}

async function loaded(databaseUrl: string): Promise<readonly EvidenceRow[]> {
  const service = await startChild(join(import.meta.dirname, 'sync', 'platformProcess.ts'), [databaseUrl])
  try {
    return await loadRows(String(service.said['url']), databaseUrl)
  } finally {
    await service.stop()
  }
}

async function took(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

/**
 * Both ways are judged by the raw inserts into PostgreSQL over the loopback. What fetching the same rows into a bare table of
 * SQLite costs is told beside the pull.
 */
function ownRows(measured: readonly Measured[]): readonly EvidenceRow[] {
  const rows = (name: string, read: (run: Measured) => number) => {
    const { median, spread } = summarise(measured.map(read))
    return { ...told(name, median, 'ms'), spread }
  }
  const raw = rows('sync/rawInsertsMs', (run) => run.rawPushMs)
  const rawPulled = rows('sync/rawIntoSqliteMs', (run) => run.rawPullMs)
  const intoSqlite = summarise(measured.map((run) => run.pullMs / run.rawPullMs))
  const against = raw.name
  return [
    { ...raw, against, ratio: 1 },
    { ...rawPulled, against, ratio: rawPulled.value / raw.value },
    ...(['push', 'pull'] as const).flatMap((way) => {
      const own = rows(`sync/${way}Ms`, (run) => run[`${way}Ms`])
      const { median, spread } = summarise(measured.map((run) => run[`${way}Ms`] / run.rawPushMs))
      return [
        { ...own, against, ratio: own.value / raw.value },
        judged({ name: `sync/${way}OverRaw`, value: median, unit: 'x', spread, against, ratio: median }, '<=', way === 'push' ? 2 : 3),
      ]
    }),
    {
      ...told('sync/pullOverRawIntoSqlite', intoSqlite.median, 'x'),
      spread: intoSqlite.spread,
      against: rawPulled.name,
      ratio: intoSqlite.median,
    },
  ]
}

/** How many times as long each peer takes for the same facts. */
function peerRows(measured: readonly Measured[], peers: Readonly<Record<PeerName, PeerTimes | null>>): readonly EvidenceRow[] {
  const own = {
    pushMs: summarise(measured.map(({ pushMs }) => pushMs)).median,
    pullMs: summarise(measured.map(({ pullMs }) => pullMs)).median,
  }
  return (['pouch', 'actual'] as const).flatMap((peer) => {
    const times = peers[peer]
    if (times === null) return [notInstalled(peer)]
    return (['push', 'pull'] as const).flatMap((way) => {
      const theirMs = times[`${way}Ms`]
      const value = theirMs / own[`${way}Ms`]
      return [
        { ...told(`sync/${peer}${way === 'push' ? 'Push' : 'Pull'}Ms`, theirMs, 'ms'), against: `sync/${way}Ms`, ratio: value },
        judged(
          {
            name: `sync/${way}FasterThan${peer === 'pouch' ? 'Pouch' : 'Actual'}`,
            value,
            unit: 'x',
            against: `sync/${way}Ms`,
            ratio: value,
          },
          '>=',
          peer === 'pouch' ? 5 : 1,
        ),
      ]
    })
  })
}
