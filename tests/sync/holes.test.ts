import { expect, it } from 'vitest'
import type { EventId, JobId } from '../../core/basics/ids.ts'
import { pullAnswer } from '../../core/wire/protocol.ts'
import { eventMessage } from '../../core/wire/signing.ts'
import { jobStream } from '../../core/wire/jobEvents.ts'
import { appendEvents } from '../../db/log/append.ts'
import { newId } from '../../electron/service/ids.ts'
import { pullFrom } from '../../electron/sync/hub/store.ts'
import { startTestPlatform } from '../support/platform.ts'
import { allSent, firstCode, join1, joinFurther, openGaragePc, platformLog, soundness, until, type Pc } from './pc.ts'

/** Records what only the platform may say: the platform puts it aside. */
function recordOdd(pc: Pc, jobId: JobId): void {
  const garage = pc.service.garageForSync()
  if (garage === null) throw new Error('a garage is open')
  const { db, clock, deviceKey } = garage
  const wallAtUtcMs = clock.wallUtcMs()
  const sign = deviceKey === null ? undefined : (hash: string) => deviceKey.sign(eventMessage(hash))
  const event = { id: newId<EventId>(wallAtUtcMs), stream: jobStream(jobId), type: 'visitRated', v: 1, payload: { stars: 5, text: '' } }
  db.transaction(() => appendEvents(db, { ...garage.identity(), actor: 'system', wallAtUtcMs, sign }, [event])).immediate()
}

it('what the platform puts aside of one PC keeps nothing that follows from the others, by pull, by snapshot or from a neighbour', async () => {
  const platform = await startTestPlatform()
  const first = openGaragePc()
  await join1(first, platform.url, await firstCode(platform))
  const second = await joinFurther(first, platform.url)
  const jobId = first.visit('before')
  await until(() => second.notes().length === 1, 'the first visit')
  recordOdd(first, jobId)
  first.visit('after')
  recordOdd(first, jobId)
  first.visit('later')
  await until(() => second.notes().length === 3, 'what follows the holes')
  expect((await platformLog(platform, first)).quarantined).toBe(2)
  expect(second.sync.status().unread).toEqual({ newer: 0, invalid: 2 })
  await allSent(second)
  const third = await joinFurther(first, platform.url)
  await until(() => third.notes().length === 3, 'the snapshot over the holes')
  expect(third.sync.status().unread).toEqual({ newer: 0, invalid: 2 })

  const hub = second.service.garageForSync()
  if (hub === null) throw new Error('a garage is open')
  const passedOn = pullAnswer.parse(pullFrom(hub, { after: 0, limit: 2_000 }, null).body).events
  expect(passedOn.filter((pulled) => 'hole' in pulled)).toHaveLength(2)
  expect(passedOn.map(({ gseq }) => gseq)).toEqual(passedOn.map(({ gseq }) => gseq).toSorted((a, b) => a - b))
  for (const pc of [first, second, third]) expect(await soundness(pc)).toEqual({ chainFault: null, equal: true })
})
