import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { DeviceId, PersonId } from '../../core/basics/ids.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { eventsAfterSeq, writeSyncNote } from '../../db/queries/sync.ts'
import { serviceRouter } from '../../electron/gateway/router.ts'
import { newId } from '../../electron/service/ids.ts'
import { carInWork } from '../support/consentDay.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { openTestGarage, openTestService } from '../support/service.ts'

it('only the owner says how the garage is connected', async () => {
  const open = openTestGarage()
  const client = createRouterClient(serviceRouter(open.service))
  const [desk, owner] = [open.named('لیلا مرادی'), open.named('مینا کاظمی')]
  const network = { listen: true, port: 7443, peers: [] }
  const platform = { url: 'https://karmax.example', code: 'ABCD-EFGH-1234', deviceName: 'میز' }
  for (const actorId of [desk, newId<PersonId>(at('09:00'))]) {
    const code = actorId === desk ? 'notAllowed' : 'unknownActor'
    expect(await client.signOut({ actorId })).toMatchObject({ ok: false, error: { code } })
    expect(await client.join({ actorId, ...platform })).toMatchObject({ ok: false, error: { code } })
    expect(await client.newCode({ actorId })).toMatchObject({ ok: false, error: { code } })
    expect(await client.revokeDevice({ actorId, device: testId<DeviceId>(60) })).toMatchObject({ ok: false, error: { code } })
    expect(await client.saveNetwork({ actorId, network })).toMatchObject({ ok: false, error: { code } })
  }
  expect(await client.join({ actorId: null, ...platform })).toMatchObject({ ok: false, error: { code: 'unknownActor' } })
  // The owner's word goes on to sync itself, which this door is without.
  expect(await client.join({ actorId: owner, ...platform })).toMatchObject({ ok: false, error: { code: 'notJoined' } })
  expect(await client.signOut({ actorId: owner })).toMatchObject({ ok: false, error: { code: 'notJoined' } })
  expect(await client.sync()).toMatchObject({ state: 'notJoined', openTasks: 0 })
})

it('a PC without a garage is joined by whoever sets it up', async () => {
  const open = openTestService()
  const client = createRouterClient(serviceRouter(open.service))
  const joined = await client.join({ actorId: null, url: 'https://karmax.example', code: 'ABCD-EFGH-1234', deviceName: 'میز' })
  expect(joined).toMatchObject({ ok: false, error: { code: 'notJoined' } })
})

it("the platform's catalogue is found by words and barcode, without a price", () => {
  const open = openTestGarage()
  const line = { code: 'K-1', kind: 'فیلتر روغن', brand: 'سرکان', grade: null, partNo: '206', barcode: '6260001', unit: 'piece' } as const
  open.service.garageForSync()?.keepCatalogue({ version: 3, materials: [line, { ...line, code: 'K-2', barcode: null, brand: 'بهران' }] })
  expect(open.service.platformMaterials('فيلتر', 10)).toHaveLength(2)
  expect(open.service.platformMaterials('سرکان ۲۰۶', 10)).toEqual([line])
  expect(open.service.platformMaterials('6260001', 10)).toEqual([line])
})

it("the platform's clock is noted in every fact from the last contact on", () => {
  const open = openTestGarage()
  const sync = open.service.garageForSync()
  if (sync === null) throw new Error('a garage')
  writeSyncNote(sync.db, { serverOffsetMs: -4_200 })
  carInWork(open)
  expect(eventsAfterSeq(sync.db, 0, 1_000, null).at(-1)?.event.serverOffsetMs).toBe(-4_200)
})

it('a new device id for a copied folder leaves the old facts as they are', () => {
  const open = openTestGarage()
  const sync = open.service.garageForSync()
  if (sync === null) throw new Error('a garage')
  const all = () => eventsAfterSeq(sync.db, 0, 1_000, null).map(({ event }) => event)
  const before = all()
  sync.replaceDevice(null)
  carInWork(open)
  expect(all().slice(0, before.length)).toEqual(before)
  expect(new Set(all().map(({ device }) => device)).size).toBe(2)
  expect(firstChainFault(sync.db)).toBeNull()
})
