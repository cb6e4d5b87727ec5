import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { pullAnswer, pushRequest } from '../../core/wire/protocol.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'

/** How a server breaks a promise: what it does with a call before, or instead of, the real service behind it. */
type Wrong = (call: Call) => Promise<Response>

type Call = {
  readonly method: string
  /** Below `/v1/`, without the query. */
  readonly path: string
  readonly body: Buffer
  readonly forward: (body?: Buffer) => Promise<Response>
}

/** Takes a later event although something before it is missing: the server behind never sees it. */
const acceptsGaps: Wrong = async ({ path, body, forward }) => {
  const answer = await forward()
  if (path !== 'push' || answer.status !== 409) return answer
  const { code }: Record<string, unknown> = await answer.clone().json()
  return code === 'gap' ? acknowledged(body) : answer
}

/** Acknowledges before it stores, and loses each third push on the way. */
function acknowledgesFirst(): Wrong {
  let pushes = 0
  return async ({ path, body, forward }) => {
    if (path !== 'push') return await forward()
    pushes += 1
    return pushes % 3 === 0 ? acknowledged(body) : await forward()
  }
}

/** Calls a repeated push a conflict, as one that never lost an answer would. */
function refusesRepetition(): Wrong {
  const newest = new Map<string, number>()
  return async ({ path, body, forward }) => {
    const pushed = path === 'push' ? readPush(body) : null
    if (pushed === null) return await forward()
    const last = pushed.events.at(-1)?.dseq ?? 0
    if (last <= (newest.get(pushed.device) ?? 0)) return Response.json({ code: 'fork', expectedDseq: last }, { status: 409 })
    const answer = await forward()
    if (answer.ok) newest.set(pushed.device, last)
    return answer
  }
}

/** Hands events of every garage to whoever pulls. */
function leaks(): Wrong {
  const all: WireEvent[] = []
  return async ({ path, body, forward }) => {
    const pushed = path === 'push' ? readPush(body) : null
    if (pushed !== null) all.push(...pushed.events)
    const answer = await forward()
    if (path !== 'pull' || answer.status !== 200) return answer
    const page = pullAnswer.parse(await answer.json())
    const own = page.events.flatMap((link) => ('event' in link ? [link.event.garage] : []))[0]
    const strange = all.find(({ garage }) => garage !== own)
    const events = strange === undefined || own === undefined ? page.events : [...page.events, { gseq: page.headGseq + 1, event: strange }]
    return Response.json({ ...page, events }, { headers: { etag: answer.headers.get('etag') ?? '' } })
  }
}

/** Takes the payload for JSON and prints it anew, in its own manner. */
const printsAnew: Wrong = async ({ path, forward }) => {
  const answer = await forward()
  if (path !== 'pull' || answer.status !== 200) return answer
  const page = pullAnswer.parse(await answer.json())
  const events = page.events.map((link) =>
    'event' in link ? { ...link, event: { ...link.event, payload: link.event.payload.replaceAll(':', ': ') } } : link,
  )
  return Response.json({ ...page, events }, { headers: { etag: answer.headers.get('etag') ?? '' } })
}

/** Turns away what it does not know, like any strict service. */
const turnsFactsAway: Wrong = async ({ path, forward }) => {
  const answer = await forward()
  if (path !== 'push' || !answer.ok) return answer
  const { quarantined }: Record<string, unknown> = await answer.clone().json()
  return quarantined === 0 ? answer : Response.json({ code: 'badRequest' }, { status: 400 })
}

export const wrongServers = {
  acceptsGaps: () => acceptsGaps,
  acknowledgesFirst,
  refusesRepetition,
  leaks,
  printsAnew: () => printsAnew,
  turnsFactsAway: () => turnsFactsAway,
} as const satisfies Readonly<Record<string, () => Wrong>>

function readPush(body: Buffer) {
  const text = body.toString('utf8')
  if (!text.startsWith('{')) return null
  try {
    const read = pushRequest.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

function acknowledged(body: Buffer): Response {
  const last = readPush(body)?.events.at(-1)
  return Response.json({ ackedDseq: last?.dseq ?? 0, headHash: last?.hash ?? '', quarantined: 0, serverUtcMs: Date.now() })
}

/** Stands in front of a real service at an address of its own, until the test ends. */
export async function startWrong(behind: string, wrong: Wrong): Promise<string> {
  const app = new Hono()
  app.all('*', async ({ req }) => {
    const { pathname, search } = new URL(req.url)
    const own = Buffer.from(await req.arrayBuffer())
    const headers = new Headers(req.raw.headers)
    for (const name of ['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding']) headers.delete(name)
    // The answer comes unpacked: it is looked at here.
    headers.set('accept-encoding', 'identity')
    const forward = async (body: Buffer = own): Promise<Response> => {
      const hasBody = req.method !== 'GET'
      const answer = await fetch(`${behind}${pathname}${search}`, {
        method: req.method,
        headers,
        body: hasBody ? new Uint8Array(body) : null,
        signal: req.raw.signal,
      })
      return new Response(answer.body, { status: answer.status, headers: answer.headers })
    }
    return await wrong({ method: req.method, path: pathname.replace(/^\/v1\//, ''), body: own, forward })
  })
  // A line that the caller left in the middle.
  app.onError(() => Response.json({ code: 'busy' }, { status: 503 }))
  const server = createServer(getRequestListener(app.fetch, { errorHandler: () => new Response(null, { status: 503 }) }))
  const port = await new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return `http://127.0.0.1:${port}`
}
