import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import { problem, protocolPath, type ProblemCode } from '../../../core/wire/protocol.ts'
import { packText, parseJson, unpack } from './bodies.ts'
import type { Door } from './door.ts'
import { exchange, open, type Answer, type Send, type Unanswered } from './http.ts'

/** Why a call brought nothing. */
export type CallFailure =
  | Unanswered
  /** 429 and 5xx: later, and not before what Retry-After names. */
  | { readonly code: 'busy'; readonly retryAfterMs: number | null }
  /** 401, whatever else it says. */
  | { readonly code: 'notSignedIn'; readonly problem: ProblemCode | null }
  | { readonly code: 'tooLarge' }
  | { readonly code: 'refused'; readonly problem: ProblemCode; readonly expectedDseq: number | null; readonly historyId: string | null }

export type Call = {
  readonly method: Send['method']
  /** Below the protocol's own path, with its query: `pull?after=12`. */
  readonly path: string
  readonly json?: unknown
  /** JSON that stands as text already. */
  readonly jsonText?: string
  readonly bytes?: Buffer
  readonly token?: string | null
  readonly etag?: string | null
  readonly idleMs?: number
  readonly signal: AbortSignal
}

export type Answered<Value> = { readonly value: Value; readonly etag: string | null }

/** What reads an answer: one of the protocol's schemas. */
export type Schema<Value> = {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Value } | { readonly success: false }
}

const answerMostBytes = 64_000_000

/** Calls and reads the answer by its schema. `notModified` when the etag still holds. */
export async function call<Value>(
  door: Door,
  schema: Schema<Value>,
  wanted: Call,
): Promise<Result<Answered<Value> | 'notModified', CallFailure>> {
  const answered = await send(door, wanted, answerMostBytes)
  if (!answered.ok) return answered
  const { status, headers, body } = answered.value
  if (status === 304 && wanted.etag !== undefined && wanted.etag !== null) return ok('notModified')
  const content = await unpack(body, headers['content-encoding'], answerMostBytes)
  if (content === null) return err({ code: 'answerWrong' })
  if (status < 200 || status > 299) return err(failureOf(status, headers, parseJson(content)))
  const read = schema.safeParse(parseJson(content))
  return read.success ? ok({ value: read.data, etag: headers.etag ?? null }) : err({ code: 'answerWrong' })
}

/** The same for an answer without JSON: a photo's bytes, or nothing. */
export async function callForBytes(door: Door, wanted: Call, mostBytes: number): Promise<Result<Buffer, CallFailure>> {
  const answered = await send(door, wanted, Math.max(mostBytes, 100_000))
  if (!answered.ok) return answered
  const { status, headers, body } = answered.value
  const content = await unpack(body, headers['content-encoding'], mostBytes)
  if (content === null) return err({ code: 'answerWrong' })
  return status < 200 || status > 299 ? err(failureOf(status, headers, parseJson(content))) : ok(content)
}

/** The same for an answer that is read while it comes. */
export async function callForStream(door: Door, wanted: Call, contentType: string): Promise<Result<IncomingMessage, CallFailure>> {
  const opened = await open(door, await sendOf(wanted, contentType))
  if (!opened.ok) return opened
  const response = opened.value
  const status = response.statusCode ?? 0
  if (status === 200 && (response.headers['content-type'] ?? '').startsWith(contentType)) return ok(response)
  const problemBody = await bodyOf(response)
  return err(status === 200 ? { code: 'answerWrong' } : failureOf(status, response.headers, problemBody))
}

async function send(door: Door, wanted: Call, mostBytes: number): Promise<Result<Answer, CallFailure>> {
  return await exchange(door, await sendOf(wanted, 'application/json'), mostBytes)
}

async function sendOf({ method, path, json, jsonText, bytes, token, etag, idleMs, signal }: Call, accept: string): Promise<Send> {
  const text = jsonText ?? (json === undefined ? null : JSON.stringify(json))
  const packed = text === null ? null : await packText(text)
  const headers: Record<string, string> = { accept, 'accept-encoding': 'zstd, gzip' }
  if (packed !== null) headers['content-type'] = 'application/json'
  if (packed?.encoding === 'zstd') headers['content-encoding'] = 'zstd'
  if (bytes !== undefined) headers['content-type'] = 'image/jpeg'
  if (token !== undefined && token !== null) headers['authorization'] = `Bearer ${token}`
  if (etag !== undefined && etag !== null) headers['if-none-match'] = etag
  return { method, path: `${protocolPath}/${path}`, headers, body: packed?.bytes ?? bytes ?? null, idleMs, signal }
}

async function bodyOf(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      if (!Buffer.isBuffer(chunk)) continue
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > 100_000) break
    }
  } catch {
    return null
  }
  const content = await unpack(Buffer.concat(chunks), response.headers['content-encoding'], 100_000)
  return content === null ? null : parseJson(content)
}

/** A status alone says enough where a proxy stands between; where only the body can say it, it has to be ours. */
function failureOf(status: number, headers: IncomingHttpHeaders, body: unknown): CallFailure {
  const read = problem.safeParse(body)
  if (status === 429 || status >= 500) return { code: 'busy', retryAfterMs: retryAfterMs(headers) }
  if (status === 401) return { code: 'notSignedIn', problem: read.success ? read.data.code : null }
  if (status === 413) return { code: 'tooLarge' }
  if (!read.success) return { code: 'answerWrong' }
  const { code, expectedDseq = null, historyId = null } = read.data
  return { code: 'refused', problem: code, expectedDseq, historyId }
}

/** Seconds, or a date (RFC 9110, 10.2.3), which is compared with the server's own: this PC's clock may be years off. */
function retryAfterMs({ 'retry-after': after, date }: IncomingHttpHeaders): number | null {
  if (after === undefined) return null
  if (/^\d{1,9}$/.test(after.trim())) return Number(after.trim()) * 1000
  const waitMs = Date.parse(after) - Date.parse(date ?? '')
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs)
}
