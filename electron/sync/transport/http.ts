import { request as httpRequest, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { Door } from './door.ts'

/** What became of a call that brought no answer, for whatever reason. */
export type Unanswered =
  /** No connection, one that broke off, or silence for too long. */
  | { readonly code: 'unreachable' }
  | { readonly code: 'certificateWrong' }
  /** Something is there, and it speaks another language. */
  | { readonly code: 'answerWrong' }

export type Send = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** Silence for longer is taken for the end; without it what the door is used to. */
  readonly idleMs?: number | undefined
  readonly signal: AbortSignal
}

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** A slow line carries at least this much; a large body gets the time for it on top. */
const slowestBytesPerMs = 8

/** Sends and reads the whole answer. Whatever the network does becomes a value. */
export async function exchange(door: Door, send: Send, answerMostBytes: number): Promise<Result<Answer, Unanswered>> {
  const wholeMs = door.patience.wholeMs + (send.body?.length ?? 0) / slowestBytesPerMs
  const late = AbortSignal.timeout(Math.round(wholeMs))
  const opened = await open(door, { ...send, signal: AbortSignal.any([send.signal, late]) })
  if (!opened.ok) return opened
  const response = opened.value
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      if (!Buffer.isBuffer(chunk)) continue
      bytes += chunk.length
      if (bytes > answerMostBytes) {
        response.destroy()
        return err({ code: 'answerWrong' })
      }
      chunks.push(chunk)
    }
  } catch {
    return err({ code: 'unreachable' })
  }
  return ok({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
}

/**
 * Sends and gives the answer as soon as its head is there; its body is read by the caller. A connection that was kept and
 * that the other end had closed meanwhile is no failure: the call is made once more on a new one. Every call may be repeated.
 */
export async function open(door: Door, send: Send): Promise<Result<IncomingMessage, Unanswered>> {
  const first = await openOnce(door, send)
  if (first.ok || !first.error.wasKept || send.signal.aborted) return first.ok ? first : err({ code: first.error.code })
  const second = await openOnce(door, send)
  return second.ok ? second : err({ code: second.error.code })
}

type Failed = Unanswered & { readonly wasKept: boolean }

function openOnce(door: Door, { method, path, headers, body, idleMs, signal }: Send): Promise<Result<IncomingMessage, Failed>> {
  return new Promise((resolve) => {
    let sent: ClientRequest
    const fail = (error: unknown): void =>
      resolve(err({ code: codeOf(error), wasKept: sent?.reusedSocket && codeOf(error) === 'unreachable' }))
    try {
      const send = door.url.protocol === 'https:' ? httpsRequest : httpRequest
      const length = body === null ? {} : { 'content-length': String(body.length) }
      sent = send(new URL(path, door.url), { method, headers: { ...headers, ...length }, agent: door.agent, signal })
    } catch (error) {
      resolve(err({ code: codeOf(error), wasKept: false }))
      return
    }
    sent.setTimeout(idleMs ?? door.patience.idleMs, () => sent.destroy(new Error('silence')))
    sent.on('error', fail)
    sent.once('response', (response) => resolve(ok(response)))
    sent.end(body ?? undefined)
  })
}

/** OpenSSL's names for a chain or a name that does not hold, as Node gives them. */
const certificateCodes = /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_CERT)/

function codeOf(error: unknown): Unanswered['code'] {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (certificateCodes.test(code)) return 'certificateWrong'
  // Not HTTP, or not TLS where TLS was wanted.
  return code === 'EPROTO' || code.startsWith('HPE_') || code.startsWith('ERR_SSL') || code === 'ERR_INVALID_URL'
    ? 'answerWrong'
    : 'unreachable'
}
