import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { haveAnswer } from '../../core/wire/protocol.ts'
import { newId } from '../../electron/service/ids.ts'
import { call } from '../../electron/sync/transport/call.ts'
import { networkDoor } from '../../electron/sync/transport/door.ts'
import { utcMs } from '../../core/basics/instant.ts'
import type { GarageId } from '../../core/basics/ids.ts'
import { readJoined } from '../../db/queries/sync.ts'
import { startTestPlatform } from '../support/platform.ts'
import { allSent, bookOnPlatform, expectEqualLogs, firstCode, join1, joinFurther, openGaragePc, soundness, until, type Pc } from './pc.ts'
import { startProxy } from './proxy.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = addressOf(server.address())
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address
}

async function neighbours() {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const first = openGaragePc()
  await join1(first, proxy.url, await firstCode(platform))
  await allSent(first)
  const second = await joinFurther(first, proxy.url)
  await allSent(second)
  const port = await freePort()
  expect(await first.sync.saveNetwork({ listen: true, port, peers: [] })).toEqual({ ok: true, value: null })
  expect(await second.sync.saveNetwork({ listen: false, port: 7443, peers: [`127.0.0.1:${port}`] })).toEqual({ ok: true, value: null })
  await until(() => second.sync.status().network.peers[0]?.state === 'connected', 'the other PC')
  return { platform, proxy, first, second, port }
}

function keyOf(pc: Pc) {
  const garage = pc.service.garageForSync()
  const joined = garage === null ? null : readJoined(garage.db)
  if (garage === null || joined === null) throw new Error('joined')
  return { garage: garage.identity().garage, keyHex: joined.networkKeyHex }
}

it('two PCs keep each other up to date while the platform is away, and meet it again without a loss or a double', async () => {
  const { platform, proxy, first, second } = await neighbours()
  proxy.down = true
  proxy.dropAll()
  first.visits(20, 'first ')
  second.visits(20, 'second ')
  await until(() => first.notes().length === 40 && second.notes().length === 40, 'both have both')
  expect(first.eventIds()).toEqual(second.eventIds())
  await until(() => first.sync.status().state === 'offline', 'offline')
  const booked = await bookOnPlatform(platform, first, 'booked')
  proxy.down = false
  first.sync.now()
  second.sync.now()
  await until(() => first.service.job(booked) !== null && second.service.job(booked) !== null, 'the booking')
  await allSent(first)
  await allSent(second)
  await expectEqualLogs(platform, first, second)
  expect(await soundness(first)).toEqual({ chainFault: null, equal: true })
  expect(await soundness(second)).toEqual({ chainFault: null, equal: true })
})

it('what two PCs did apart to one job stands in one order on both, whichever came first', async () => {
  const { proxy, first, second } = await neighbours()
  const jobId = first.visit('one job')
  await until(() => second.service.job(jobId) !== null, 'the job on both')
  await second.sync.saveNetwork({ listen: false, port: 7443, peers: [] })
  proxy.down = true
  proxy.dropAll()
  for (const odometerKm of [10, 20, 30]) {
    first.act({ type: 'noteVehicle', jobId, vin: null, odometerKm })
    second.act({ type: 'noteVehicle', jobId, vin: null, odometerKm: odometerKm + 1 })
  }
  proxy.down = false
  first.sync.now()
  second.sync.now()
  await until(() => JSON.stringify(first.eventIds()) === JSON.stringify(second.eventIds()), 'both have both')
  const seen = (pc: Pc) => pc.service.job(jobId)?.timeline.map(({ eventId }) => eventId)
  expect(seen(first)?.length).toBeGreaterThanOrEqual(7)
  expect(seen(first)).toEqual(seen(second))
  expect(first.service.job(jobId)).toEqual(second.service.job(jobId))
})

it('a PC brings the platform what another one could not send', async () => {
  const { platform, proxy, first, second } = await neighbours()
  proxy.down = true
  proxy.dropAll()
  first.visits(5, 'first ')
  await until(() => second.notes().length === 5, 'the second has them')
  await first.stop()
  proxy.down = false
  second.sync.now()
  await allSent(second)
  await expectEqualLogs(platform, second)
})

it('a foreign garage and a wrong key get nothing, and nothing stops for them', async () => {
  const { first, port } = await neighbours()
  const key = keyOf(first)
  const url = new URL(`https://127.0.0.1:${port}`)
  const signal = AbortSignal.timeout(10_000)
  const ask = async (garage: GarageId, keyHex: string) => {
    const door = networkDoor(url, { garage, keyHex })
    const answered = await call(door, haveAnswer, { method: 'GET', path: 'have', signal })
    door.close()
    return answered.ok
  }
  expect(await ask(newId<GarageId>(utcMs(Date.now())), key.keyHex)).toBe(false)
  expect(await ask(key.garage, '0'.repeat(64))).toBe(false)
  expect(await ask(key.garage, key.keyHex)).toBe(true)
})

it('another PC that says nonsense is told no, and goes on unharmed', async () => {
  const { first, port } = await neighbours()
  const before = first.eventIds()
  const door = networkDoor(new URL(`https://127.0.0.1:${port}`), keyOf(first))
  const signal = AbortSignal.timeout(10_000)
  const post = async (json: unknown) => {
    const answered = await call(door, haveAnswer, { method: 'POST', path: 'push', json, signal })
    return answered.ok ? 'taken' : answered.error
  }
  expect(await post({ nonsense: true })).toMatchObject({ code: 'refused', problem: 'badRequest' })
  expect(await post({ text: 'x'.repeat(9_000_000) })).toMatchObject({ code: 'tooLarge' })
  door.close()
  expect(first.eventIds()).toEqual(before)
})

it('a network that cannot be as it was typed is refused', async () => {
  const { first } = await neighbours()
  expect(await first.sync.saveNetwork({ listen: false, port: 7443, peers: ['not an address'] })).toEqual({
    ok: false,
    error: { code: 'addressWrong' },
  })
  expect(await first.sync.saveNetwork({ listen: true, port: 80, peers: [] })).toEqual({ ok: false, error: { code: 'portWrong' } })
})

it('a PC that was revoked is out on the network too: the others get another key and go on meeting', async () => {
  const { platform, proxy, first, second, port } = await neighbours()
  const third = await joinFurther(first, proxy.url)
  const before = keyOf(first)
  const device = third.service.garageForSync()?.identity().device
  if (device === undefined) throw new Error('a third PC')
  expect(await first.sync.revokeDevice(device)).toEqual({ ok: true, value: null })
  // The next refresh brings the key: each PC's token has run out.
  await third.stop()
  await platform.database.query("UPDATE token SET expires_at_utc_ms = 0 WHERE kind = 'access'")
  for (const pc of [first, second]) pc.sync.now()
  await until(() => keyOf(first).keyHex !== before.keyHex && keyOf(first).keyHex === keyOf(second).keyHex, 'the new key at both')
  const ask = async (keyHex: string): Promise<boolean> => {
    const door = networkDoor(new URL(`https://127.0.0.1:${port}`), { garage: before.garage, keyHex })
    const answered = await call(door, haveAnswer, { method: 'GET', path: 'have', signal: AbortSignal.timeout(10_000) })
    door.close()
    return answered.ok
  }
  await until(() => ask(keyOf(first).keyHex), 'the hub stands under the new key')
  expect(await ask(before.keyHex)).toBe(false)
  proxy.down = true
  proxy.dropAll()
  first.visit('under the new key')
  await until(() => second.notes().includes('under the new key'), 'the two meet by the new key')
})

it('a neighbour that calls without end is told to wait', async () => {
  const { first, port } = await neighbours()
  const door = networkDoor(new URL(`https://127.0.0.1:${port}`), keyOf(first))
  const ask = async () => await call(door, haveAnswer, { method: 'GET', path: 'have', signal: AbortSignal.timeout(20_000) })
  let calls = 0
  let refused: Awaited<ReturnType<typeof ask>> | null = null
  while (refused === null && calls < 1_000) {
    const answered = await Promise.all([ask(), ask(), ask(), ask(), ask()])
    calls += answered.length
    refused = answered.find(({ ok }) => !ok) ?? null
  }
  door.close()
  expect(calls).toBeLessThanOrEqual(700)
  expect(refused).toMatchObject({ ok: false, error: { code: 'busy', retryAfterMs: 10_000 } })
})
