import type { DeviceId, EventId, GarageId } from '../../core/basics/ids.ts'
import { assertNever } from '../../core/basics/assertNever.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import { judge, type ChainHead } from '../../core/sync/receive.ts'
import type { Problem } from '../../core/wire/protocol.ts'
import { eventMessage, isSignatureHex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { isSignedBy } from '../access/keys.ts'
import { inTransaction, type Client, type Database } from '../database/pool.ts'
import { insertEvents } from './events.ts'
import { lockGarage } from './author.ts'
import { inspect, type Inspected, type Place } from './inspect.ts'
import { putAside, raiseAlarms, type Alarm, type Aside } from './quarantine.ts'
import { readChainFor, type ChainAt } from './chain.ts'

export type Batch = {
  readonly garage: GarageId
  readonly historyId: string
  readonly device: DeviceId
  /** Who brings them: the device itself, or another PC of the garage. */
  readonly caller: DeviceId
  /** As they came: each is looked at by itself. */
  readonly events: readonly unknown[]
}

export type Pushed = {
  readonly ackedDseq: number
  readonly headHash: string
  readonly quarantined: number
  /** Null when there is nothing to be pulled that was not there before. */
  readonly headGseq: number | null
  readonly accepted: number
  readonly stored: number
}

/**
 * One push in one transaction: what it answers is on the disk. The garage's row is locked first, so that two pushes of one
 * garage come one after the other and numbers are committed in their order.
 */
export async function push(database: Database, batch: Batch, nowUtcMs: number): Promise<Result<Pushed, Problem>> {
  const inspected = inspectAll(batch)
  if (!inspected.ok) return inspected
  const outcome = await inTransaction(database, (client) => store(client, batch, inspected.value, nowUtcMs))
  return outcome.ok || outcome.error.code !== 'signatureWrong' ? outcome : await tellForged(database, batch, outcome, nowUtcMs)
}

function inspectAll({ garage, device, events }: Batch): Result<readonly Inspected[], Problem> {
  const inspected: Inspected[] = []
  for (const raw of events) {
    const one = inspect(raw, garage, device)
    if (typeof one === 'string') return err({ code: one })
    const before = inspected.at(-1)
    if (before !== undefined && one.place.dseq !== before.place.dseq + 1) return err({ code: 'badRequest' })
    inspected.push(one)
  }
  return inspected.length === 0 ? err({ code: 'badRequest' }) : ok(inspected)
}

/** What becomes of the events of a push, before anything is written. */
type Judged = {
  readonly accepted: readonly Inspected[]
  readonly stored: number
  readonly head: ChainHead
  readonly forked: readonly Inspected[]
  readonly problem: Problem | null
}

async function store(client: Client, batch: Batch, inspected: readonly Inspected[], nowUtcMs: number): Promise<Result<Pushed, Problem>> {
  const { garage, device } = batch
  await lockGarage(client, garage)
  const at = await readChainFor(client, garage, device, inspected)
  if (at === null) return err({ code: 'notSignedIn' })
  if (at.historyId !== batch.historyId) return err({ code: 'historyChanged', historyId: at.historyId })
  const judged = judgeAll(inspected, at)
  // The platform's own facts are never brought to it.
  if (device === at.platformDevice && judged.accepted.length > 0) return err({ code: 'signatureWrong' })
  const key = newestKey(judged.accepted, at)
  if (!isTrusted(key, at, batch.caller === device)) return err({ code: 'signatureWrong' })
  if (!isSealed(judged.accepted.at(-1)?.place, key ?? at.enrolledKeyHex, key !== null)) return err({ code: 'signatureWrong' })
  const { facts, runs, asides } = sorted(judged.accepted, at, device)
  const left = judged.forked.map((one): Aside => ({ device, ...seat(one.place), gseq: null, code: 'fork', raw: rawOf(one) }))
  const headGseq = at.headGseq + judged.accepted.length
  for (const { firstGseq, events } of runs) await insertEvents(client, garage, firstGseq, events, nowUtcMs)
  await putAside(client, garage, [...asides, ...left], nowUtcMs)
  await raiseAlarms(client, garage, [...asides, ...left.slice(0, 1)].map(alarmOf), nowUtcMs)
  if (judged.accepted.length > 0) {
    const hlc = facts.at(-1)?.event.hlc ?? at.hlc
    const jobNo = Math.max(0, ...facts.map((fact) => fact.jobNo))
    await moveHeads(client, garage, device, { ...judged.head, hlc, keyHex: key, headGseq, jobNo })
  }
  if (judged.problem !== null) return err(judged.problem)
  return ok({
    ackedDseq: judged.head.dseq,
    headHash: judged.head.hash,
    quarantined: asides.length,
    headGseq: judged.accepted.length === 0 ? null : headGseq,
    accepted: facts.length,
    stored: judged.stored,
  })
}

function judgeAll(inspected: readonly Inspected[], at: ChainAt): Judged {
  let head: ChainHead = { dseq: at.dseq, hash: at.hash }
  const accepted: Inspected[] = []
  let stored = 0
  for (const [index, one] of inspected.entries()) {
    const verdict = judge(one.place, head, (dseq) => at.hashes.get(dseq) ?? null)
    switch (verdict.kind) {
      case 'accept':
        accepted.push(one)
        head = { dseq: one.place.dseq, hash: one.place.hash }
        break
      case 'stored':
        stored += 1
        break
      case 'gap':
        return { accepted, stored, head, forked: [], problem: { code: 'gap', expectedDseq: verdict.expected } }
      case 'fork':
        return { accepted, stored, head, forked: inspected.slice(index), problem: { code: 'fork', expectedDseq: verdict.atDseq } }
      default:
        return assertNever(verdict)
    }
  }
  return { accepted, stored, head, forked: [], problem: null }
}

/**
 * The key that the device signs with after these events: the last that it announced, or, where a newer program says it in
 * words that are not known here, the one that the device was enrolled with.
 */
function newestKey(accepted: readonly Inspected[], { keyHex, enrolledKeyHex }: ChainAt): string | null {
  return accepted.reduce((key, one) => {
    if (one.kind === 'aside' || one.key === null) return key
    return one.key === 'unread' ? enrolledKeyHex : one.key
  }, keyHex)
}

/**
 * A new key is sealed by itself, so something else has to speak for it: the enrolment, which took the device's key. Keys that
 * the device had before its enrolment are its own word, until the chain comes to the one that it was enrolled with.
 * @param isOwn the device itself brings the events
 */
function isTrusted(key: string | null, { keyHex, enrolledKeyHex }: ChainAt, isOwn: boolean): boolean {
  if (key === keyHex || key === enrolledKeyHex || enrolledKeyHex === null) return true
  return isOwn && keyHex !== enrolledKeyHex
}

/**
 * The signature of the last new event covers the chain before it. Before a device's first key there is none to check.
 * @param isAnnounced the key is from the device's own chain, so that nothing after it is unsigned
 */
function isSealed(last: Place | undefined, keyHex: string | null, isAnnounced: boolean): boolean {
  if (last === undefined) return true
  if (last.signature === null) return !isAnnounced
  return keyHex !== null && isSignatureHex(last.signature) && isSignedBy(keyHex, eventMessage(last.hash), last.signature)
}

type Fact = Extract<Inspected, { kind: 'fact' }>
/** Events whose numbers in the garage's log follow one another. */
type Run = { readonly firstGseq: number; readonly events: readonly WireEvent[] }

/** A fact that is here already under another number is kept apart: taken twice it would count twice. */
function sorted(
  accepted: readonly Inspected[],
  at: ChainAt,
  device: DeviceId,
): { readonly facts: readonly Fact[]; readonly runs: readonly Run[]; readonly asides: readonly Aside[] } {
  const taken = new Set<EventId>(at.idsTaken)
  const facts: Fact[] = []
  const asides: Aside[] = []
  const runs: { firstGseq: number; events: WireEvent[] }[] = []
  for (const [index, one] of accepted.entries()) {
    const gseq = at.headGseq + 1 + index
    if (one.kind === 'aside' || taken.has(one.event.id)) {
      asides.push({ device, ...seat(one.place), gseq, code: one.kind === 'aside' ? one.code : 'invalidEvent', raw: rawOf(one) })
      continue
    }
    taken.add(one.event.id)
    facts.push(one)
    const run = runs.at(-1)
    if (run !== undefined && run.firstGseq + run.events.length === gseq) run.events.push(one.event)
    else runs.push({ firstGseq: gseq, events: [one.event] })
  }
  return { facts, runs, asides }
}

function seat({ dseq, prevHash, hash }: Place): Pick<Place, 'dseq' | 'prevHash' | 'hash'> {
  return { dseq, prevHash, hash }
}

function rawOf(one: Inspected): unknown {
  return one.kind === 'fact' ? one.event : one.raw
}

function alarmOf({ code, device, dseq, hash }: Aside): Alarm {
  return { code, device, dseq, note: '', about: `${device} ${dseq} ${hash}` }
}

type Heads = ChainHead & { readonly hlc: string; readonly keyHex: string | null; readonly headGseq: number; readonly jobNo: number }

async function moveHeads(client: Client, garage: GarageId, device: DeviceId, heads: Heads): Promise<void> {
  await client.query({
    name: 'moveHeads',
    text: `WITH moved AS (
      INSERT INTO chain (garage, device, dseq, hash, hlc, key_hex) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (garage, device) DO UPDATE
        SET dseq = excluded.dseq, hash = excluded.hash, hlc = excluded.hlc, key_hex = excluded.key_hex)
    UPDATE garage SET head_gseq = $7, newest_job_no = greatest(newest_job_no, $8) WHERE garage = $1`,
    values: [garage, device, heads.dseq, heads.hash, heads.hlc, heads.keyHex, heads.headGseq, heads.jobNo],
  })
}

async function tellForged(
  database: Database,
  batch: Batch,
  outcome: Result<Pushed, Problem>,
  nowUtcMs: number,
): Promise<Result<Pushed, Problem>> {
  const { garage, device } = batch
  await raiseAlarms(database, garage, [{ code: 'signatureWrong', device, dseq: null, note: 'push', about: `${device} push` }], nowUtcMs)
  return outcome
}
