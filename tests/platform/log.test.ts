import { randomBytes } from 'node:crypto'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import {
  catalogueAnswer,
  haveAnswer,
  problem,
  pullAnswer,
  pushAnswer,
  snapshotEnd,
  snapshotEvent,
  snapshotStart,
} from '../../core/wire/protocol.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import { makeCodeFor } from '../../platform/access/codes.ts'
import { sha256Hex } from '../../platform/access/keys.ts'
import { newId } from '../../platform/access/newId.ts'
import { inTransaction } from '../../platform/database/pool.ts'
import { appendAsPlatform } from '../../platform/log/author.ts'
import { takeJobNo } from '../../platform/log/garage.ts'
import { readStream } from '../../platform/log/read.ts'
import type { Platform } from '../../platform/server.ts'
import { booked } from '../support/jobEvents.ts'
import { startTestPlatform, testPostgres } from '../support/platform.ts'
import {
  announcement,
  call,
  enrolledPc,
  note,
  pull,
  pullAll,
  push,
  pushBody,
  withToken,
  writes,
  type TestPc,
} from '../support/platformPc.ts'

async function garage(): Promise<{ readonly platform: Platform; readonly pc: TestPc }> {
  const platform = await startTestPlatform()
  return { platform, pc: await enrolledPc(platform) }
}

async function raw(platform: Platform, pc: TestPc, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${pc.enrolled.accessToken}`, ...Object.fromEntries(new Headers(init.headers)) }
  return await fetch(`${platform.url}${path}`, { ...init, headers })
}

describe('pull', () => {
  it('comes in pages that leave nothing out, with and without the events of the caller', async () => {
    const { platform, pc } = await garage()
    const second = await enrolledPc(platform, (await makeCodeFor(platform.database, pc.garage, 'x', Date.now())).code)
    const written: string[] = []
    for (let round = 0; round < 5; round += 1) {
      for (const by of [pc, second]) {
        const events = Array.from({ length: 7 }, () => note(by))
        await push(platform, by, events)
        written.push(...events.map(({ id }) => id))
      }
    }
    const pages: string[] = []
    for (let after = 0; ;) {
      const { value } = await pull(platform, pc, after, `&limit=4&exclude=${pc.device}`)
      pages.push(...(value?.events ?? []).flatMap((pulled) => ('event' in pulled ? [pulled.event.id] : [])))
      if (value === null || value.nextAfter >= value.headGseq) break
      after = value.nextAfter
    }
    const all = await pullAll(platform, pc)
    expect(all.slice(1).map(({ event }) => event.id)).toEqual(written)
    expect(pages).toEqual(all.filter(({ event }) => event.device !== pc.device).map(({ event }) => event.id))
  })

  it('answers 304 until there is something new', async () => {
    const { platform, pc } = await garage()
    const first = await raw(platform, pc, '/v1/pull?after=1')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toBe(`"${pc.enrolled.historyId}-1-1"`)
    expect((await raw(platform, pc, '/v1/pull?after=1', { headers: { 'If-None-Match': tag } })).status).toBe(304)
    await push(platform, pc, [announcement(pc)])
    const fresh = await raw(platform, pc, '/v1/pull?after=1', { headers: { 'If-None-Match': tag } })
    expect(pullAnswer.parse(await fresh.json()).events).toHaveLength(1)
  })

  it('refuses what it does not understand', async () => {
    const { platform, pc } = await garage()
    for (const query of ['', '?after=-1', '?after=x', '?after=0&limit=0', '?after=0&limit=2001', '?after=0&more=1', '?after=0&exclude=x']) {
      expect((await raw(platform, pc, `/v1/pull${query}`)).status).toBe(400)
    }
    const other = await fetch(`${platform.url}/v2/pull`)
    expect(problem.parse(await other.json()).code).toBe('versionUnknown')
    expect((await fetch(`${platform.url}/v1/nothing`)).status).toBe(404)
  })
})

describe('bodies', () => {
  for (const [encoding, pack] of [
    ['zstd', zstdCompressSync],
    ['gzip', gzipSync],
  ] as const) {
    it(`may be packed by ${encoding}`, async () => {
      const { platform, pc } = await garage()
      const events = [announcement(pc), ...Array.from({ length: 50 }, () => note(pc))]
      const body = pack(JSON.stringify(pushBody(pc, events)))
      const answer = await raw(platform, pc, '/v1/push', {
        method: 'POST',
        headers: { 'Content-Encoding': encoding },
        body: new Uint8Array(body),
      })
      expect(pushAnswer.parse(await answer.json()).ackedDseq).toBe(51)
      const packed = await raw(platform, pc, '/v1/pull?after=0', { headers: { 'Accept-Encoding': encoding } })
      expect(packed.headers.get('content-encoding')).toBe(encoding)
      expect(pullAnswer.parse(await packed.json()).events).toHaveLength(52)
    })
  }

  it('that unpack to more than they may are stopped', async () => {
    const { platform, pc } = await garage()
    const bomb = zstdCompressSync(Buffer.alloc(200_000_000))
    const answer = await raw(platform, pc, '/v1/push', {
      method: 'POST',
      headers: { 'Content-Encoding': 'zstd' },
      body: new Uint8Array(bomb),
    })
    expect(answer.status).toBe(413)
  })

  it('that are no JSON, broken, packed unknown, or deep are bad requests, and the service lives on', async () => {
    const { platform, pc } = await garage()
    const bodies: readonly (readonly [string, Record<string, string>])[] = [
      ['{', {}],
      ['null', {}],
      ['[]', {}],
      ['{"historyId":1}', {}],
      [`${'['.repeat(3_000_000)}${']'.repeat(3_000_000)}`, {}],
      [`{"historyId":"x","device":"y","events":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}],
      ['{}', { 'Content-Encoding': 'zstd' }],
      ['{}', { 'Content-Encoding': 'rot13' }],
    ]
    for (const [body, headers] of bodies) {
      expect((await raw(platform, pc, '/v1/push', { method: 'POST', headers, body })).status).toBe(400)
    }
    const odd: Record<string, unknown> = { ...note(pc), deep: 0 }
    const text = JSON.stringify(pushBody(pc, [odd])).replace('"deep":0', `"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    expect((await raw(platform, pc, '/v1/push', { method: 'POST', body: text })).status).toBe(400)
    expect((await fetch(`${platform.url}/healthz`)).status).toBe(200)
  })
})

describe('snapshot', () => {
  it('holds the whole log, line by line, and proves that it is whole', async () => {
    const { platform, pc } = await garage()
    for (let batch = 0; batch < 3; batch += 1)
      await push(
        platform,
        pc,
        Array.from({ length: 900 }, () => note(pc)),
      )
    for (const encoding of ['identity', 'gzip', 'zstd']) {
      const answer = await raw(platform, pc, '/v1/snapshot', { headers: { 'Accept-Encoding': encoding } })
      const lines = (await answer.text())
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
      const start = snapshotStart.parse(lines[0])
      const events = lines.slice(1, -1).map((line) => snapshotEvent.parse(line))
      expect([start.headGseq, start.events, events.length]).toEqual([2701, 2701, 2701])
      expect(events.map(({ gseq, event }) => ({ gseq, event }))).toEqual(await pullAll(platform, pc))
      expect(snapshotEnd.parse(lines.at(-1)).sha256).toBe(sha256Hex(events.map(({ event }) => `${event.hash}\n`).join('')))
    }
  })
})

describe('photos and catalogue', () => {
  it('keeps a photo under its hash, for its garage alone', async () => {
    const { platform, pc } = await garage()
    const stranger = await enrolledPc(platform)
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5_000)])
    const path = `/v1/photos/${sha256Hex(photo)}`
    expect((await raw(platform, pc, path)).status).toBe(404)
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await raw(platform, pc, path, { method: 'PUT', body: new Uint8Array(photo) })).status).toBe(204)
    }
    const back = await raw(platform, pc, path)
    expect(back.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await back.arrayBuffer()).equals(photo)).toBe(true)
    expect((await raw(platform, stranger, path)).status).toBe(404)
    expect((await raw(platform, pc, `/v1/photos/${'0'.repeat(64)}`, { method: 'PUT', body: new Uint8Array(photo) })).status).toBe(422)
    expect((await raw(platform, pc, path, { method: 'PUT', body: new Uint8Array(2_200_000) })).status).toBe(413)
  })

  it('names materials without a price, once per version', async () => {
    const { platform, pc } = await garage()
    const answer = await raw(platform, pc, '/v1/catalogue')
    const { materials } = catalogueAnswer.parse(await answer.json())
    expect(new Set(materials.map(({ code }) => code)).size).toBe(materials.length)
    const tag = answer.headers.get('etag') ?? ''
    expect((await raw(platform, pc, '/v1/catalogue', { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })
})

describe('the platform as an author', () => {
  it('chains, signs and numbers its facts, and names as parents what it has seen', async () => {
    const { platform, pc } = await garage()
    const job = newId<JobId>(Date.now())
    const stream = `job:${job}`
    await push(platform, pc, [announcement(pc), note(pc, job)])
    const events = await inTransaction(platform.database, (client) =>
      appendAsPlatform(
        client,
        pc.garage,
        ['یک', 'دو'].map((reason) => ({ stream, type: 'bookingCancelled', v: 1, payload: { reason }, actor: 'customer' as const })),
        Date.now(),
      ),
    )
    const inStream = await readStream(platform.database, pc.garage, stream)
    expect(inStream.slice(1)).toEqual(events)
    expect(events.map(({ parents }) => parents)).toEqual([[inStream[0]?.id], [events[0]?.id]])
    const all = await pullAll(platform, pc)
    expect(all.map(({ gseq }) => gseq)).toEqual([1, 2, 3, 4, 5])
    const own = all.filter(({ event }) => event.device === pc.enrolled.platformDevice).map(({ event }) => event)
    expect(own.map(({ dseq, prevHash }) => [dseq, prevHash])).toEqual(
      own.map((_, index) => [index + 1, own[index - 1]?.hash ?? '0'.repeat(64)]),
    )
    const answer = await call(platform, '/v1/have', haveAnswer, withToken(pc))
    expect(answer.value?.heads).toContainEqual({ device: pc.enrolled.platformDevice, dseq: 3, hash: own.at(-1)?.hash })
  })

  it('writes beside many pushes at once without a hole or a fork', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc)])
    const pushing = async (): Promise<void> => {
      for (let batch = 0; batch < 15; batch += 1) expect((await push(platform, pc, [note(pc), note(pc)])).status).toBe(200)
    }
    const writing = async (): Promise<void> => {
      for (let fact = 0; fact < 15; fact += 1) {
        const said = { stream: 'job:x', type: 'bookingCancelled', v: 1, payload: {}, actor: 'platform' as const }
        await inTransaction(platform.database, (client) => appendAsPlatform(client, pc.garage, [said], Date.now()))
      }
    }
    await Promise.all([pushing(), writing(), writing()])
    const all = await pullAll(platform, pc)
    expect(all.map(({ gseq }) => gseq)).toEqual(all.map((_, index) => index + 1))
    const byPlatform = all.filter(({ event }) => event.device === pc.enrolled.platformDevice).map(({ event }) => event.dseq)
    expect(byPlatform).toEqual(byPlatform.map((_, index) => index + 1))
    expect(all).toHaveLength(1 + 1 + 30 + 30)
  })

  it('numbers jobs above all that it has heard of, with a last digit of its own', async () => {
    const { platform, pc } = await garage()
    const { type, ...payload } = booked(null, { jobNo: 431 })
    const opened = writes(pc, { stream: `job:${newId<JobId>(Date.now())}`, type, v: eventVersion(type), payload })
    await push(platform, pc, [opened])
    const take = (): Promise<number> => inTransaction(platform.database, (client) => takeJobNo(client, pc.garage))
    const numbers = [await take(), await take()]
    expect(numbers).toEqual([440, 450])
  })
})

describe('live', () => {
  it('tells of new facts at once, whichever process they came through, and ends with revocation and stop', async () => {
    const platform = await startTestPlatform()
    const { rows } = await platform.database.query<{ name: string }>('SELECT current_database() AS name')
    const beside = await startTestPlatform({ databaseUrl: await (await testPostgres()).url(rows[0]?.name ?? '') })
    const pc = await enrolledPc(platform)
    const second = await enrolledPc(platform, (await makeCodeFor(platform.database, pc.garage, 'x', Date.now())).code)
    const line = heads(await raw(beside, second, '/v1/live'))
    expect(await line.next()).toBe(1)
    await push(platform, pc, [announcement(pc)])
    expect(await line.next()).toBe(2)
    await push(beside, pc, [note(pc), note(pc)])
    expect(await line.next()).toBe(4)
    const own = heads(await raw(platform, pc, '/v1/live'))
    expect(await own.next()).toBe(4)
    await raw(platform, pc, `/v1/devices/${second.device}/revoke`, { method: 'POST' })
    expect(await line.next()).toBe(null)
    await platform.stop()
    expect(await own.next()).toBe(null)
    expect((await raw(beside, second, '/v1/live')).status).toBe(403)
  })

  it('finds its way back when the listening connection is lost, and tells what was missed', async () => {
    const { platform, pc } = await garage()
    const line = heads(await raw(platform, pc, '/v1/live'))
    expect(await line.next()).toBe(1)
    await platform.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pishkhan-live' AND datname = current_database()`,
    )
    await push(platform, pc, [announcement(pc)])
    let head = await line.next()
    while (head !== null && head < 2) head = await line.next()
    expect(head).toBe(2)
  })
})

/** The heads of a live line as they come; null when it ends. */
function heads(answer: Response): { readonly next: () => Promise<number | null> } {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    next: async () => {
      for (;;) {
        const found = /event: head\nid: (\d+)\ndata: [^\n]*\n\n/.exec(text)
        if (found !== null) {
          text = text.slice(found.index + found[0].length)
          return Number(found[1])
        }
        const more = await reader?.read()
        if (more === undefined || more.done) return null
        text += more.value
      }
    },
  }
}

describe('operation', () => {
  it('counts what it does, in the text form that Prometheus reads', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc), note(pc)])
    await push(platform, pc, [announcement({ ...pc, head: { ...pc.head, hash: 'e'.repeat(64) } })])
    const text = await (await fetch(`${platform.url}/metrics`)).text()
    expect(text).toContain('pishkhan_events_accepted_total 2')
    expect(text).toContain('pishkhan_problems_total{code="fork"} 1')
    expect(text).toContain('pishkhan_requests_total{answer="POST /v1/push 200"} 1')
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^# (HELP|TYPE) \w+ .+$|^\w+(\{[^}]*\})? [\d.e+-]+$/)
    }
  })

  it('keeps what it answered over a restart', async () => {
    const first = await startTestPlatform()
    const { rows } = await first.database.query<{ name: string }>('SELECT current_database() AS name')
    const pc = await enrolledPc(first)
    await push(first, pc, [announcement(pc), note(pc)])
    await first.stop()
    const second = await startTestPlatform({ databaseUrl: await (await testPostgres()).url(rows[0]?.name ?? '') })
    expect(await pullAll(second, pc)).toHaveLength(3)
    expect((await push(second, pc, [note(pc)])).value?.ackedDseq).toBe(3)
  })

  it('leaves a database of a newer program as it is', async () => {
    const platform = await startTestPlatform()
    const { rows } = await platform.database.query<{ name: string }>(
      'UPDATE platform_version SET version = 9999 RETURNING current_database() AS name',
    )
    const databaseUrl = await (await testPostgres()).url(rows[0]?.name ?? '')
    await expect(startTestPlatform({ databaseUrl })).rejects.toThrow('9999')
  })
})
