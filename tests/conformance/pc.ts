import type { DeviceId, GarageId, JobId } from '../../core/basics/ids.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import {
  alarmsAnswer,
  codeAnswer,
  enrolAnswer,
  haveAnswer,
  pullAnswer,
  pushAnswer,
  refreshAnswer,
  type EnrolAnswer,
  type HaveAnswer,
  type PullAnswer,
  type Pulled,
  type PushAnswer,
} from '../../core/wire/protocol.ts'
import { deviceMessage } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { answered, send, type Answer } from './http.ts'
import { newId, newWriter, sha256Hex, type Fact, type Writer } from './writer.ts'

type PulledEvent = Extract<Pulled, { readonly event: unknown }>

/** A PC of a garage, enrolled at the server that is tried. */
export type Pc = {
  readonly url: string
  readonly writer: Writer
  readonly garage: GarageId
  readonly enrolled: EnrolAnswer
  /** Renewed by `refresh`. */
  tokens: { readonly accessToken: string; readonly refreshToken: string }
}

export type EnrolWish = { readonly writer?: Writer; readonly garage: GarageId | null; readonly extra?: object; readonly signer?: Writer }

export async function askEnrolment(url: string, code: string, { writer = newWriter(), garage, extra = {}, signer = writer }: EnrolWish) {
  const signature = signer.sign(deviceMessage('enrol', writer.device, sha256Hex(plainCode(code))))
  const { device, publicKeyHex } = writer
  const json = { code, device, publicKeyHex, deviceName: 'Conformance', programVersion: '0', garage, newestJobNo: 7, signature, ...extra }
  return await send(url, { path: 'enrol', json })
}

/** Dashes, blanks and case are how people write a code down. */
function plainCode(code: string): string {
  return code.replaceAll(/[\s-]/g, '').toUpperCase()
}

export async function enrol(url: string, code: string, garage: GarageId | null, writer: Writer = newWriter()): Promise<Pc> {
  const enrolled = answered(await askEnrolment(url, code, { writer, garage }), enrolAnswer)
  return { url, writer, garage: enrolled.garage, enrolled, tokens: enrolled }
}

export async function newCode(pc: Pc): Promise<string> {
  return answered(await ask(pc, 'codes', 'POST'), codeAnswer).code
}

export async function ask(
  pc: Pc,
  path: string,
  method: 'GET' | 'POST' = 'GET',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return await send(pc.url, { method, path, token: pc.tokens.accessToken, headers })
}

export async function askPush(pc: Pc, events: readonly unknown[], more: { device?: DeviceId; historyId?: string } = {}): Promise<Answer> {
  return await send(pc.url, { path: 'push', token: pc.tokens.accessToken, json: pushBody(pc, events, more) })
}

export function pushBody(pc: Pc, events: readonly unknown[], more: { device?: DeviceId; historyId?: string } = {}): object {
  return { historyId: pc.enrolled.historyId, device: pc.writer.device, events, ...more }
}

export async function push(pc: Pc, events: readonly unknown[], device = pc.writer.device): Promise<PushAnswer> {
  return answered(await askPush(pc, events, { device }), pushAnswer)
}

export async function pull(pc: Pc, query: string): Promise<PullAnswer> {
  return answered(await ask(pc, `pull?${query}`), pullAnswer)
}

/** The whole log as this PC sees it, page by page: events, and the places of those that were put aside. */
export async function pullLinks(pc: Pc, limit = 2_000, more = ''): Promise<readonly Pulled[]> {
  const all: Pulled[] = []
  for (let after = 0; ;) {
    const page = await pull(pc, `after=${after}&limit=${limit}${more}`)
    all.push(...page.events)
    if (page.nextAfter >= page.headGseq || page.nextAfter <= after) return all
    after = page.nextAfter
  }
}

export async function pullAll(pc: Pc, limit = 2_000, more = ''): Promise<readonly PulledEvent[]> {
  return (await pullLinks(pc, limit, more)).flatMap((link) => ('event' in link ? [link] : []))
}

/** Where the log ends now, as the server says. */
export async function headOf(pc: Pc): Promise<number> {
  const page = await pull(pc, 'after=0&limit=1')
  return page.headGseq
}

export async function have(pc: Pc): Promise<HaveAnswer> {
  return answered(await ask(pc, 'have'), haveAnswer)
}

export async function haveOf(pc: Pc, device: DeviceId): Promise<{ readonly dseq: number; readonly hash: string } | null> {
  const found = (await have(pc)).heads.find((head) => head.device === device)
  return found === undefined ? null : { dseq: found.dseq, hash: found.hash }
}

export async function alarmsOf(pc: Pc, device: DeviceId): Promise<readonly string[]> {
  const { alarms } = answered(await ask(pc, 'alarms'), alarmsAnswer)
  return alarms.flatMap((alarm) => (alarm.device === device ? [alarm.code] : []))
}

export async function askRefresh(pc: Pc, refreshToken: string, signer: Writer = pc.writer): Promise<Answer> {
  const { device } = pc.writer
  const signature = signer.sign(deviceMessage('refresh', device, sha256Hex(refreshToken)))
  return await send(pc.url, { path: 'token', json: { device, refreshToken, signature } })
}

export async function refresh(pc: Pc): Promise<void> {
  pc.tokens = answered(await askRefresh(pc, pc.tokens.refreshToken), refreshAnswer)
}

/** A small true fact in a stream of its own. */
export function fact(reason = 'conformance'): Fact {
  return { stream: `job:${newId<JobId>()}`, type: 'jobCancelled', payload: { by: 'garage', reason } }
}

export function facts(pc: Pc, count: number): readonly WireEvent[] {
  return Array.from({ length: count }, () => pc.writer.write(pc.garage, fact()))
}

/**
 * Seals an event with fields that the protocol does not name, or of a shape that it does not take, as PROTOCOL.md says: hashed
 * by name. The chain goes on over it.
 */
export function sealed(pc: Pc, event: WireEvent, change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { hash: _, signature: __, ...before } = event
  const fields: Readonly<Record<string, unknown>> = { ...before, ...change }
  const text = Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${name === 'payload' ? String(value) : canonicalJson(value)}`)
    .join(',')
  const hash = sha256Hex(`{${text}}`)
  return { ...fields, hash, signature: pc.writer.seal(hash) }
}
