import { createServer } from 'node:https'
import { expect, it, onTestFinished } from 'vitest'
import { utcMs } from '../../core/basics/instant.ts'
import type { Fault } from './proxy.ts'
import { startTestPlatform } from '../support/platform.ts'
import {
  allSent,
  bookOnPlatform,
  expectEqualLogs,
  firstCode,
  join1,
  openGaragePc,
  platformLog,
  soundness,
  until,
  type PcOptions,
} from './pc.ts'
import { httpAnswer, startProxy, type Proxy } from './proxy.ts'
import { selfSigned } from './selfSigned.ts'

/** A PC that is joined through a proxy and has nothing to send. */
async function joinedThroughProxy(options: PcOptions = {}) {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const pc = openGaragePc(options)
  await join1(pc, proxy.url, await firstCode(platform))
  await allSent(pc)
  return { platform, proxy, pc }
}

/** The next request of this kind meets the fault; those after it get through. */
function once(proxy: Proxy, start: string, fault: Fault, times = 1): { readonly met: () => number } {
  let met = 0
  proxy.rule = (line) => {
    if (met >= times || !line.startsWith(start)) return null
    met += 1
    return fault
  }
  return { met: () => met }
}

const eager = { random: () => 0.001, pollMs: 3_600_000, idlePollMs: 3_600_000, photosMs: 3_600_000 }

it.each(['cutRequest', 'cutAnswer'] as const)(
  'a push that breaks off at any byte (%s) loses nothing and doubles nothing',
  async (kind) => {
    const { platform, proxy, pc } = await joinedThroughProxy({ timing: eager })
    let longest = 1
    for (let atByte = 1; atByte <= longest; atByte += 1) {
      const fault = once(proxy, 'POST /v1/push', { kind, atByte })
      pc.visit(`${kind} ${atByte}`)
      await until(() => fault.met() === 1, `the push of byte ${atByte}`)
      await allSent(pc)
      const pushes = proxy.seen.filter(({ line }) => line === 'POST /v1/push')
      const whole = pushes.at(-1)
      longest = Math.min(kind === 'cutRequest' ? (whole?.bytes ?? 0) : (whole?.answerBytes ?? 0), 4_000)
    }
    console.log(`${kind}: cut at each of ${longest} bytes`)
    expect(longest).toBeGreaterThan(kind === 'cutRequest' ? 500 : 150)
    await expectEqualLogs(platform, pc)
    expect((await platformLog(platform, pc)).quarantined).toBe(0)
    expect(await soundness(pc)).toEqual({ chainFault: null, equal: true })
  },
  170_000,
)

it.each([
  ['delayed', { kind: 'delay', ms: 300 }],
  ['sent twice', { kind: 'duplicate' }],
  ['half-open', { kind: 'halfOpen' }],
  ['answered in a trickle', { kind: 'trickle', everyMs: 3 }],
  ['answered with 401', { kind: 'answer', text: httpAnswer('401 Unauthorized', '{"code":"tokenExpired"}') }],
  ['answered with a bare 413', { kind: 'answer', text: httpAnswer('413 Content Too Large', '') }],
  ['answered with 429', { kind: 'answer', text: httpAnswer('429 Too Many Requests', '{"code":"tooMany"}', { 'retry-after': '1' }) }],
  ['answered with 500', { kind: 'answer', text: httpAnswer('500 Internal Server Error', 'oops') }],
  ['answered with a page', { kind: 'answer', text: httpAnswer('200 OK', '<html>', { 'content-type': 'text/html' }) }],
  ['answered with JSON of another kind', { kind: 'answer', text: httpAnswer('200 OK', '{"ok":true}') }],
  [
    'acknowledged too little',
    { kind: 'answer', text: httpAnswer('200 OK', `{"ackedDseq":0,"headHash":"${'0'.repeat(64)}","quarantined":0,"serverUtcMs":1}`) },
  ],
  ['answered with no HTTP at all', { kind: 'answer', text: 'SSH-2.0-OpenSSH_9.9\r\n' }],
] as const)('pushes that are %s arrive in the end, once', async (_name, fault) => {
  const { platform, proxy, pc } = await joinedThroughProxy({ timing: { patience: { idleMs: 700, wholeMs: 3_000 } } })
  const met = once(proxy, 'POST /v1/push', fault, 3)
  pc.visits(4, 'fact ')
  await until(() => met.met() >= 1, 'the fault')
  await allSent(pc)
  await expectEqualLogs(platform, pc)
  expect((await platformLog(platform, pc)).quarantined).toBe(0)
  expect(pc.sync.status().trouble).toBeNull()
})

it.each([
  ['cut', { kind: 'cutAnswer', atByte: 700 }],
  ['trickled for longer than anybody waits', { kind: 'trickle', everyMs: 60 }],
  ['half-open', { kind: 'halfOpen' }],
  ['of another kind', { kind: 'answer', text: httpAnswer('200 OK', '{"events":[]}') }],
] as const)('pulls whose answer is %s are made again, and no booking is missed', async (_name, fault) => {
  const { platform, proxy, pc } = await joinedThroughProxy({ timing: { patience: { idleMs: 700, wholeMs: 1_500 } } })
  const met = once(proxy, 'GET /v1/pull', fault, 2)
  const jobId = await bookOnPlatform(platform, pc, 'booked')
  await until(() => pc.service.job(jobId) !== null, 'the booking')
  expect(met.met()).toBeGreaterThan(0)
  await expectEqualLogs(platform, pc)
})

it('a 413 halves the push down to what gets through', async () => {
  const { platform, proxy, pc } = await joinedThroughProxy()
  proxy.down = true
  proxy.dropAll()
  pc.visits(60, 'many ')
  const tooLarge: Fault = { kind: 'answer', text: httpAnswer('413 Content Too Large', '') }
  let refused = 0
  proxy.rule = (line) => {
    if (!line.startsWith('POST /v1/push') || refused >= 5) return null
    refused += 1
    return tooLarge
  }
  proxy.down = false
  pc.sync.now()
  await allSent(pc)
  await expectEqualLogs(platform, pc)
  expect(refused).toBe(5)
})

it('a certificate that is not to be trusted is told, sends nothing, and the facts wait', async () => {
  const server = createServer(selfSigned(), (_request, response) => response.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const pc = openGaragePc()
  expect(await pc.sync.join({ url: `https://127.0.0.1:${port}`, code: 'ABCD-EFGH-1234', deviceName: 'میز' })).toEqual({
    ok: false,
    error: { code: 'certificateWrong' },
  })
  expect(pc.sync.status().state).toBe('notJoined')
})

it('a week without a network is normal: everything is sent afterwards', async () => {
  const { platform, proxy, pc } = await joinedThroughProxy()
  proxy.down = true
  proxy.dropAll()
  pc.visits(150, 'week ')
  await until(() => pc.sync.status().state === 'offline', 'offline')
  expect(pc.sync.status()).toMatchObject({ trouble: null, live: false })
  expect(pc.sync.status().waiting).toBeGreaterThanOrEqual(150)
  expect(pc.sync.status().oldestWaitingAtUtcMs).not.toBeNull()
  const missed = await bookOnPlatform(platform, pc, 'booked meanwhile')
  proxy.down = false
  pc.sync.now()
  await allSent(pc)
  await until(() => pc.service.job(missed) !== null, 'the booking')
  await expectEqualLogs(platform, pc)
})

it('a clock in 1970 stops nothing', async () => {
  const platform = await startTestPlatform()
  const pc = openGaragePc({ clock: { wallUtcMs: () => utcMs(1_000), monotonicMs: () => performance.now() } })
  await join1(pc, platform.url, await firstCode(platform))
  pc.visits(3, '1970 ')
  await allSent(pc)
  const jobId = await bookOnPlatform(platform, pc, 'booked')
  await until(() => pc.service.job(jobId) !== null, 'the booking')
  await expectEqualLogs(platform, pc)
})
