import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { createRouterClient } from '@orpc/server'
import { WebSocket } from 'ws'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ServiceId } from '../../core/basics/ids.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { messagePortDoor } from '../../electron/gateway/messagePortDoor.ts'
import { serviceRouter } from '../../electron/gateway/router.ts'
import { newSecret, secretCookie } from '../../electron/gateway/secret.ts'
import type { Service } from '../../electron/service/service.ts'
import type { Client } from '../../renderer/client/client.ts'
import { car } from '../support/garage.ts'
import { actIn, openTestService } from '../support/service.ts'
import { setupInput } from '../support/setupInput.ts'
import { testId } from '../support/ids.ts'
import { temporaryFolder } from '../support/temporary.ts'

async function httpDoor(service: Service) {
  const secret = newSecret()
  const door = await openHttpDoor({ service, secret, port: 0, pageFolder: temporaryFolder() })
  onTestFinished(door.close)
  const origin = `http://127.0.0.1:${door.port}`
  return { secret, origin, headers: { origin, cookie: `${secretCookie}=${secret}` }, port: door.port }
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
    const { origin, headers } = await httpDoor(service)
    return createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers }))
  },
  socket: async (service) => {
    const { headers, port } = await httpDoor(service)
    // Node's own WebSocket takes headers, which the type of the browser's does not know.
    const socket: globalThis.WebSocket = Reflect.construct(globalThis.WebSocket, [`ws://127.0.0.1:${port}/ws`, { headers }])
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
  it('lets in only who carries the secret of this start, under this host, from our own page', async () => {
    const { origin, secret, headers, port } = await httpDoor(openTestService().service)
    const status = async (path: string, init: RequestInit = {}) => (await fetch(`${origin}${path}`, { redirect: 'manual', ...init })).status
    expect(await status('/')).toBe(403)
    expect(await status('/enter/wrong')).toBe(403)
    expect(await status(`/enter/${secret}`)).toBe(302)
    const call = { method: 'POST', body: '{}', headers }
    expect(await status('/rpc/hello', call)).toBe(200)
    expect(await status('/rpc/hello', { ...call, headers: { origin } })).toBe(403)
    expect(await status('/rpc/hello', { ...call, headers: { ...headers, origin: 'http://evil.example' } })).toBe(403)
    expect(await status('/rpc/hello', { ...call, headers: { cookie: headers.cookie } })).toBe(403)
    expect(await status('/rpc/hello', { ...call, headers: { ...headers, cookie: `${secretCookie}=${newSecret()}` } })).toBe(403)
    expect(await hostStatus(port, 'evil.example')).toBe(421)
  })

  it('sets a cookie that no script reads and no other site sends', async () => {
    const { origin, secret } = await httpDoor(openTestService().service)
    const cookie = (await fetch(`${origin}/enter/${secret}`, { redirect: 'manual' })).headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
  })

  it('opens no socket for another origin, another host or without the secret', async () => {
    const { headers, port } = await httpDoor(openTestService().service)
    const refused = (with_: Record<string, string>, path = '/ws') =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: with_ })
        socket.on('error', () => resolve(true))
        socket.on('open', () => {
          socket.terminate()
          resolve(false)
        })
      })
    expect(await refused(headers)).toBe(false)
    expect(await refused({ cookie: headers.cookie })).toBe(true)
    expect(await refused({ ...headers, origin: 'http://evil.example' })).toBe(true)
    expect(await refused({ origin: headers.origin })).toBe(true)
    expect(await refused({ ...headers, host: 'evil.example' })).toBe(true)
    expect(await refused(headers, '/other')).toBe(true)
  })

  it('sends the content security policy with every answer and takes no body beyond its limit', async () => {
    const { origin, headers } = await httpDoor(openTestService().service)
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
    note: '',
    plateSeenTwice: false,
  } as const
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
