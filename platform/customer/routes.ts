import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { apiRoutes } from './app/apiRoutes.ts'
import { pageRoutes } from './app/pageRoutes.ts'
import { asset } from './assets.ts'
import { security } from './layout.ts'
import { linkRoutes } from './link/routes.ts'
import type { CustomerOptions } from './options.ts'
import { pace } from './pace.ts'

export type { CustomerOptions } from './options.ts'

/** The one-time link, for whoever holds its secret. To be mounted at `/`. */
export function linkPages(options: CustomerOptions): Hono {
  return framed(options).route('/l', linkRoutes(options))
}

/**
 * The link, and a small side of the customers' own, for demonstration and tests: it believes whatever phone number it is
 * told, so it never stands where others can reach it. To be mounted at `/`.
 */
export function customerRoutes(options: CustomerOptions): Hono {
  return framed(options).route('/l', linkRoutes(options)).route('/customer/api', apiRoutes(options)).route('/customer', pageRoutes(options))
}

/** What is around every page: its headers, its pace, its style. */
function framed(options: CustomerOptions): Hono {
  const app = new Hono()
  // A form of another origin, a body that is too large: Hono's own refusals are answers, not failures of the service.
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse()
    throw error
  })
  for (const path of ['/l/*', '/customer/*', '/customer'] as const) {
    app.use(path, compress(), async (context, next) => {
      await next()
      for (const [name, value] of Object.entries(security)) {
        if (!context.res.headers.has(name)) context.res.headers.set(name, value)
      }
    })
  }
  const keepPace = pace(options)
  // Without its style the page that says so could not be read.
  for (const path of ['/l/*', '/customer/*'] as const) {
    app.use(path, (context, next) => (context.req.path.startsWith('/customer/asset/') ? next() : keepPace(context, next)))
  }
  app.get('/customer/asset/:name', async (context) => {
    const found = await asset(context.req.param('name'))
    if (found === null) return context.body(null, 404)
    return context.body(found.content, 200, { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=3600' })
  })
  return app
}
