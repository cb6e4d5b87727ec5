import type { z } from 'zod'
import { problem, type Problem, type ProblemCode } from '../../core/wire/protocol.ts'

/** One answer of the server that is tried, read to its end. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  /** Null for a body that is no JSON. */
  readonly json: unknown
}

export type Sent = {
  readonly method?: 'GET' | 'POST' | 'PUT'
  /** With its query, below `/v1/`. */
  readonly path: string
  readonly token?: string | null
  readonly json?: unknown
  readonly bytes?: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** A server that does not answer within this has not answered. */
const answerMostMs = 60_000

export async function send(url: string, { method, path, token, json, bytes, headers }: Sent): Promise<Answer> {
  const body = json === undefined ? bytes : Buffer.from(JSON.stringify(json), 'utf8')
  const response = await fetch(`${url}/v1/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined || token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body === undefined ? null : new Uint8Array(body),
    signal: AbortSignal.timeout(answerMostMs),
    redirect: 'manual',
  })
  const content = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes: content, json: parsed(content) }
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return null
  }
}

/** What a check says when the server broke a promise; the row of the evidence carries it. */
export function need(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(promise)
}

export function same(found: unknown, wanted: unknown, what: string): void {
  need(JSON.stringify(found) === JSON.stringify(wanted), `${what}: ${shown(found)} where ${shown(wanted)} was due`)
}

export function answered<Schema extends z.ZodType>(answer: Answer, schema: Schema): z.infer<Schema> {
  need(answer.status === 200, `200 was due, came ${answer.status} ${shown(answer.json)}`)
  const read = schema.safeParse(answer.json)
  need(read.success, `an answer that its schema does not take: ${shown(answer.json)}`)
  return read.data
}

/** A refusal by code. The status has to fit its class: proxies and old programs go by it. */
export function refused(answer: Answer, status: number, code: ProblemCode): Problem {
  need(answer.status === status, `${status} ${code} was due, came ${answer.status} ${shown(answer.json)}`)
  const read = problem.safeParse(answer.json)
  need(read.success && read.data.code === code, `${code} was due, came ${shown(answer.json)}`)
  return read.data
}

/** Refused somehow, as the caller's fault and not as the server's. */
export function turnedAway(answer: Answer): void {
  need(answer.status >= 400 && answer.status < 500, `a refusal (4xx) was due, came ${answer.status} ${shown(answer.json)}`)
}

export function empty(answer: Answer): void {
  need(answer.status === 204, `204 was due, came ${answer.status} ${shown(answer.json)}`)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
