import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { platformApp } from './app.ts'
import { migrate } from './database/migrate.ts'
import { openDatabase, type Database } from './database/pool.ts'
import { usualLimits, type Limits } from './http/limits.ts'
import { metrics } from './http/metrics.ts'
import { followHeads, type Heads } from './live/heads.ts'
import { systemNow, type PlatformOptions } from './options.ts'

export type Platform = {
  readonly url: string
  readonly port: number
  readonly database: Database
  readonly heads: Heads
  readonly app: Hono
  /** Answers what was begun, then ends. */
  readonly stop: () => Promise<void>
}

export type StartOptions = {
  readonly databaseUrl: string
  readonly port?: number
  /** Of the interface that is listened on; behind a proxy that ends TLS, this machine's own. */
  readonly host?: string
  /** The address that customers and garages know this service by; its own by default. */
  readonly publicUrl?: string
  /** Only where every call comes by way of a proxy of one's own: its X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly isBehindProxy?: boolean
  readonly partitions?: number | null
  readonly limits?: Limits
  readonly now?: PlatformOptions['now']
  readonly mostConnections?: number
  /** More routes of the same service: the customer's side. */
  readonly extend?: (app: Hono, options: PlatformOptions) => void
}

/** A line that is slower than this in sending a request is given up: it would hold its place for ever. */
const requestMostMs = 120_000
/** A stop waits so long for answers that were begun. */
const stopMostMs = 10_000

export async function startPlatform(options: StartOptions): Promise<Platform> {
  const { databaseUrl, port: wanted = 0, host = '127.0.0.1', partitions = null, limits = usualLimits, now = systemNow, extend } = options
  const database = openDatabase({ url: databaseUrl, mostConnections: options.mostConnections ?? 10 })
  const migrated = await migrate(database, { partitions })
  if (!migrated.ok) {
    await database.end()
    throw new Error(`the database is of version ${migrated.version}, newer than this program`)
  }
  const server = createServer({ requestTimeout: requestMostMs, headersTimeout: 20_000, keepAliveTimeout: 65_000 })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the service has no port'))
      else resolve(address.port)
    })
  })
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const stopping = new AbortController()
  const heads = followHeads(database, databaseUrl)
  const appOptions: PlatformOptions = {
    database,
    heads,
    metrics: metrics(),
    limits,
    now,
    linkBase: `${options.publicUrl ?? url}/l/`,
    isBehindProxy: options.isBehindProxy ?? false,
    stopping: stopping.signal,
  }
  const app = platformApp(appOptions)
  extend?.(app, appOptions)
  server.on('request', getRequestListener(app.fetch))
  return {
    url,
    port,
    database,
    heads,
    app,
    stop: async () => {
      stopping.abort()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // A connection that had a call when the stop began rests once it is answered, and would be kept open.
      const rest = setInterval(() => server.closeIdleConnections(), 20)
      const late = setTimeout(() => server.closeAllConnections(), stopMostMs)
      await closed
      clearInterval(rest)
      clearTimeout(late)
      await heads.close()
      await database.end()
    },
  }
}
