import { expect, test } from 'vitest'
import { z } from 'zod'
import { addMinutes, utcMs } from '../../core/basics/instant.ts'
import type { JobId, RequestId } from '../../core/basics/ids.ts'
import { jobId as jobIdField, requestId as requestIdField, utcMs as utcMsField } from '../../core/wire/fields.ts'
import { readRequest } from '../../platform/customer/data/folded.ts'
import { askByLink, carInWork, customerPlatform, jobOf, offers, shopSays, vehicle, type TestGarage } from './garage.ts'
import { oil } from '../support/garage.ts'
import { newId } from '../../platform/access/newId.ts'
import { pullAll } from '../support/platformPc.ts'

type Reply = { readonly status: number; readonly body: unknown }
type Customer = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Reply>

async function customer({ platform }: TestGarage, mobile = '09120000001'): Promise<Customer> {
  const signedIn = await fetch(`${platform.url}/customer/api/session`, {
    method: 'POST',
    body: JSON.stringify({ name: 'مریم احمدی', mobile }),
  })
  expect(signedIn.status).toBe(200)
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return async (method, path, body) => {
    const response = await fetch(`${platform.url}/customer/api${path}`, {
      method,
      headers: { cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
}

const slotsOf = z.object({ slots: z.array(utcMsField).min(2) })
const requestOf = z.object({ requestId: requestIdField })
const jobOfBody = z.object({ jobId: jobIdField })

async function firstSlots(me: Customer, garage: string) {
  const { slots } = slotsOf.parse((await me('GET', `/garages/${garage}?service=${oil.serviceId}`)).body)
  const [first, second] = slots
  if (first === undefined || second === undefined) throw new Error('no slots')
  return { first, second }
}

async function asked(garage: TestGarage, me: Customer): Promise<RequestId> {
  const wanted = {
    vehicle,
    services: [
      { serviceId: oil.serviceId, title: '?' },
      { serviceId: null, title: 'صدای چرخ' },
    ],
    materials: [],
    note: '',
  }
  const { status, body } = await me('POST', `/garages/${garage.pc.garage}/requests`, wanted)
  expect(status).toBe(200)
  return requestOf.parse(body).requestId
}

test('asks for a price, sees the offer, accepts it: one acceptance, one booking, both signed by the platform for the garage to pull', async () => {
  const garage = await customerPlatform()
  const { pc, platform } = garage
  const me = await customer(garage)
  const requestId = await asked(garage, me)
  const offer = await offers(garage, requestId)
  const { first } = await firstSlots(me, pc.garage)
  const path = `/requests/${pc.garage}/${requestId}/accept`
  const yes = { revision: 1, amountHash: offer.amountHash, slotStartUtcMs: first }
  const { status, body } = await me('POST', path, yes)
  expect(status).toBe(200)
  const { jobId } = jobOfBody.parse(body)
  // The same yes, sent again after a cut line, finds the booking that it made.
  expect(await me('POST', path, yes)).toEqual({ status: 200, body: { jobId } })

  const job = await jobOf(garage, jobId)
  expect(job).toMatchObject({
    slotStartUtcMs: first,
    acceptedRial: 21_800_000,
    offer: { offerId: requestId, revision: 1, amountRial: 21_800_000 },
    origin: { kind: 'platform', requestId },
    customer: { mobile: '09120000001' },
  })
  expect(job.jobNo % 10).toBe(0)
  expect((await readRequest(platform.database, pc.garage, requestId))?.acceptance).toMatchObject({ jobId, revision: 1 })
  const types = (await pullAll(platform, pc)).map(({ event }) => event.type)
  expect(types.filter((type) => type === 'offerAccepted' || type === 'bookingMade')).toEqual(['offerAccepted', 'bookingMade'])
})

test('accepts only what is offered now: not another amount, an older revision, or after its time', async () => {
  const garage = await customerPlatform()
  const { pc, clock } = garage
  const me = await customer(garage)
  const requestId = await asked(garage, me)
  const first = await offers(garage, requestId)
  const second = await offers(garage, requestId, { revision: 2, note: 'تازه' })
  const slot = (await firstSlots(me, pc.garage)).first
  const accept = (revision: number, amountHash: string) =>
    me('POST', `/requests/${pc.garage}/${requestId}/accept`, { revision, amountHash, slotStartUtcMs: slot })
  expect(await accept(2, first.amountHash)).toEqual({ status: 422, body: { code: 'offerUnknown' } })
  expect(await accept(1, first.amountHash)).toEqual({ status: 409, body: { code: 'offerRevised', newest: 2 } })
  clock.nowUtcMs = addMinutes(second.validUntilUtcMs, 1)
  expect(await accept(2, second.amountHash)).toMatchObject({ status: 409, body: { code: 'offerExpired' } })
})

test('books by the list, moves, cancels; a taken time is refused, and nothing moves once the car is there', async () => {
  const garage = await customerPlatform()
  const { pc } = garage
  const me = await customer(garage)
  const { first, second } = await firstSlots(me, pc.garage)
  const bookAt = (slotStartUtcMs: number) =>
    me('POST', `/garages/${pc.garage}/bookings`, { vehicle, serviceIds: [oil.serviceId], slotStartUtcMs, note: '' })
  const { jobId } = jobOfBody.parse((await bookAt(first)).body)
  // Two bays: the third car at once has none.
  expect((await bookAt(first)).status).toBe(200)
  expect(await bookAt(first)).toEqual({ status: 409, body: { code: 'slotTaken' } })
  expect(await bookAt(utcMs(Date.now() - 3_600_000))).toMatchObject({ status: 422, body: { code: 'slotUnfit', problem: 'past' } })

  const visit = `/visits/${pc.garage}/${jobId}`
  expect((await me('POST', `${visit}/move`, { toUtcMs: second, reason: '' })).status).toBe(200)
  expect((await jobOf(garage, jobId)).slotStartUtcMs).toBe(second)
  expect((await bookAt(first)).status).toBe(200)
  const evidence = { slotStartUtcMs: second, graceMin: 15, clock: 'ok', countsFrom: null } as const
  await shopSays(garage, jobId, [{ type: 'customerArrived', arrivalClass: 'onTime', evidence }])
  expect(await me('POST', `${visit}/cancel`, { reason: '' })).toEqual({ status: 409, body: { code: 'visitBegun' } })

  const other = jobOfBody.parse((await bookAt(addMinutes(second, 240))).body).jobId
  expect((await me('POST', `/visits/${pc.garage}/${other}/cancel`, { reason: 'سفر' })).status).toBe(200)
  expect((await jobOf(garage, other)).phase).toMatchObject({ kind: 'cancelled', by: 'customer', reason: 'سفر' })
})

test('two customers who take the last bay at the same instant: one has it', async () => {
  const garage = await customerPlatform()
  const { pc } = garage
  const [a, b, c] = [await customer(garage, '09120000001'), await customer(garage, '09120000002'), await customer(garage, '09120000003')]
  const slot = (await firstSlots(a, pc.garage)).first
  const bookAt = (me: Customer) =>
    me('POST', `/garages/${pc.garage}/bookings`, { vehicle, serviceIds: [oil.serviceId], slotStartUtcMs: slot, note: '' })
  const statuses = (await Promise.all([a, b, c].map(bookAt))).map(({ status }) => status)
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 200, 409])
})

test("answers in the app with grade A's receipt, once, and rates after the hand-over", async () => {
  const garage = await customerPlatform()
  const { pc } = garage
  const me = await customer(garage)
  const { first } = await firstSlots(me, pc.garage)
  const { jobId } = jobOfBody.parse(
    (await me('POST', `/garages/${pc.garage}/bookings`, { vehicle, serviceIds: [oil.serviceId], slotStartUtcMs: first, note: '' })).body,
  )
  const visit = `/visits/${pc.garage}/${jobId}`
  const evidence = { slotStartUtcMs: first, graceMin: 15, clock: 'ok', countsFrom: null } as const
  await shopSays(garage, jobId, [{ type: 'customerArrived', arrivalClass: 'onTime', evidence }])
  const { consentId } = await askByLink(garage, jobId)
  const consent = (await jobOf(garage, jobId)).consents[0]
  const yes = {
    consentId,
    snapshotHash: consent?.snapshotHash,
    textHash: consent?.shown[0]?.textHash,
    answers: [1, 2].map((itemNo) => ({ itemNo, decision: 'accepted', condition: '' })),
    decidedBy: { name: 'مریم احمدی', relation: 'owner', delegateBasis: null },
  }
  expect(await me('POST', `${visit}/answer`, { ...yes, answers: yes.answers.slice(1) })).toEqual({
    status: 422,
    body: { code: 'answersIncomplete', missing: [1] },
  })
  expect((await me('POST', `${visit}/answer`, yes)).status).toBe(200)
  expect((await me('POST', `${visit}/answer`, yes)).status).toBe(409)
  const { answer } = (await jobOf(garage, jobId)).consents[0] ?? {}
  expect(answer).toMatchObject({ evidence: { channel: 'app' }, capAfterRial: 52_800_000 })

  expect(await me('POST', `${visit}/rate`, { stars: 5, text: '' })).toEqual({ status: 422, body: { code: 'notHandedOver' } })
  const work = { bayId: newId<never>(1), mechanicId: newId<never>(2) }
  await shopSays(garage, jobId, [{ type: 'workStarted', ...work }, { type: 'workFinished' }, { type: 'carHandedOver' }])
  expect((await me('POST', `${visit}/rate`, { stars: 5, text: 'سپاس' })).status).toBe(200)
  expect(await me('POST', `${visit}/rate`, { stars: 1, text: '' })).toEqual({ status: 409, body: { code: 'alreadyRated' } })
  expect((await jobOf(garage, jobId)).rating).toMatchObject({ stars: 5, text: 'سپاس' })
})

test('nobody sees or changes what is not his, and what is malformed is turned away', async () => {
  const garage = await customerPlatform()
  const { pc, platform } = garage
  const me = await customer(garage)
  const other = await customer(garage, '09120000009')
  const requestId = await asked(garage, me)
  expect((await other('GET', `/requests/${pc.garage}/${requestId}`)).status).toBe(404)
  expect((await other('POST', `/requests/${pc.garage}/${requestId}/take-back`, { reason: '' })).status).toBe(404)
  expect((await me('POST', `/garages/${pc.garage}/requests`, { vehicle })).status).toBe(400)
  expect((await me('POST', `/garages/${pc.garage}/requests`, 'x')).status).toBe(400)
  expect((await me('GET', `/garages/${newId(Date.now())}`)).status).toBe(404)
  const forged = await fetch(`${platform.url}/customer/api/mine`, { headers: { cookie: 'customer=%7B%22name%22%3A%22a%22%7D.AAAA' } })
  expect(forged.status).toBe(401)
  expect((await me('POST', `/requests/${pc.garage}/${requestId}/take-back`, { reason: 'پشیمان' })).status).toBe(200)
  expect((await readRequest(platform.database, pc.garage, requestId))?.takenBack?.reason).toBe('پشیمان')
})

test('the same signed answer sent again is the same receipt; another one is refused', async () => {
  const garage = await customerPlatform()
  const { platform, pc } = garage
  const jobId: JobId = await carInWork(garage)
  const link = await askByLink(garage, jobId)
  const consent = (await jobOf(garage, jobId)).consents[0]
  const signature = { width: 340, height: 180, strokes: [Array.from({ length: 24 }, (_, n) => [40 + n * 10, 90 + (n % 5) * 8, n * 16])] }
  const given = {
    snapshotHash: consent?.snapshotHash,
    textHash: consent?.shown[0]?.textHash,
    answers: [
      { itemNo: 1, decision: 'accepted', condition: '' },
      { itemNo: 2, decision: 'later', condition: '' },
    ],
    decidedBy: { name: 'مریم احمدی', relation: 'owner', delegateBasis: null },
    signature,
  }
  const send = async (body: unknown) => {
    const response = await fetch(`${link.url}/answer`, { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, body: await response.text() }
  }
  expect((await send({ ...given, signature: { ...signature, strokes: [[[1, 1, 0]]] } })).status).toBe(422)
  expect((await send({ ...given, signature: null })).status).toBe(400)
  expect((await send({ ...given, snapshotHash: 'a'.repeat(64) })).status).toBe(409)
  const both = await Promise.all([send(given), send(given)])
  expect(both[0].status).toBe(200)
  expect(both[1]).toEqual(both[0])
  expect(await send({ ...given, answers: given.answers.map((each) => ({ ...each, decision: 'accepted' })) })).toMatchObject({ status: 409 })
  const types = (await pullAll(platform, pc)).map(({ event }) => event.type)
  expect(types.filter((type) => type === 'answerReceived' || type === 'linkOpened')).toEqual(['linkOpened', 'answerReceived'])
})
