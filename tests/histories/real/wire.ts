import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { buffer } from 'node:stream/consumers'
import type { Hono } from 'hono'

/** What becomes of one call between a PC and the platform. `dies`: the PC's program ends while it waits. */
export type Fate = 'through' | 'lost' | 'answerLost' | 'twice' | 'busy' | 'garbled' | 'late' | 'dies'

export type Wire = {
  readonly url: string
  /** Fates of the next calls, in their order; every call after them goes through. */
  readonly fates: Fate[]
  readonly onDeath: { call: () => void }
  /** Calls that arrive long after their caller has given them up. */
  readonly late: (() => Promise<void>)[]
  readonly counts: Map<Fate, number>
  readonly close: () => Promise<void>
}

/** The line to the platform: real HTTP on this machine, into the real service; it loses, doubles, delays and garbles as it is told. */
export async function openWire(app: Hono): Promise<Wire> {
  const fates: Fate[] = []
  const late: (() => Promise<void>)[] = []
  const counts = new Map<Fate, number>()
  const onDeath = { call: (): void => {} }
  const server = createServer((request, response) => {
    void (async () => {
      const forward = await forwarder(app, request)
      const path = request.url ?? ''
      // The live channel only says that something is there; here every exchange is asked for.
      const fate = path.startsWith('/v1/live') ? 'busy' : (fates.shift() ?? 'through')
      counts.set(fate, (counts.get(fate) ?? 0) + 1)
      if (fate === 'lost') return request.socket.destroy()
      if (fate === 'busy') return response.writeHead(503).end()
      if (fate === 'late') {
        late.push(async () => void (await text((await forward()).body ?? new ReadableStream())))
        return request.socket.destroy()
      }
      if (fate === 'twice') await (await forward()).arrayBuffer()
      const answer = await forward()
      const body = Buffer.from(await answer.arrayBuffer())
      if (fate === 'dies') {
        onDeath.call()
        return request.socket.destroy()
      }
      if (fate === 'answerLost') return request.socket.destroy()
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      return response.end(fate === 'garbled' ? body.subarray(0, Math.floor(body.length / 2)) : body)
    })().catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the line has no port')
  const close = (): Promise<void> => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${address.port}`, fates, onDeath, late, counts, close }
}

async function forwarder(app: Hono, request: IncomingMessage): Promise<() => Promise<Response>> {
  const body = await buffer(request)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
  const method = request.method ?? 'GET'
  const init = method === 'GET' ? { method, headers } : { method, headers, body }
  return async () => await app.request(request.url ?? '/', init)
}
