import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { RPCHandler as FetchHandler } from '@orpc/server/fetch'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { WebSocketServer } from 'ws'
import type { Service } from '../service/service.ts'
import type { SyncControl } from '../service/syncControl.ts'
import { contentSecurityPolicy } from './contentSecurity.ts'
import { serviceRouter } from './router.ts'
import {
  type DoorTokens,
  doorTokens,
  isSecret,
  keyHeader,
  keyInProtocols,
  secretCookie,
  secretInCookieHeader,
  socketProtocol,
} from './secret.ts'

export type HttpDoor = { readonly port: number; readonly close: () => Promise<void> }

export type HttpDoorOptions = {
  readonly service: Service
  readonly sync?: SyncControl | undefined
  /** Made anew at each start of the program: only a browser that was opened with it gets in. */
  readonly secret: string
  /** 0 takes any free port. */
  readonly port: number
  /** The built page. */
  readonly pageFolder: string
}

/** A booking file of the largest size, with room for its wrapping. */
const mostBytes = 12_000_000

/**
 * The door of a browser on this PC: 127.0.0.1 only. Every request must name this host (against DNS rebinding), every call
 * must come from our own page (Origin). The page is given to the cookie of this start, calls are answered to cookie and key
 * together (secret.ts).
 */
export async function openHttpDoor(options: HttpDoorOptions): Promise<HttpDoor> {
  const router = serviceRouter(options.service, options.sync)
  const server = createServer()
  const port = await listen(server, options.port)
  const own = { hosts: [`127.0.0.1:${port}`, `localhost:${port}`], tokens: doorTokens(options.secret) }
  server.on('request', getRequestListener(pages(options, new FetchHandler(router), own).fetch))

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostBytes,
    // The key is never said back.
    handleProtocols: (offered) => (offered.has(socketProtocol) ? socketProtocol : false),
  })
  const socketHandler = new SocketHandler(router)
  sockets.on('connection', (socket) => void socketHandler.upgrade(socket))
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url !== '/ws' || !isOwnSocket(request, own)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request))
  })

  return {
    port,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type Own = { readonly hosts: readonly string[]; readonly tokens: DoorTokens }

function pages({ pageFolder }: HttpDoorOptions, calls: FetchHandler<object>, own: Own): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    if (!own.hosts.includes(c.req.header('host') ?? '')) return c.body(null, 421)
    await next()
    c.header('Content-Security-Policy', contentSecurityPolicy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    return undefined
  })
  app.get('/enter/:secret', (c) => {
    if (!isSecret(c.req.param('secret'), own.tokens.secret)) return c.body(null, 403)
    setCookie(c, secretCookie, own.tokens.cookie, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect(`/#key=${own.tokens.key}`)
  })
  app.use(async (c, next) => (isSecret(getCookie(c, secretCookie) ?? '', own.tokens.cookie) ? next() : c.body(null, 403)))
  app.use('/rpc/*', bodyLimit({ maxSize: mostBytes }), async (c) => {
    const isOwnPage = isOwnOrigin(c.req.header('origin'), own) && isSecret(c.req.header(keyHeader) ?? '', own.tokens.key)
    if (!isOwnPage) return c.body(null, 403)
    const { matched, response } = await calls.handle(c.req.raw, { prefix: '/rpc', context: {} })
    return matched ? response : c.body(null, 404)
  })
  app.use('*', serveStatic({ root: pageFolder }))
  // A screen's own address, asked for by a reload: the page finds its way itself.
  app.get('*', serveStatic({ root: pageFolder, path: 'index.html' }))
  return app
}

function isOwnSocket(request: IncomingMessage, own: Own): boolean {
  const { host = '', origin, cookie = '', 'sec-websocket-protocol': protocols = '' } = request.headers
  if (!own.hosts.includes(host) || !isOwnOrigin(origin, own)) return false
  return isSecret(secretInCookieHeader(cookie), own.tokens.cookie) && isSecret(keyInProtocols(protocols), own.tokens.key)
}

function isOwnOrigin(origin: string | undefined, own: Own): boolean {
  return own.hosts.some((host) => origin === `http://${host}`)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the door has no port'))
      else resolve(address.port)
    })
  })
}
