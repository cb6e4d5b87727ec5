import type { BayId, JobId, LinkId, PersonId, ServiceId } from '../../core/basics/ids.ts'
import type { Random } from '../../core/basics/random.ts'
import { decideSetting, type SettingWrite } from '../../core/domain/garage/decide.ts'
import type { JobCommand } from '../../core/domain/job/commands.ts'
import { decide } from '../../core/domain/job/decide.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { decideRequest } from '../../core/domain/request/decide.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import { jobStream } from '../../core/wire/jobEvents.ts'
import { requestStream } from '../../core/wire/requestEvents.ts'
import { settingSavedType, settingStream } from '../../core/wire/settingEvents.ts'
import { commandFrom } from '../property/terms/commandFrom.ts'
import { shownText } from '../support/consents.ts'
import { desk, oil } from '../support/garage.ts'
import { contextOf, garageOf } from './context.ts'
import { jobsOf, requestsOf } from './fold.ts'
import { record } from './record.ts'
import { lifeOf, pick, requestWish, settingWish, walkIn } from './wishes.ts'
import { clockOf, newId, sha256, type Pc, type World } from './world.ts'

/** Where facts go, and which. */
type Carried = { readonly stream: string; readonly facts: readonly { readonly type: string }[] }

/** Somebody presses a key at a PC: a command that may well make sense there, decided on what that PC knows. False when it was refused. */
export function command(world: World, pc: Pc, random: Random, press: number): boolean {
  if (pc.disk.presses.has(press) && !world.seams.forgetsPresses) return true
  const carried = carriedOut(world, pc, random)
  if (carried === null || carried.facts.length === 0) return false
  const writer = { log: pc.disk.log, device: pc.disk.device, actor: desk.personId, nowUtcMs: clockOf(world, pc) }
  record(world, writer, carried.stream, carried.facts, press)
  pc.disk.presses.add(press)
  return true
}

function carriedOut(world: World, pc: Pc, random: Random): Carried | null {
  const jobs = jobsOf(pc.disk.log, world.seams)
  const kind = random()
  if (kind < 0.06) return setting(world, pc, jobs, random)
  if (kind < 0.22) {
    const request = pick(requestsOf(pc.disk.log, world.seams), random)
    if (request !== undefined) return answerRequest(world, pc, request, random)
  }
  const job = pick(jobs, random)
  if (job === undefined || (kind > 0.93 && jobs.length < 5)) {
    const context = contextOf(world, pc, jobs, null)
    const decision = decide(walkIn(context.garage, random), context)
    return decision.ok ? { stream: jobStream(newId<JobId>(world)), facts: decision.value } : null
  }
  const context = contextOf(world, pc, jobs, job)
  const link = random() < 0.12 ? linkWish(world, job) : null
  const wanted =
    link ??
    (random() < 0.5
      ? lifeOf(job, context.nowUtcMs, context.garage, random)
      : commandFrom(job, Math.floor(random() * 2 ** 31), context.nowUtcMs))
  const decision = decide(wanted, context)
  return decision.ok ? { stream: jobStream(job.jobId), facts: decision.value } : null
}

/** The open request goes to the customer's own phone. */
function linkWish(world: World, { jobId, consents }: Job): JobCommand | null {
  const consent = consents.at(-1)
  if (consent === undefined || consent.answer !== null) return null
  const linkId = newId<LinkId>(world)
  return { type: 'makeConsentLink', jobId, consentId: consent.consentId, text: shownText, linkId, tokenHash: sha256(linkId) }
}

function answerRequest(world: World, pc: Pc, request: PriceRequest, random: Random): Carried | null {
  const nowUtcMs = clockOf(world, pc)
  const wanted = requestWish(request, nowUtcMs, oil.serviceId, random)
  const decision = decideRequest(wanted, { nowUtcMs, garage: garageOf(world, pc), request, sha256Hex: sha256 })
  return decision.ok ? { stream: requestStream(request.requestId), facts: decision.value } : null
}

function setting(world: World, pc: Pc, openJobs: readonly Job[], random: Random): Carried | null {
  const garage = garageOf(world, pc)
  const wanted = settingWish(garage, random)
  if (wanted === null) return null
  const [newBayId, newPersonId, newServiceId] = [newId<BayId>(world), newId<PersonId>(world), newId<ServiceId>(world)]
  const decision = decideSetting(wanted, { garage, openJobs, newBayId, newPersonId, newServiceId })
  if (!decision.ok) return null
  const { kind, value } = decision.value
  const id = rowId(decision.value)
  return { stream: settingStream(kind, id), facts: [saved(kind, id, value)] }
}

function saved(kind: string, id: string, value: unknown) {
  return { type: settingSavedType, kind, id, position: 0, value }
}

function rowId(write: SettingWrite): string {
  return write.kind === 'service' ? write.value.serviceId : write.kind
}
