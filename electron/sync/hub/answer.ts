import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import { bodyMostBytes, protocolPath, pullQuery, pushRequest, type Problem } from '../../../core/wire/protocol.ts'
import { isSha256Hex } from '../../../core/wire/signing.ts'
import { readPhoto } from '../../../db/queries/photos.ts'
import type { SyncGarage } from '../garage.ts'
import { keepPhoto } from '../photos.ts'
import { parseJson, unpack } from '../transport/bodies.ts'
import { haveHere, pullFrom, pushInto, type Reply } from './store.ts'

const compress = promisify(zstdCompress)
const leastPackedBytes = 1_000

/** Answers one call of another PC. It is known to hold the garage's key; what it sends is judged all the same. */
export async function answer(garage: SyncGarage, request: IncomingMessage, response: ServerResponse, allowed: boolean): Promise<void> {
  request.on('error', () => {})
  response.on('error', () => {})
  if (!allowed) {
    request.resume()
    response.setHeader('retry-after', '10')
    sendProblem(response, 429, { code: 'tooMany' })
    return
  }
  try {
    await route(garage, request, response)
  } catch {
    // The database is closing or full: the facts are with the other PC still.
    if (!response.headersSent) sendProblem(response, 503, { code: 'busy' })
    else response.destroy()
  }
}

async function route(garage: SyncGarage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = URL.parse(request.url ?? '', 'https://hub')
  const path = url?.pathname ?? ''
  const call = path.startsWith(`${protocolPath}/`) ? `${request.method} ${path.slice(protocolPath.length + 1)}` : ''
  if (call === 'GET have') {
    await sendReply(request, response, { status: 200, body: haveHere(garage) })
    return
  }
  if (call === 'GET pull' && url !== null) {
    const query = pullQuery.safeParse(Object.fromEntries(url.searchParams))
    if (!query.success) sendProblem(response, 400, { code: 'badRequest' })
    else await sendReply(request, response, pullFrom(garage, query.data, request.headers['if-none-match'] ?? null))
    return
  }
  if (call === 'POST push') {
    const body = await bodyOf(request)
    const content = body === null ? null : await unpack(body, request.headers['content-encoding'], bodyMostBytes)
    if (content === null) {
      sendProblem(response, 413, { code: 'tooLarge' })
      return
    }
    const push = pushRequest.safeParse(parseJson(content))
    if (!push.success) sendProblem(response, 400, { code: 'badRequest' })
    else await sendReply(request, response, pushInto(garage, push.data))
    return
  }
  const hash = /^(?:GET|PUT) photos\/([0-9a-f]{64})$/.exec(call)?.[1] ?? ''
  if (isSha256Hex(hash) && request.method === 'GET') {
    const bytes = readPhoto(garage.db, hash)
    if (bytes === null) sendProblem(response, 404, { code: 'notFound' })
    else response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes)
    return
  }
  if (isSha256Hex(hash)) {
    const bytes = await bodyOf(request)
    if (bytes === null) sendProblem(response, 413, { code: 'tooLarge' })
    else if (keepPhoto(garage, hash, bytes)) response.writeHead(204).end()
    else sendProblem(response, 400, { code: 'hashWrong' })
    return
  }
  sendProblem(response, 404, { code: 'notFound' })
}

/** Null for a body that is too large, or that broke off. The rest of a large one is not read. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= bodyMostBytes) chunks.push(chunk)
      else {
        request.pause()
        resolve(null)
      }
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => resolve(null))
  })
}

async function sendReply(request: IncomingMessage, response: ServerResponse, { status, body, etag }: Reply): Promise<void> {
  if (etag !== undefined) response.setHeader('etag', etag)
  if (body === null) {
    response.writeHead(status).end()
    return
  }
  const bytes = Buffer.from(JSON.stringify(body), 'utf8')
  const packs = bytes.length >= leastPackedBytes && /\bzstd\b/.test(request.headers['accept-encoding'] ?? '')
  const sent = packs ? await compress(bytes) : bytes
  if (packs) response.setHeader('content-encoding', 'zstd')
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': sent.length }).end(sent)
}

function sendProblem(response: ServerResponse, status: number, problem: Problem): void {
  const text = JSON.stringify(problem)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), connection: 'close' })
    .end(text)
}
