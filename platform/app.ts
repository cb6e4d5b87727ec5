import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { DatabaseError } from 'pg'
import { accessRoutes } from './http/accessRoutes.ts'
import { doorkeeper } from './http/call.ts'
import { logRoutes } from './http/logRoutes.ts'
import { thingRoutes } from './http/thingRoutes.ts'
import { openApiText } from './openapi.ts'
import type { PlatformOptions } from './options.ts'

export type { PlatformOptions } from './options.ts'

const openApi = openApiText()

/** The protocol's service. What it answers with 2xx is on the disk. */
export function platformApp(options: PlatformOptions): Hono {
  const { database, heads, metrics, stopping } = options
  const app = new Hono()
  const keeper = doorkeeper(options)

  app.use(async (c, next) => {
    const started = performance.now()
    await next()
    const route = `${c.req.method} ${routePath(c, -1)}`
    metrics.count('requests', 1, `${route} ${c.res.status}`)
    if (!route.endsWith('/v1/live')) metrics.took(route, performance.now() - started)
  })
  app.use('/v1/*', async (_, next) => (stopping.aborted ? keeper.refused({ code: 'busy' }) : await next()))
  accessRoutes(app, options, keeper)
  logRoutes(app, options, keeper)
  thingRoutes(app, options, keeper)

  app.get('/v1/openapi.json', (c) => c.body(openApi, 200, { 'Content-Type': 'application/json; charset=utf-8' }))
  app.get('/healthz', async (c) => {
    const isWell =
      !stopping.aborted &&
      (await database.query('SELECT 1').then(
        () => true,
        () => false,
      ))
    return c.json({ ok: isWell }, isWell ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  app.get('/metrics', (c) =>
    c.text(
      metrics.text({
        pishkhan_live_lines: heads.lines(),
        pishkhan_connections: database.totalCount,
        pishkhan_connections_idle: database.idleCount,
        pishkhan_connections_waited_for: database.waitingCount,
      }),
      200,
      { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
    ),
  )
  app.notFound((c) => keeper.refused({ code: /^\/v(?!1\/)\d+\//.test(c.req.path) ? 'versionUnknown' : 'notFound' }))
  app.onError((error) => {
    metrics.count('failures')
    // Names of constraints and codes, never values: they are people's data.
    const said = error instanceof DatabaseError ? `${error.code ?? ''} ${error.constraint ?? ''} ${error.routine ?? ''}` : error.message
    console.error(`platform: ${error.name} ${said}`)
    return keeper.refused({ code: 'busy' })
  })
  return app
}
