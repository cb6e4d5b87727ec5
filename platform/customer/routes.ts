import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { apiRoutes } from './app/apiRoutes.ts'
import { pageRoutes } from './app/pageRoutes.ts'
import { asset } from './assets.ts'
import { security } from './layout.ts'
import { linkRoutes } from './link/routes.ts'
import type { CustomerOptions } from './options.ts'

export type { CustomerOptions } from './options.ts'

/** What customers see of the platform: the one-time link, and a small side of their own. To be mounted at `/`. */
export function customerRoutes(options: CustomerOptions): Hono {
  const app = new Hono()
  for (const path of ['/l/*', '/customer/*', '/customer'] as const) {
    app.use(path, compress(), async (context, next) => {
      await next()
      for (const [name, value] of Object.entries(security)) {
        if (!context.res.headers.has(name)) context.res.headers.set(name, value)
      }
    })
  }
  app.get('/customer/asset/:name', async (context) => {
    const found = await asset(context.req.param('name'))
    if (found === null) return context.body(null, 404)
    return context.body(found.content, 200, { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=3600' })
  })
  app.route('/l', linkRoutes(options))
  app.route('/customer/api', apiRoutes(options))
  app.route('/customer', pageRoutes(options))
  return app
}
