import { Readable } from 'node:stream'
import { createGzip, createZstdCompress } from 'node:zlib'
import type { Hono } from 'hono'
import { z } from 'zod'
import { pushMostBytes, pushMostEvents } from '../../core/sync/batches.ts'
import { pullQuery, pushRequest } from '../../core/wire/protocol.ts'
import { authenticate } from '../access/devices.ts'
import { liveStream } from '../live/stream.ts'
import { have, pull } from '../log/pull.ts'
import { push } from '../log/push.ts'
import { readAlarms } from '../log/quarantine.ts'
import { snapshotLines } from '../log/snapshot.ts'
import type { PlatformOptions } from '../options.ts'
import { encodingFor, jsonAnswer, readJson } from './body.ts'
import type { Doorkeeper } from './call.ts'

/** The protocol's shape, except that events are looked at one by one: a fact is never turned away for what it says. */
const pushShape = pushRequest.extend({ events: z.array(z.unknown()).min(1) })
/** What is around the events of a batch: names, ids, commas. */
const wrappingBytes = 4_096
const alarmsMost = 200

export function logRoutes(app: Hono, options: PlatformOptions, { refused, signedIn }: Doorkeeper): void {
  const { database, heads, metrics, now, stopping } = options

  app.post(
    '/v1/push',
    signedIn(async (c, { garage, device: caller }) => {
      const body = await readJson(c.req.raw)
      if (!body.ok) return refused(body.error)
      const request = pushShape.safeParse(body.value.value)
      if (!request.success) return refused({ code: 'badRequest' })
      const { events } = request.data
      const isTooMany = events.length > pushMostEvents || (events.length > 1 && body.value.bytes > pushMostBytes + wrappingBytes)
      if (isTooMany) return refused({ code: 'tooLarge' })
      const pushed = await push(database, { garage, caller, ...request.data }, now())
      if (!pushed.ok) return refused(pushed.error)
      const { accepted, ackedDseq, headGseq, headHash, quarantined, stored } = pushed.value
      metrics.count('accepted', accepted)
      metrics.count('stored', stored)
      metrics.count('quarantined', quarantined)
      if (headGseq !== null) heads.tell({ garage, historyId: request.data.historyId, headGseq })
      return c.json({ ackedDseq, headHash, quarantined, serverUtcMs: now() })
    }),
  )
  app.get(
    '/v1/have',
    signedIn(async (c, { garage, historyId }) => await jsonAnswer(c.req.raw, await have(database, garage, historyId, now()))),
  )
  app.get(
    '/v1/pull',
    signedIn(async (c, { garage, historyId, headGseq }) => {
      const query = pullQuery.safeParse(c.req.query())
      if (!query.success) return refused({ code: 'badRequest' })
      const { after, limit, exclude } = query.data
      // Who has seen more than there is knew a history that is gone here.
      if (after > headGseq) return refused({ code: 'historyChanged', historyId })
      const tag = `"${historyId}-${headGseq}-${after}"`
      if (isNamed(c.req.header('if-none-match'), tag)) return c.body(null, 304, { ETag: tag })
      const answer = await pull(database, { garage, historyId, headGseq, after, limit, exclude: exclude ?? null }, now())
      return await jsonAnswer(c.req.raw, answer, { ETag: tag })
    }),
  )
  app.get(
    '/v1/snapshot',
    signedIn(async (c, { garage, historyId, headGseq }) => {
      const lines = Readable.from(snapshotLines(database, { garage, historyId, headGseq }, now()))
      const encoding = encodingFor(c.req.raw)
      const packer = encoding === null ? null : encoding === 'zstd' ? createZstdCompress() : createGzip({ level: 1 })
      if (packer !== null) {
        // A hole or a lost database cuts the stream: without its last line nobody takes it for whole.
        lines.on('error', (error) => packer.destroy(error))
        packer.on('close', () => lines.destroy())
        lines.pipe(packer)
      }
      return new Response(webStream(packer ?? lines), {
        headers: {
          'Content-Type': 'application/x-ndjson; charset=utf-8',
          'Cache-Control': 'no-store',
          ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
        },
      })
    }),
  )
  app.get(
    '/v1/alarms',
    signedIn(async (c, { garage }) => await jsonAnswer(c.req.raw, await readAlarms(database, garage, alarmsMost))),
  )
  app.get(
    '/v1/live',
    signedIn((c, caller) => {
      const look = async (): Promise<{ readonly historyId: string; readonly headGseq: number } | null> => {
        const still = await authenticate(database, c.req.header('authorization'), now())
        return still.ok ? still.value : null
      }
      const follow = (listener: Parameters<typeof heads.follow>[1]): (() => void) => heads.follow(caller.garage, listener)
      const stream = liveStream({ caller, follow, look, nowUtcMs: now, stopping })
      return Promise.resolve(
        new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' } }),
      )
    }),
  )
}

export function isNamed(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** Node's stream as the web's, chunk by chunk as it is read. */
function webStream(readable: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = readable[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value instanceof Uint8Array ? next.value : Buffer.from(String(next.value), 'utf8'))
    },
    cancel: () => {
      readable.destroy()
    },
  })
}
