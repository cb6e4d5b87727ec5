import type { Hono } from 'hono'
import { enrolRequest, refreshRequest } from '../../core/wire/protocol.ts'
import { deviceId } from '../../core/wire/fields.ts'
import { makeCodeFor } from '../access/codes.ts'
import { listDevices, revokeDevice } from '../access/devices.ts'
import { enrol } from '../access/enrol.ts'
import { dropTokens, refresh } from '../access/tokens.ts'
import type { PlatformOptions } from '../options.ts'
import { readBytes, readRequest } from './body.ts'
import type { Doorkeeper } from './call.ts'

/** Calls that carry nothing are answered without reading more than this. */
const emptyMostBytes = 1_000

export function accessRoutes(
  app: Hono,
  { database, heads, linkBase, now }: PlatformOptions,
  { open, refused, signedIn }: Doorkeeper,
): void {
  app.post(
    '/v1/enrol',
    open(async (c, wrongCode) => {
      const request = await readRequest(c.req.raw, enrolRequest)
      if (!request.ok) return refused(request.error)
      const answer = await enrol(database, request.value, linkBase, now())
      if (answer.ok) return c.json(answer.value, 200, { 'Cache-Control': 'no-store' })
      if (answer.error.code === 'codeUnknown' || answer.error.code === 'signatureWrong') wrongCode()
      return refused(answer.error)
    }),
  )
  app.post(
    '/v1/token',
    open(async (c) => {
      const request = await readRequest(c.req.raw, refreshRequest)
      if (!request.ok) return refused(request.error)
      const answer = await refresh(database, request.value, now())
      return answer.ok ? c.json({ ...answer.value, serverUtcMs: now() }, 200, { 'Cache-Control': 'no-store' }) : refused(answer.error)
    }),
  )
  app.post(
    '/v1/sign-out',
    signedIn(async (c, caller) => {
      await dropTokens(database, caller)
      return c.body(null, 204)
    }),
  )
  app.post(
    '/v1/codes',
    signedIn(async (c, { garage, garageName }) => {
      const body = await readBytes(c.req.raw, emptyMostBytes)
      if (!body.ok) return refused(body.error)
      return c.json(await makeCodeFor(database, garage, garageName, now()), 200, { 'Cache-Control': 'no-store' })
    }),
  )
  app.get(
    '/v1/devices',
    signedIn(async (c, { garage }) => c.json(await listDevices(database, garage), 200, { 'Cache-Control': 'no-store' })),
  )
  app.post(
    '/v1/devices/:device/revoke',
    signedIn(async (c, { garage, historyId, headGseq }) => {
      const device = deviceId.safeParse(c.req.param('device'))
      if (!device.success) return refused({ code: 'notFound' })
      const revoked = await revokeDevice(database, garage, device.data, now())
      if (!revoked.ok) return refused(revoked.error)
      heads.tell({ garage, historyId, headGseq, revoked: device.data })
      return c.body(null, 204)
    }),
  )
}
