import { expect, it } from 'vitest'
import type { Pause } from '../../electron/sync/bell.ts'
import { startTestPlatform } from '../support/platform.ts'
import { allSent, bookOnPlatform, firstCode, join1, openGaragePc, until } from './pc.ts'
import { startProxy } from './proxy.ts'

/** Time stands still: whatever happens is caused by the line, by no timer of the engine. Waits end when the test says so. */
function stillTime() {
  const waits = new Set<() => void>()
  const pause: Pause = (_, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve()
        return
      }
      const end = (): void => {
        waits.delete(end)
        signal.removeEventListener('abort', end)
        resolve()
      }
      waits.add(end)
      signal.addEventListener('abort', end, { once: true })
    })
  return { pause, passes: () => waits.forEach((end) => end()) }
}

async function idlePc(silenceMostMs = 45_000) {
  const time = stillTime()
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const pc = openGaragePc({ timing: { pause: time.pause, silenceMostMs, probeMs: 300 } })
  await join1(pc, proxy.url, await firstCode(platform))
  await allSent(pc)
  await until(() => pc.sync.status().live, 'the live channel')
  const booked = await bookOnPlatform(platform, pc, 'booked')
  await until(() => pc.service.job(booked) !== null && answered(proxy.seen, 'devices'), 'all is here, and nothing under way')
  return { platform, proxy, pc, time }
}

const answered = (seen: readonly { readonly line: string; readonly answerBytes: number }[], path: string): boolean =>
  seen.some(({ line, answerBytes }) => line.startsWith(`GET /v1/${path}`) && answerBytes > 0)
const asked = (seen: readonly { readonly line: string }[], path: string): number =>
  seen.filter(({ line }) => line.startsWith(`GET /v1/${path}`)).length

it('a platform that goes away while nothing is to be sent is noticed by its closed channel, and its return too', async () => {
  const { platform, proxy, pc, time } = await idlePc()
  proxy.down = true
  proxy.dropAll()
  await until(() => pc.sync.status().state === 'offline', 'offline')
  const booked = await bookOnPlatform(platform, pc, 'while away')
  proxy.down = false
  await until(() => {
    time.passes()
    return pc.sync.status().live
  }, 'the channel stands again')
  await until(() => pc.sync.status().state === 'allSent' && pc.service.job(booked) !== null, 'what came meanwhile')
  expect(pc.sync.status().offlineSinceUtcMs).toBeNull()
})

it('a channel that only broke is no reason to say offline', async () => {
  const { proxy, pc } = await idlePc()
  const before = asked(proxy.seen, 'have')
  proxy.dropAll()
  await until(() => asked(proxy.seen, 'have') > before, 'the probe')
  await allSent(pc)
  expect(pc.sync.status().offlineSinceUtcMs).toBeNull()
})

it('a channel that fell silent is taken for dead, and one unanswered probe says offline', async () => {
  const { proxy, pc } = await idlePc(200)
  proxy.rule = (line) => (line.startsWith('GET /v1/have') ? { kind: 'halfOpen' } : null)
  await until(() => pc.sync.status().state === 'offline', 'offline')
  expect(asked(proxy.seen, 'have')).toBeGreaterThan(1)
})
