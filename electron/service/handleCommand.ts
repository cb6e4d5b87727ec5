import type { ActorId, BayId, ConsentId, JobId, PersonId, ServiceId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { CommandInput, Done, Outcome } from '../../core/contract/contract.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { ChangeTopic } from '../../core/contract/views.ts'
import type { CatalogueCommand, Command, GarageCommand } from '../../core/domain/commands.ts'
import { decideSetting } from '../../core/domain/garage/decide.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { JobCommand } from '../../core/domain/job/commands.ts'
import { decide } from '../../core/domain/job/decide.ts'
import { mayDo, rights } from '../../core/domain/people/rights.ts'
import { decideRequest } from '../../core/domain/request/decide.ts'
import type { RequestCommand } from '../../core/domain/request/commands.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { foldRequest } from '../../db/projections/foldRequests.ts'
import { answerGiven, rememberAnswer } from '../../db/queries/commands.ts'
import { isPhotoKept } from '../../db/queries/photos.ts'
import { takeBookings } from './bookings/take.ts'
import { saveMaterial } from './catalogue.ts'
import type { GarageContext } from './context.ts'
import { nextJobNo } from './jobNo.ts'
import { readyAt } from './readyAt.ts'
import { record, recordRequest } from './record.ts'
import { settingRow, writeSettings } from './settings.ts'
import { sha256Hex } from './sha256.ts'

/** What a carried-out command touched, for whoever shows it. */
export type Touched = { readonly topics: readonly ChangeTopic[]; readonly jobIds: readonly JobId[] }

export type Handled = { readonly outcome: Outcome; readonly touched: Touched | null }

/**
 * Load, decide, append and project in one transaction that is durable before it answers. A command id that was carried
 * out before gets the answer it got then; a refusal writes nothing, so that a corrected try may use the same id.
 */
export function handleCommand(context: GarageContext, input: CommandInput): Handled {
  const { db } = context
  const run = db.transaction((): Handled => {
    const given = answerGiven(db, input.commandId)
    if (given !== null) return { outcome: ok(readDone(given)), touched: null }
    const now = context.clock.wallUtcMs()
    const garage = context.garage()
    if (garage === null) return refused({ code: 'noGarage' })
    const denied = accessRefusal(garage, input.actorId, input.command)
    if (denied !== null) return refused(denied)

    const carriedOut = carryOut(context, garage, input, now)
    if (!carriedOut.ok) return refused(carriedOut.error)
    const { done, touched } = carriedOut.value
    rememberAnswer(db, input.commandId, now, JSON.stringify(done))
    return { outcome: ok(done), touched }
  })
  return run.immediate()
}

type CarriedOut = { readonly done: Done; readonly touched: Touched }

function carryOut(context: GarageContext, garage: Garage, { command, actorId }: CommandInput, now: UtcMs): Result<CarriedOut, Refusal> {
  switch (command.type) {
    case 'takeBookings': {
      const taken = takeBookings(context, garage, command, actorId, now)
      if (!taken.ok) return taken
      return ok({ done: { jobId: null, bookings: taken.value.counts }, touched: { topics: ['today', 'jobs'], jobIds: taken.value.jobIds } })
    }
    case 'saveProfile':
    case 'saveHours':
    case 'saveQueueSettings':
    case 'saveBay':
    case 'savePerson':
    case 'saveService':
    case 'saveVatRates':
      return changeSetting(context, garage, command, actorId, now)
    case 'saveMaterial':
      return changeCatalogue(context, command, actorId, now)
    case 'makeOffer':
    case 'withdrawOffer':
    case 'declineRequest':
    case 'noteCrossing':
      return actOnRequest(context, garage, command, actorId, now)
    default:
      return actOnJob(context, garage, command, actorId, now)
  }
}

export function actOnJob(
  context: GarageContext,
  garage: Garage,
  command: JobCommand,
  actorId: ActorId,
  now: UtcMs,
): Result<CarriedOut, Refusal> {
  const jobId = command.type === 'openVisit' ? context.newId<JobId>(now) : command.jobId
  const job = command.type === 'openVisit' ? null : (context.openJobs().get(jobId) ?? foldJob(context.db, jobId))
  const decision = decide(command, {
    nowUtcMs: now,
    clock: context.clockState(now),
    actorId,
    job,
    nextJobNo: command.type === 'openVisit' ? nextJobNo(context.db) : 0,
    // The rest of the house is looked at only by the few decisions that ask for it.
    get openJobs() {
      return [...context.openJobs().values()]
    },
    garage,
    get queue() {
      return context.queueInput(garage, now)
    },
    place: { garageId: context.identity.garage, deviceId: context.identity.device },
    newConsentId: context.newId<ConsentId>(now),
    // Only a request says when the car will be ready; to know it costs a look at the whole queue.
    readyUtcMs: command.type === 'askConsent' && job !== null ? readyAt(context, garage, job, now) : null,
    isPhotoKept: (hash) => isPhotoKept(context.db, hash),
    sha256Hex,
  })
  if (!decision.ok) return decision
  record(context, jobId, job, decision.value, actorId, now)
  const passedOver = decision.value.flatMap((event) => (event.type === 'servedOutOfTurn' ? event.passedOver : []))
  return ok({ done: { jobId, bookings: null }, touched: { topics: ['today', 'jobs'], jobIds: [jobId, ...passedOver] } })
}

function actOnRequest(
  context: GarageContext,
  garage: Garage,
  command: RequestCommand,
  actorId: ActorId,
  now: UtcMs,
): Result<CarriedOut, Refusal> {
  const request = foldRequest(context.db, command.requestId)
  const decision = decideRequest(command, { nowUtcMs: now, garage, request, sha256Hex })
  if (!decision.ok) return decision
  recordRequest(context, command.requestId, decision.value, actorId, now)
  const jobId = request?.acceptance?.jobId ?? null
  return ok({ done: { jobId, bookings: null }, touched: { topics: ['requests', 'sync'], jobIds: [] } })
}

function changeSetting(
  context: GarageContext,
  garage: Garage,
  command: GarageCommand,
  actorId: PersonId,
  now: UtcMs,
): Result<CarriedOut, Refusal> {
  const write = decideSetting(command, {
    garage,
    openJobs: [...context.openJobs().values()],
    newBayId: context.newId<BayId>(now),
    newPersonId: context.newId<PersonId>(now),
    newServiceId: context.newId<ServiceId>(now),
  })
  if (!write.ok) return write
  writeSettings(context, [settingRow(write.value)], actorId, now)
  context.forgetGarage()
  return ok({ done: { jobId: null, bookings: null }, touched: { topics: ['garage', 'today'], jobIds: [] } })
}

function changeCatalogue(context: GarageContext, command: CatalogueCommand, actorId: PersonId, now: UtcMs): Result<CarriedOut, Refusal> {
  const saved = saveMaterial(context, command, actorId, now)
  if (!saved.ok) return saved
  return ok({ done: { jobId: null, bookings: null }, touched: { topics: ['garage'], jobIds: [] } })
}

export function accessRefusal(garage: Garage, actorId: PersonId, command: { readonly type: Command['type'] }): Refusal | null {
  const actor = garage.people.find((person) => person.personId === actorId && person.active)
  if (actor === undefined) return { code: 'unknownActor' }
  return mayDo(actor.role, command.type) ? null : { code: 'notAllowed', roles: rights[command.type] }
}

/** Why this person may not change how the garage is connected; null for its owner. */
export function ownerRefusal(garage: Garage | null, actorId: PersonId): Refusal | null {
  return garage === null ? { code: 'noGarage' } : accessRefusal(garage, actorId, { type: 'saveProfile' })
}

function refused(error: Refusal): Handled {
  return { outcome: err(error), touched: null }
}

function readDone(text: string): Done {
  // Written by this function's own caller, and by nobody else.
  const done: Done = JSON.parse(text)
  return done
}
