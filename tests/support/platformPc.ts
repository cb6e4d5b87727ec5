import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { DeviceId, EventId, GarageId, JobId, PersonId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { nextHlc, type Hlc } from '../../core/wire/hlc.ts'
import {
  alarmsAnswer,
  enrolAnswer,
  haveAnswer,
  problem,
  pullAnswer,
  pushAnswer,
  refreshAnswer,
  type EnrolAnswer,
  type Problem,
  type PullAnswer,
  type Pulled,
  type PulledEvent,
} from '../../core/wire/protocol.ts'
import { deviceMessage, eventMessage } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { makeFirstCode } from '../../platform/access/codes.ts'
import { newKeyPair, sha256Hex, signWith, type KeyPair } from '../../platform/access/keys.ts'
import { newId } from '../../platform/access/newId.ts'
import { plainCode } from '../../platform/access/secrets.ts'
import type { Platform } from '../../platform/server.ts'

/** A PC of a garage as the platform sees it: its key, its chain, its tokens, and the calls that it makes. */
export type TestPc = {
  readonly garage: GarageId
  readonly device: DeviceId
  readonly keys: KeyPair
  enrolled: EnrolAnswer
  head: { dseq: number; hash: string; hlc: Hlc | null }
}

export type Answer<Value> = {
  readonly status: number
  readonly value: Value | null
  readonly problem: Problem | null
  readonly response: Response
}

export async function call<Schema extends z.ZodType>(
  platform: Pick<Platform, 'url'>,
  path: string,
  schema: Schema,
  init: RequestInit = {},
): Promise<Answer<z.infer<Schema>>> {
  const response = await fetch(`${platform.url}${path}`, init)
  const body: unknown = response.status === 204 || response.status === 304 ? null : await response.json()
  return {
    status: response.status,
    value: response.ok && body !== null ? schema.parse(body) : null,
    problem: response.ok || body === null ? null : problem.parse(body),
    response,
  }
}

export function post(body: unknown, token?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  }
}

export function withToken({ enrolled }: TestPc, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { headers: { Authorization: `Bearer ${enrolled.accessToken}`, ...headers } }
}

export type NewPc = { readonly garage?: GarageId; readonly device?: DeviceId; readonly keys?: KeyPair; readonly brings?: GarageId | null }

export function enrolBody(
  code: string,
  { device, keys, brings }: { readonly device: DeviceId; readonly keys: KeyPair; readonly brings: GarageId | null },
): object {
  return {
    code,
    device,
    publicKeyHex: keys.publicKeyHex,
    deviceName: 'میز پذیرش',
    programVersion: '0.1.0',
    garage: brings,
    newestJobNo: 0,
    signature: signWith(keys.privateKeyPem, deviceMessage('enrol', device, sha256Hex(plainCode(code)))),
  }
}

/** Enrols a PC by a code; without one it is the first of a new garage. */
export async function enrolledPc(platform: Pick<Platform, 'url' | 'database'>, code?: string, pc: NewPc = {}): Promise<TestPc> {
  const device = pc.device ?? newId<DeviceId>(Date.now())
  const keys = pc.keys ?? newKeyPair()
  const isFirst = code === undefined
  const by = code ?? (await makeFirstCode(platform.database, 'تعمیرگاه آزمون', Date.now())).code
  const brings = pc.brings === undefined ? (isFirst ? (pc.garage ?? newId<GarageId>(Date.now())) : null) : pc.brings
  const { value, problem: refusal } = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(by, { device, keys, brings })))
  if (value === null) throw new Error(`not enrolled: ${refusal?.code ?? ''}`)
  return { garage: value.garage, device, keys, enrolled: value, head: { dseq: 0, hash: chainStart, hlc: null } }
}

export type Said = {
  readonly stream: string
  readonly type: string
  readonly v?: number
  readonly payload: unknown
  readonly parents?: readonly EventId[]
}

const someone = newId<PersonId>(Date.now())

/** The next event of the PC's chain, hashed and, unless it is asked otherwise, signed. */
export function writes(pc: TestPc, { stream, type, v = 1, payload, parents = [] }: Said, signed = true): WireEvent {
  const now = utcMs(Date.now())
  const unhashed = {
    id: newId<EventId>(now),
    garage: pc.garage,
    device: pc.device,
    dseq: pc.head.dseq + 1,
    hlc: nextHlc(pc.head.hlc, now),
    wallAtUtcMs: now,
    serverOffsetMs: null,
    actor: someone,
    type,
    v,
    stream,
    parents,
    payload: canonicalJson(payload),
    prevHash: pc.head.hash,
  }
  const hash = sha256Hex(hashedTextOfStored(unhashed))
  pc.head = { dseq: unhashed.dseq, hash, hlc: unhashed.hlc }
  return { ...unhashed, hash, signature: signed ? signWith(pc.keys.privateKeyPem, eventMessage(hash)) : null }
}

/** Puts another text under the same chain place and signs it anew: what a forger with the key, or a newer program, would send. */
export function resealed(pc: TestPc, event: WireEvent, change: Partial<WireEvent>): WireEvent {
  const { hash: _, signature: __, ...unhashed } = { ...event, ...change }
  const hash = sha256Hex(hashedTextOfStored(unhashed))
  if (event.dseq === pc.head.dseq) pc.head = { ...pc.head, hash }
  return { ...unhashed, hash, signature: signWith(pc.keys.privateKeyPem, eventMessage(hash)) }
}

export function announcement(pc: TestPc): WireEvent {
  return writes(pc, {
    stream: `device:${pc.device}`,
    type: 'deviceKeyMade',
    payload: { publicKeyHex: pc.keys.publicKeyHex, keeper: 'file' },
  })
}

/** A small true fact with a text of one's choice. */
export function note(pc: TestPc, job: JobId = newId<JobId>(Date.now()), text = 'یادداشت'): WireEvent {
  return writes(pc, { stream: `job:${job}`, type: 'jobCancelled', payload: { by: 'garage', reason: text } })
}

export function pushBody(pc: TestPc, events: readonly unknown[]): object {
  return { historyId: pc.enrolled.historyId, device: pc.device, events }
}

export async function push(
  platform: Pick<Platform, 'url'>,
  pc: TestPc,
  events: readonly unknown[],
): Promise<Answer<z.infer<typeof pushAnswer>>> {
  return await call(platform, '/v1/push', pushAnswer, post(pushBody(pc, events), pc.enrolled.accessToken))
}

export async function pull(platform: Pick<Platform, 'url'>, pc: TestPc, after = 0, more = ''): Promise<Answer<PullAnswer>> {
  return await call(platform, `/v1/pull?after=${after}${more}`, pullAnswer, withToken(pc))
}

export async function pullAll(platform: Pick<Platform, 'url'>, pc: TestPc): Promise<readonly PulledEvent[]> {
  return (await pullLinks(platform, pc)).filter((pulled) => 'event' in pulled)
}

/** The whole log with the holes of its chains. */
export async function pullLinks(platform: Pick<Platform, 'url'>, pc: TestPc): Promise<readonly Pulled[]> {
  const all: PullAnswer['events'] = []
  for (let after = 0; ;) {
    const { value } = await pull(platform, pc, after, '&limit=500')
    if (value === null) throw new Error('pull was refused')
    all.push(...value.events)
    if (value.nextAfter === after || value.nextAfter >= value.headGseq) return all
    after = value.nextAfter
  }
}

export async function have(platform: Pick<Platform, 'url'>, pc: TestPc): Promise<z.infer<typeof haveAnswer>> {
  const { value } = await call(platform, '/v1/have', haveAnswer, withToken(pc))
  if (value === null) throw new Error('have was refused')
  return value
}

export async function alarmCodes(platform: Pick<Platform, 'url'>, pc: TestPc): Promise<readonly string[]> {
  const { value } = await call(platform, '/v1/alarms', alarmsAnswer, withToken(pc))
  return (value?.alarms ?? []).map(({ code }) => code)
}

export async function refreshTokens(
  platform: Pick<Platform, 'url'>,
  pc: TestPc,
  refreshToken = pc.enrolled.refreshToken,
  keys = pc.keys,
): Promise<Answer<z.infer<typeof refreshAnswer>>> {
  const signature = signWith(keys.privateKeyPem, deviceMessage('refresh', pc.device, sha256Hex(refreshToken)))
  return await call(platform, '/v1/token', refreshAnswer, post({ device: pc.device, refreshToken, signature }))
}

export function randomText(bytes: number): string {
  return randomBytes(bytes / 2).toString('hex')
}
