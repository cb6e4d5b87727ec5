import { expect, it } from 'vitest'
import type { DeviceId, ServiceId } from '../../core/basics/ids.ts'
import { chainStart } from '../../core/wire/envelope.ts'
import { newId } from '../../electron/service/ids.ts'
import { eventsAfterSeq, readJoined } from '../../db/queries/sync.ts'
import { makeCodeFor } from '../../platform/access/codes.ts'
import { startTestPlatform } from '../support/platform.ts'
import { freePort } from './freePort.ts'
import { allSent, expectEqualLogs, firstCode, join1, joinFurther, openGaragePc, platformLog, until, type Pc } from './pc.ts'
import { startProxy } from './proxy.ts'

function garageOf(pc: Pc) {
  const garage = pc.service.garageForSync()
  if (garage === null) throw new Error('a garage is open')
  return garage
}

/** Until it is mended no row of a table can be written. */
function breakTable(pc: Pc, table: 'peer_cursor' | 'joined' | 'event'): { readonly refusals: () => number; readonly mend: () => void } {
  const { db } = garageOf(pc)
  let refusals = 0
  db.function('refuse', () => {
    refusals += 1
    throw new Error('database or disk is full')
  })
  const broken = ['INSERT', 'UPDATE'].map((change) => ({ name: `broken_${table}_${change}`, change }))
  for (const { name, change } of broken) db.exec(`CREATE TEMP TRIGGER ${name} BEFORE ${change} ON main.${table} BEGIN SELECT refuse(); END`)
  return {
    refusals: () => refusals,
    mend: () => {
      for (const { name } of broken) db.exec(`DROP TRIGGER ${name}`)
    },
  }
}

it('a database error while two PCs meet ends that meeting, and the next one goes on', async () => {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const first = openGaragePc()
  await join1(first, proxy.url, await firstCode(platform))
  await allSent(first)
  const second = await joinFurther(first, proxy.url)
  await allSent(second)
  const port = await freePort()
  await first.sync.saveNetwork({ listen: true, port, peers: [] })
  await second.sync.saveNetwork({ listen: false, port: 7443, peers: [`127.0.0.1:${port}`] })
  await until(() => second.sync.status().network.peers[0]?.state === 'connected', 'the other PC')
  proxy.down = true
  proxy.dropAll()
  const { refusals, mend } = breakTable(second, 'peer_cursor')
  first.visits(2, 'meanwhile ')
  await until(() => refusals() >= 3, 'the meeting is tried again')
  expect(second.notes()).toEqual([])
  mend()
  await until(() => second.notes().length === 2, 'the visits')
})

it('a database error while a new token is written down ends no lane', async () => {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const pc = openGaragePc()
  await join1(pc, proxy.url, await firstCode(platform))
  await allSent(pc)
  await until(() => pc.sync.status().live, 'live')
  const { refusals, mend } = breakTable(pc, 'joined')
  await platform.database.query("UPDATE token SET expires_at_utc_ms = 0 WHERE kind = 'access'")
  proxy.dropAll()
  await until(() => refusals() >= 4, 'the token is asked for again')
  await until(() => pc.sync.status().trouble !== null, 'it is told')
  mend()
  pc.visit('afterwards')
  pc.sync.now()
  await allSent(pc)
  await until(() => pc.sync.status().live, 'live again')
  expect(pc.sync.status()).toMatchObject({ trouble: null, waiting: 0 })
})

it('an event whose text has no canonical bytes is damaged, and is told so', () => {
  const pc = openGaragePc()
  pc.visit('honest')
  const garage = garageOf(pc)
  const [pulled] = eventsAfterSeq(garage.db, 0, 1, null)
  if (pulled === undefined) throw new Error('there is an event')
  const device = newId<DeviceId>(pc.clock.wallUtcMs())
  const before = pc.eventIds()
  const absorbed = garage.absorb([{ ...pulled.event, device, dseq: 1, prevHash: chainStart, type: 'lone \ud800' }], null)
  expect(absorbed).toMatchObject({ ok: true, value: { stored: 0, damaged: [pulled.event.id] } })
  expect(pc.eventIds()).toEqual(before)
})

it('a joining that the program did not survive is none: the settings of an older program reach the platform with the next one', async () => {
  const platform = await startTestPlatform()
  const pc = openGaragePc()
  const { db, identity } = garageOf(pc)
  // As a program wrote it that did not record its settings yet.
  const older = newId<ServiceId>(pc.clock.wallUtcMs())
  const sql = `
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by)
SELECT kind, @older, 1000, json_set(value, '$.serviceId', @older, '$.title', 'older'), hlc, changed_at_utc_ms, changed_by
FROM setting WHERE kind = 'service' LIMIT 1`
  db.prepare<[object]>(sql).run({ older })
  const { refusals, mend } = breakTable(pc, 'event')
  await expect(join1(pc, platform.url, await firstCode(platform))).rejects.toThrow('database or disk is full')
  expect(refusals()).toBe(1)
  expect(readJoined(db)).toBeNull()
  mend()
  await join1(pc, platform.url, (await makeCodeFor(platform.database, identity().garage, 'میز', Date.now())).code)
  await allSent(pc)
  await expectEqualLogs(platform, pc)
  const { rows } = await platform.database.query('SELECT 1 FROM event WHERE stream = $1', [`setting:service:${older}`])
  expect(rows).toHaveLength(1)
  expect((await platformLog(platform, pc)).quarantined).toBe(0)
})
