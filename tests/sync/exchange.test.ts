import { expect, it } from 'vitest'
import { startTestPlatform } from '../support/platform.ts'
import {
  allSent,
  bookOnPlatform,
  expectEqualLogs,
  firstCode,
  join1,
  joinFurther,
  openGaragePc,
  platformLog,
  soundness,
  until,
} from './pc.ts'

it('a first PC brings its garage with everything that it recorded before', async () => {
  const platform = await startTestPlatform()
  const pc = openGaragePc()
  pc.visits(30, 'a')
  await join1(pc, platform.url, await firstCode(platform))
  await allSent(pc)
  await expectEqualLogs(platform, pc)
  expect((await platformLog(platform, pc)).quarantined).toBe(0)
  expect(pc.sync.status()).toMatchObject({ state: 'allSent', trouble: null, waiting: 0, platform: { deviceNo: 1 } })
})

it('a booking appears through the live channel, and what the desk writes goes up', async () => {
  const platform = await startTestPlatform()
  // No look for news by itself: what comes, comes through the channel.
  const pc = openGaragePc({ timing: { pollMs: 3_600_000, idlePollMs: 3_600_000 } })
  await join1(pc, platform.url, await firstCode(platform))
  await until(() => pc.sync.status().live, 'the live channel')
  await allSent(pc)
  const begun = performance.now()
  const jobId = await bookOnPlatform(platform, pc, 'booked')
  await until(() => pc.service.job(jobId) !== null, 'the booking')
  console.log(`booking visible after ${Math.round(performance.now() - begun)} ms`)
  pc.visit('after it')
  await expectEqualLogs(platform, pc)
})

it('a second PC takes over people, settings and history, and both go on', async () => {
  const platform = await startTestPlatform()
  const first = openGaragePc()
  const notes = first.visits(40, 'a')
  await join1(first, platform.url, await firstCode(platform))
  await allSent(first)
  const second = await joinFurther(first, platform.url)
  await until(() => second.notes().length === notes.length, 'the history')
  expect(second.service.garage()?.people).toEqual(first.service.garage()?.people)
  expect(second.sync.status().platform?.deviceNo).toBe(2)
  first.visit('from the first')
  second.visit('from the second')
  await until(() => first.notes().length === 42 && second.notes().length === 42, 'both have both')
  expect(first.eventIds()).toEqual(second.eventIds())
  expect(await soundness(first)).toEqual({ chainFault: null, equal: true })
  expect(await soundness(second)).toEqual({ chainFault: null, equal: true })
})
