import { Agent, request } from 'node:http'
import type { GarageId } from '../../../core/basics/ids.ts'
import { makeFirstCode } from '../../../platform/access/codes.ts'
import { openDatabase } from '../../../platform/database/pool.ts'
import { judged, told, type EvidenceRow } from '../../../electron/care/evidence.ts'
import { enrol, fact, push, pushBody, type Pc } from '../../conformance/pc.ts'
import { newId } from '../../conformance/writer.ts'
import { p99, summarise } from '../repeat.ts'

const garages = 300
/** A garage polls every 15 s without a live line, and writes some hundred facts a day. This is five times as often, and far more. */
const pollEveryMs = 3_000
const pushEveryMs = 10_000
const warmUpMs = 5_000
const measuredMs = 30_000
const factsPerPush = 3

/**
 * Garages that poll with their ETag and push, all at once, on the machine's cores together with the service and PostgreSQL. Times
 * run from the moment that a call was due, so that a service that stands is not spared.
 */
export async function loadRows(url: string, databaseUrl: string): Promise<readonly EvidenceRow[]> {
  const pcs = await enrolled(url, databaseUrl)
  const agent = new Agent({ keepAlive: true, maxSockets: garages })
  const polls: number[] = []
  const pushes: number[] = []
  const failed: number[] = []
  const begun = performance.now()
  const until = begun + warmUpMs + measuredMs
  const note = (times: number[], dueMs: number, status: number, fine: readonly number[]): void => {
    if (!fine.includes(status)) failed.push(status)
    if (dueMs >= begun + warmUpMs) times.push(performance.now() - dueMs)
  }
  const every = async (firstMs: number, everyMs: number, act: (dueMs: number) => Promise<void>): Promise<void> => {
    for (let dueMs = begun + firstMs; dueMs < until; dueMs += everyMs) {
      const leftMs = dueMs - performance.now()
      if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs))
      await act(dueMs)
    }
  }
  await Promise.all(
    pcs.flatMap((pc, index) => {
      const after = { gseq: 0, etag: '' }
      const poll = async (dueMs: number): Promise<void> => {
        const headers = after.etag === '' ? {} : { 'if-none-match': after.etag }
        const answer = await call(agent, pc, 'GET', `pull?after=${after.gseq}&exclude=${pc.writer.device}`, headers, null)
        note(polls, dueMs, answer.status, [200, 304])
        if (answer.status !== 200) return
        const page: { nextAfter: number } = JSON.parse(answer.text)
        after.etag = page.nextAfter === after.gseq ? answer.etag : ''
        after.gseq = page.nextAfter
      }
      const send = async (dueMs: number): Promise<void> => {
        const events = Array.from({ length: factsPerPush }, () => pc.writer.write(pc.garage, fact('شتاب')))
        const answer = await call(agent, pc, 'POST', 'push', { 'content-type': 'application/json' }, JSON.stringify(pushBody(pc, events)))
        note(pushes, dueMs, answer.status, [200])
      }
      return [every((index / garages) * pollEveryMs, pollEveryMs, poll), every((index / garages) * pushEveryMs, pushEveryMs, send)]
    }),
  )
  agent.destroy()
  const all = [...polls, ...pushes]
  return [
    told('sync/loadCallsPerSecond', all.length / (measuredMs / 1000), '1/s'),
    told('sync/loadPollMedianMs', summarise(polls).median, 'ms'),
    told('sync/loadPushMedianMs', summarise(pushes).median, 'ms'),
    judged({ name: 'sync/loadP99Of300GaragesMs', value: p99(all), unit: 'ms', against: null, ratio: null }, '<=', 250),
    judged({ name: 'sync/loadFailed', value: failed.length, unit: 'calls', against: null, ratio: null }, '=', 0),
  ]
}

async function enrolled(url: string, databaseUrl: string): Promise<readonly Pc[]> {
  const database = openDatabase({ url: databaseUrl, mostConnections: 1 })
  const pcs: Pc[] = []
  for (let n = 0; n < garages; n += 1) {
    const { code } = await makeFirstCode(database, `Load ${n}`, Date.now())
    const pc = await enrol(url, code, newId<GarageId>())
    await push(pc, [pc.writer.announce(pc.garage)])
    pcs.push(pc)
  }
  await database.end()
  return pcs
}

type Answered = { readonly status: number; readonly etag: string; readonly text: string }

function call(
  agent: Agent,
  { url, tokens }: Pc,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/${path}`, { agent, method, headers: { ...headers, authorization: `Bearer ${tokens.accessToken}` } })
    sent.once('error', reject)
    sent.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '', text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    sent.end(body ?? undefined)
  })
}
