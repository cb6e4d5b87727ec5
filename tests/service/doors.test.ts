import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { createRouterClient } from '@orpc/server'
import { WebSocket } from 'ws'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PersonId, ServiceId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import { photoMostBase64 } from '../../core/wire/bounds.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { messagePortDoor } from '../../electron/gateway/messagePortDoor.ts'
import { serviceRouter } from '../../electron/gateway/router.ts'
import { doorTokens, keyHeader, newSecret, secretCookie, socketProtocol } from '../../electron/gateway/secret.ts'
import type { Service } from '../../electron/service/service.ts'
import type { Client } from '../../renderer/client/client.ts'
import { askAtCounter, carInWork, draft } from '../support/consentDay.ts'
import { customer, item } from '../support/consents.ts'
import { car } from '../support/garage.ts'
import { jpeg } from '../support/jpeg.ts'
import { actIn, openTestService } from '../support/service.ts'
import { setupInput } from '../support/setupInput.ts'
import { testId } from '../support/ids.ts'
import { temporaryFolder } from '../support/temporary.ts'

async function httpDoor(service: Service) {
  const secret = newSecret()
  const door = await openHttpDoor({ service, secret, port: 0, pageFolder: temporaryFolder() })
  onTestFinished(door.close)
  const origin = `http://127.0.0.1:${door.port}`
  const { cookie, key } = doorTokens(secret)
  return { secret, key, origin, headers: { origin, cookie: `${secretCookie}=${cookie}` }, port: door.port }
}

/** Every way in to the service. One suite runs over all of them: what holds behind one door holds behind each. */
const doors: Readonly<Record<string, (service: Service) => Promise<Client> | Client>> = {
  direct: (service) => createRouterClient(serviceRouter(service)),
  messagePort: (service) => {
    const { port1, port2 } = new MessageChannel()
    messagePortDoor(service)(port1)
    port1.start()
    port2.start()
    onTestFinished(() => port1.close())
    return createORPCClient(new PortLink({ port: port2 }))
  },
  http: async (service) => {
    const { origin, headers, key } = await httpDoor(service)
    return createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers: { ...headers, [keyHeader]: key } }))
  },
  socket: async (service) => {
    const { headers, key, port } = await httpDoor(service)
    // Node's own WebSocket takes headers, which the type of the browser's does not know.
    const options = { headers, protocols: [socketProtocol, key] }
    const socket: globalThis.WebSocket = Reflect.construct(globalThis.WebSocket, [`ws://127.0.0.1:${port}/ws`, options])
    onTestFinished(() => socket.close())
    return createORPCClient(new SocketLink({ websocket: socket }))
  },
}

describe.each(Object.keys(doors))('through the door %s', (name) => {
  const enter = async () => {
    const opened = openTestService()
    const door = doors[name]
    if (door === undefined) throw new Error(name)
    return { ...opened, client: await door(opened.service) }
  }

  it('a garage is set up and a car is registered, with its answer and its board', async () => {
    const { client, service, clock } = await enter()
    expect(await client.hello()).toMatchObject({ garage: null, problem: null })
    expect(await client.today()).toBeNull()
    expect(await client.setUp(setupInput)).toMatchObject({ ok: true })
    expect(await client.setUp(setupInput)).toEqual({ ok: false, error: { code: 'garageExists' } })
    const garage = await client.garage()
    const outcome = await client.command(actIn(service, clock).input(visitOf(garage?.services[0]?.serviceId ?? testId(0))))
    if (!outcome.ok || outcome.value.jobId === null) throw new Error(JSON.stringify(outcome))
    const { jobId } = outcome.value
    expect((await client.today())?.waiting.map((card) => card.jobId)).toEqual([jobId])
    expect((await client.job({ jobId }))?.phase).toBe('waiting')
    expect((await client.search({ text: '5268' })).map((hit) => hit.job.jobId)).toEqual([jobId])
    expect((await client.parties({ text: '', limit: 10, offset: 0 })).total).toBe(1)
    expect((await client.party({ partyId: '47د526-88~' }))?.visits).toHaveLength(1)
    expect(await client.freeSlot({ jobId })).toEqual(expect.any(Number))
  })

  it('a customer is asked: catalogue, photo, draft, the mechanic’s own screen, and the proof of it all', async () => {
    const { client, service, clock } = await enter()
    await client.setUp(setupInput)
    const acting = { service, clock, ...actIn(service, clock) }
    expect((await client.command(acting.input(material, 'مینا کاظمی'))).ok).toBe(true)
    expect(await client.materials({ text: 'دیسک', limit: 5, alsoInactive: false })).toMatchObject([{ kind: 'دیسک چرخ جلو' }])
    const base64 = jpeg(800, 600).toString('base64')
    const stored = await client.addPhoto({ base64 })
    if (!stored.ok) throw new Error(stored.error.code)
    expect(await client.photo({ hash: stored.value.hash })).toEqual({ base64 })

    const jobId = carInWork(acting)
    askAtCounter(acting, jobId, [item({ photos: [stored.value.hash] })])
    const kept = draft(acting, jobId)
    expect(await client.saveConsentDraft(kept)).toBeNull()
    expect((await client.job({ jobId }))?.account.consents).toMatchObject([{ state: 'open', drafts: [{ signature: kept.signature }] }])
    const mechanicId = (await client.job({ jobId }))?.mechanicId ?? testId<PersonId>(1)
    expect(await client.mechanic({ personId: mechanicId })).toMatchObject({ running: [{ jobId }], next: null })
    expect(await client.mechanic({ personId: acting.named('لیلا مرادی') })).toBeNull()
    expect((await client.proof({ jobId }))?.html).toContain(stored.value.hash)
  })

  it('a refusal is an answer with a code', async () => {
    const { client, service, clock } = await enter()
    await client.setUp(setupInput)
    const outcome = await client.command(actIn(service, clock).input({ type: 'checkIn', jobId: testId(1) }))
    expect(outcome).toEqual({ ok: false, error: { code: 'unknownJob' } })
  })

  it('input that fits no schema goes no further', async () => {
    const { client, service, clock } = await enter()
    await client.setUp(setupInput)
    const good = actIn(service, clock).input({ type: 'checkIn', jobId: testId(1) })
    const bad: readonly unknown[] = [
      { ...good, command: { type: 'checkIn', jobId: "' OR 1=1" } },
      { ...good, command: { type: 'dropEverything' } },
      { ...good, extra: 1 },
      { ...good, commandId: 'x' },
      null,
    ]
    const draftOf = { ...badDraft, snapshotHash: 'not a hash' }
    await expect(Reflect.apply(client.saveConsentDraft, client, [draftOf])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.addPhoto({ base64: 'A'.repeat(photoMostBase64 + 1) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(Reflect.apply(client.photo, client, [{ hash: '../../etc/passwd' }])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    for (const input of bad) await expect(Reflect.apply(client.command, client, [input])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('changes are told as they happen, beginning with one that asks for everything', async () => {
    const { client, service, clock } = await enter()
    const changes = await client.changes()
    expect(await changes.next()).toMatchObject({ value: { topics: ['everything'] } })
    await client.setUp(setupInput)
    expect(await changes.next()).toMatchObject({ value: { topics: ['everything'] } })
    const garage = await client.garage()
    const told = changes.next()
    await client.command(actIn(service, clock).input(visitOf(garage?.services[0]?.serviceId ?? testId(0))))
    expect(await told).toMatchObject({ value: { topics: ['today', 'jobs'] } })
    await changes.return?.()
  })
})

describe('the browser door', () => {
  it('lets in only who carries cookie and key of this start, under this host, from our own page', async () => {
    const { origin, secret, key, headers, port } = await httpDoor(openTestService().service)
    const status = async (path: string, init: RequestInit = {}) => (await fetch(`${origin}${path}`, { redirect: 'manual', ...init })).status
    expect(await status('/')).toBe(403)
    expect(await status('/enter/wrong')).toBe(403)
    expect(await status(`/enter/${secret}`)).toBe(302)
    const call = { method: 'POST', body: '{}', headers: { ...headers, [keyHeader]: key } }
    expect(await status('/rpc/hello', call)).toBe(200)
    const without: readonly Record<string, string>[] = [
      { origin, [keyHeader]: key },
      { ...call.headers, origin: 'http://evil.example' },
      { cookie: headers.cookie, [keyHeader]: key },
      { ...call.headers, cookie: `${secretCookie}=${newSecret()}` },
      { ...call.headers, cookie: `${secretCookie}=${secret}` },
      headers,
      { ...call.headers, [keyHeader]: newSecret() },
    ]
    for (const wrong of without) expect(await status('/rpc/hello', { ...call, headers: wrong })).toBe(403)
    expect(await hostStatus(port, 'evil.example')).toBe(421)
  })

  it('sets a cookie that no script reads and no other site sends, and hands the key to the page alone', async () => {
    const { origin, secret, key } = await httpDoor(openTestService().service)
    const answer = await fetch(`${origin}/enter/${secret}`, { redirect: 'manual' })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    // In the fragment, which a browser sends to no server.
    expect(answer.headers.get('location')).toBe(`/#key=${key}`)
  })

  it('a server on another port that was sent the cookie cannot enter, call or open a socket with it', async () => {
    const { origin, headers, port } = await httpDoor(openTestService().service)
    const [, stolen = ''] = headers.cookie.split('=')
    const status = async (path: string, init: RequestInit = {}) => (await fetch(`${origin}${path}`, { redirect: 'manual', ...init })).status
    expect(await status(`/enter/${stolen}`)).toBe(403)
    expect(await status('/rpc/today', { method: 'POST', body: '{}', headers: { ...headers, [keyHeader]: stolen } })).toBe(403)
    expect(await isRefused(port, { headers, protocols: [socketProtocol, stolen] })).toBe(true)
  })

  it('opens no socket for another origin, another host or without cookie and key', async () => {
    const { headers, key, port } = await httpDoor(openTestService().service)
    const protocols = [socketProtocol, key]
    const refused = (with_: Record<string, string>, path = '/ws') => isRefused(port, { headers: with_, protocols, path })
    expect(await refused({ ...headers })).toBe(false)
    expect(await refused({ cookie: headers.cookie })).toBe(true)
    expect(await refused({ ...headers, origin: 'http://evil.example' })).toBe(true)
    expect(await refused({ origin: headers.origin })).toBe(true)
    expect(await refused({ ...headers, host: 'evil.example' })).toBe(true)
    expect(await refused({ ...headers }, '/other')).toBe(true)
    expect(await isRefused(port, { headers, protocols: [socketProtocol, newSecret()] })).toBe(true)
    expect(await isRefused(port, { headers, protocols: [socketProtocol] })).toBe(true)
    expect(await isRefused(port, { headers, protocols: [] })).toBe(true)
  })

  it('sends the content security policy with every answer and takes no body beyond its limit', async () => {
    const { origin, headers: cookies, key } = await httpDoor(openTestService().service)
    const headers = { ...cookies, [keyHeader]: key }
    const answer = await fetch(`${origin}/rpc/hello`, { method: 'POST', body: '{}', headers })
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const huge = await fetch(`${origin}/rpc/previewBookings`, { method: 'POST', body: 'x'.repeat(13_000_000), headers })
    expect(huge.status).toBe(413)
  })
})

function visitOf(serviceId: ServiceId) {
  return {
    type: 'openVisit',
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    serviceIds: [serviceId],
    materials: [],
    note: '',
    plateSeenTwice: false,
  } as const
}

const material = {
  type: 'saveMaterial',
  materialId: null,
  material: {
    kind: 'دیسک چرخ جلو',
    brand: 'ایساکو',
    grade: null,
    partNo: null,
    barcode: '6260000000279',
    unit: 'piece',
    unitPriceRial: rial(12_000_000),
    active: true,
  },
} as const

const badDraft = {
  consentId: testId(1),
  jobId: testId(2),
  channel: 'counter',
  answers: [],
  decidedBy: customer,
  signature: null,
} as const

type Knock = { readonly headers: Record<string, string>; readonly protocols: readonly string[]; readonly path?: string }

async function isRefused(port: number, { headers, protocols, path = '/ws' }: Knock): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...protocols], { headers })
    socket.on('error', () => resolve(true))
    socket.on('open', () => {
      socket.terminate()
      resolve(false)
    })
  })
}

/** fetch does not let a test choose its Host header. */
async function hostStatus(port: number, host: string): Promise<number | undefined> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/', headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end()
  })
}
