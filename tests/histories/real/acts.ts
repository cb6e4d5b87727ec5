import type { CommandId, GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import { utcMs } from '../../../core/basics/instant.ts'
import type { Random } from '../../../core/basics/random.ts'
import type { CommandInput } from '../../../core/contract/contract.ts'
import { eventVersion } from '../../../core/wire/versions.ts'
import type { WireEvent } from '../../../core/wire/wireEvent.ts'
import { newId } from '../../../electron/service/ids.ts'
import { inTransaction, type Client, type Database } from '../../../platform/database/pool.ts'
import { appendAsPlatform, lockGarage } from '../../../platform/log/author.ts'
import { eventColumns, storedEvent, type EventRow } from '../../../platform/log/events.ts'
import type { Platform } from '../../../platform/server.ts'
import { commandFrom } from '../../property/terms/commandFrom.ts'
import { customerActs } from '../customers.ts'
import { jobsOf, requestsOf } from '../fold.ts'
import { append, emptyLog } from '../log.ts'
import { factOf } from '../record.ts'
import { asSpecified } from '../seams.ts'
import type { World } from '../world.ts'
import { lifeOf, pick, requestWish, settingWish, walkIn } from '../wishes.ts'
import { logOf, rowsOf, type RealPc } from './pc.ts'

/** A key pressed at a real PC, once or, as by a nervous hand, twice under one command id. Null when it was refused. */
export function press(pc: RealPc, random: Random): string | null {
  const garage = pc.service.garage()
  const actor = garage?.people.find(({ role }) => role === 'owner')
  const command = wish(pc, random)
  if (garage === null || actor === undefined || command === null) return null
  const input: CommandInput = { commandId: newId<CommandId>(pc.clock.wallUtcMs()), actorId: actor.personId, command }
  const done = pc.service.command(input)
  if (random() < 0.2) pc.service.command(input)
  return done.ok ? command.type : null
}

function wish(pc: RealPc, random: Random): CommandInput['command'] | null {
  const garage = pc.service.garage()
  if (garage === null) return null
  const log = logOf(rowsOf(pc))
  const nowUtcMs = pc.clock.wallUtcMs()
  const jobs = jobsOf(log, asSpecified)
  const kind = random()
  const [service] = garage.services
  if (kind < 0.08) return settingWish(garage, random)
  const request = pick(requestsOf(log, asSpecified), random)
  if (kind < 0.25 && request !== undefined && service !== undefined) return requestWish(request, nowUtcMs, service.serviceId, random)
  const job = pick(jobs, random)
  const wanted =
    job === undefined || kind > 0.92
      ? walkIn(garage, random)
      : random() < 0.6
        ? lifeOf(job, nowUtcMs, garage, random)
        : commandFrom(job, Math.floor(random() * 2 ** 31), nowUtcMs)
  // A link is made by a call of its own, which keeps its secret.
  return wanted.type === 'makeConsentLink' ? null : wanted
}

/** A customer does something on the platform, in one transaction. */
export async function customer(
  { platform, world }: { readonly platform: Platform; readonly world: World },
  garage: GarageId,
  random: Random,
): Promise<readonly string[]> {
  const nowUtcMs = utcMs(world.nowMs)
  return await inTransaction(platform.database, async (client) => {
    await lockGarage(client, garage)
    const log = emptyLog()
    for (const event of await rowsOfPlatform(client, garage)) append(log, event)
    const newJob = (): JobId => newId(nowUtcMs)
    const newRequest = (): RequestId => newId(nowUtcMs)
    const view = { jobs: jobsOf(log, asSpecified), requests: requestsOf(log, asSpecified), nowUtcMs, newJob, newRequest }
    const facts = customerActs(view, random).map(({ stream, fact: { type, ...payload } }) => ({
      stream,
      type,
      v: eventVersion(type),
      payload,
      actor: 'customer' as const,
    }))
    if (facts.length === 0) return []
    for (const event of await appendAsPlatform(client, garage, facts, nowUtcMs)) {
      const seen = (log.streams.get(event.stream) ?? []).map(({ id }) => id)
      append(log, event)
      world.told.set(event.id, { fact: factOf(event), stream: event.stream, seen, press: null })
    }
    return facts.map(({ type }) => type)
  })
}

export async function rowsOfPlatform(client: Client | Database, garage: GarageId): Promise<readonly WireEvent[]> {
  const { rows } = await client.query<EventRow>(`SELECT ${eventColumns} FROM event WHERE garage = $1 ORDER BY gseq`, [garage])
  return rows.map((row) => {
    const { gseq: _, ...event } = storedEvent(row)
    return event
  })
}
