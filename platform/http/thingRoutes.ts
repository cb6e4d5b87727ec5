import type { Hono } from 'hono'
import { sha256 } from '../../core/wire/fields.ts'
import { photoMostBytes } from '../../core/wire/protocol.ts'
import { sha256Hex } from '../access/keys.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import type { PlatformOptions } from '../options.ts'
import { photoType, readPhoto, writePhoto } from '../photos.ts'
import { jsonAnswer, readBytes } from './body.ts'
import type { Doorkeeper } from './call.ts'
import { isNamed } from './logRoutes.ts'

/** Photos that facts name by their hash, and the catalogue. */
export function thingRoutes(app: Hono, { database, now }: PlatformOptions, { refused, signedIn }: Doorkeeper): void {
  const catalogueTag = `"${catalogue.version}-${sha256Hex(JSON.stringify(catalogue)).slice(0, 16)}"`

  app.get(
    '/v1/catalogue',
    signedIn(async (c) => {
      if (isNamed(c.req.header('if-none-match'), catalogueTag)) return c.body(null, 304, { ETag: catalogueTag })
      return await jsonAnswer(c.req.raw, catalogue, { ETag: catalogueTag })
    }),
  )
  app.put(
    '/v1/photos/:sha256',
    signedIn(async (c, { garage }) => {
      const named = sha256.safeParse(c.req.param('sha256'))
      if (!named.success) return refused({ code: 'badRequest' })
      const bytes = await readBytes(c.req.raw, photoMostBytes)
      if (!bytes.ok) return refused(bytes.error)
      if (sha256Hex(bytes.value) !== named.data) return refused({ code: 'hashWrong' })
      await writePhoto(database, garage, named.data, bytes.value, now())
      return c.body(null, 204)
    }),
  )
  app.get(
    '/v1/photos/:sha256',
    signedIn(async (c, { garage }) => {
      const named = sha256.safeParse(c.req.param('sha256'))
      const bytes = named.success ? await readPhoto(database, garage, named.data) : null
      if (bytes === null) return refused({ code: 'notFound' })
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': photoType(bytes),
        'Cache-Control': 'private, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      })
    }),
  )
}
