import { assertNever } from '../../basics/assertNever.ts'
import { addMinutes } from '../../basics/instant.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { plateKey } from '../../persian/plate.ts'
import { dayOf, slotProblem } from '../../persian/workingCalendar.ts'
import { decideConsent } from '../consent/decide.ts'
import { openConsent, pendingNos } from '../consent/state.ts'
import type { Service } from '../garage/types.ts'
import { decideMaterial, isRequestAgreed } from '../materials/decide.ts'
import { quantityProblem } from '../materials/quantity.ts'
import { leftOfUse } from '../materials/uses.ts'
import { billProblem, paidRial } from '../pricing/bill.ts'
import { decidePricing } from '../pricing/decide.ts'
import { servedBy } from '../queue/order.ts'
import { arrived, decideCheckIn } from './checkIn.ts'
import type { JobCommand } from './commands.ts'
import { settleConflict } from './settleConflict.ts'
import type { JobContext, JobDecision } from './context.ts'
import type { JobEvent } from './events.ts'
import { isHere } from './phases.ts'
import type { JobRefusal } from './refusals.ts'
import { decideResume, decideStart, takenProblem } from './decideStart.ts'
import type { Job, RequestedService } from './types.ts'

/** Decides a command: events when it stands, a refusal when it does not. Pure. */
export function decide(command: JobCommand, context: JobContext): JobDecision {
  if (command.type === 'openVisit') return openVisit(command, context)
  const { job } = context
  if (job === null) return err({ code: 'unknownJob' })
  const wrongPhase = err({ code: 'wrongPhase', phase: job.phase.kind })
  switch (command.type) {
    case 'checkIn':
      return decideCheckIn(job, null, context)
    case 'checkInAgain':
      return decideCheckIn(job, command, context)
    case 'startWork':
      return decideStart(command, job, context)
    case 'pauseWork':
      if (job.phase.kind !== 'inWork') return wrongPhase
      return ok([{ type: 'workPaused', reason: command.reason, note: command.note.trim(), freesBay: command.freesBay }])
    case 'resumeWork':
      return decideResume(command, job, context)
    case 'finishWork':
      return job.phase.kind === 'inWork' ? ok([{ type: 'workFinished' }]) : wrongPhase
    case 'cancelJob':
      if (isOver(job)) return wrongPhase
      if (paidRial(job) > 0) return err({ code: 'refundFirst', paidRial: paidRial(job) })
      return withReason(command.reason, (reason) => [...droppedRequest(job, reason), { type: 'jobCancelled', by: command.by, reason }])
    case 'markNoShow':
      return markNoShow(job, context)
    case 'moveSlot':
      return moveSlot(command, job, context)
    case 'withdrawStep':
      return withdrawStep(command, job, context)
    case 'correctDetails':
      return correctDetails(command, job, context)
    case 'settleConflict':
      return settleConflict(command, job, context)
    case 'noteVehicle':
      return ok([{ type: 'vehicleNoted', vin: command.vin, odometerKm: command.odometerKm }])
    case 'requestMaterials':
    case 'logPart':
    case 'takeBackPart':
      return decideMaterial(command, job)
    case 'reportFinding':
    case 'dropFinding':
    case 'askConsent':
    case 'showConsent':
    case 'makeConsentLink':
    case 'answerConsent':
    case 'postponeConsent':
    case 'withdrawConsent':
    case 'dropConsent':
    case 'startItem':
    case 'takeBackStart':
      return decideConsent(command, job, context)
    case 'leaveOut':
    case 'takeIn':
    case 'setBill':
    case 'takePayment':
    case 'refundPayment':
    case 'recordDebt':
    case 'handOver':
      return decidePricing(command, job, context)
    default:
      return assertNever(command)
  }
}

type CommandOf<Type extends JobCommand['type']> = Extract<JobCommand, { type: Type }>

/** A car at the counter without a slot: the visit is opened and the arrival recorded in one go. */
function openVisit(command: CommandOf<'openVisit'>, context: JobContext): JobDecision {
  const services = requestedServices(command.serviceIds, context.garage.services, [])
  if (!services.ok) return services
  if (!command.plateSeenTwice) {
    const twin = plateTwin(context, plateKey(command.vehicle.plate))
    if (twin !== null) return err(twin)
  }
  const materials = command.materials.map((material, index) => ({ ...material, lineNo: index + 1 }))
  for (const { quantity } of materials) {
    const problem = quantityProblem(quantity)
    if (problem !== null) return err(problem)
  }
  return ok([
    {
      type: 'jobOpened',
      jobNo: context.nextJobNo,
      origin: { kind: 'walkIn' },
      slotStartUtcMs: null,
      customer: command.customer,
      vehicle: command.vehicle,
      services: services.value,
      acceptedRial: null,
      note: command.note.trim(),
    },
    ...(materials.length === 0 ? [] : [{ type: 'workRequested', materials, offer: null } as const]),
    arrived({ slotStartUtcMs: null }, context, null),
  ])
}

/** Corrects a slip of the desk. Services are more than that once they were agreed or begun: they change by consent (T5). */
function correctDetails(command: CommandOf<'correctDetails'>, job: Job, context: JobContext): JobDecision {
  const services = requestedServices(command.serviceIds, context.garage.services, job.services)
  if (!services.ok) return services
  const kept = new Set<string>(job.services.map((service) => service.serviceId))
  const same = services.value.length === kept.size && services.value.every((service) => kept.has(service.serviceId))
  if (!same && isRequestAgreed(job)) return err({ code: 'requestIsAgreed' })
  const problem = same || job.bill === null ? null : billProblem({ ...job, services: services.value }, job.bill.lines, job.bill.discount)
  if (problem !== null) return err(problem)
  const { customer, vehicle, note } = command
  return withReason(command.reason, (reason) => [
    // The order stays as well: a share of the accepted price is rounded by its place.
    { type: 'detailsCorrected', customer, vehicle, services: same ? job.services : services.value, note: note.trim(), reason },
  ])
}

/** One car is in the garage once: a second visit of the same plate is asked about before it is opened. */
function plateTwin(context: JobContext, key: string): JobRefusal | null {
  const today = dayOf(context.nowUtcMs, context.garage.hours)
  for (const twin of context.openJobs) {
    if (plateKey(twin.vehicle.plate) !== key) continue
    if (twin.phase.kind === 'expected' && twin.slotStartUtcMs !== null) {
      if (dayOf(twin.slotStartUtcMs, context.garage.hours) !== today) continue
      return { code: 'plateIsBooked', jobId: twin.jobId, jobNo: twin.jobNo, slotStartUtcMs: twin.slotStartUtcMs }
    }
    if (isHere(twin.phase.kind)) return { code: 'plateAlreadyHere', jobId: twin.jobId, jobNo: twin.jobNo }
  }
  return null
}

function markNoShow(job: Job, { nowUtcMs, garage, actorId }: JobContext): JobDecision {
  if (job.phase.kind !== 'expected' || job.slotStartUtcMs === null) return err({ code: 'wrongPhase', phase: job.phase.kind })
  const fromUtcMs = addMinutes(job.slotStartUtcMs, actorId === 'system' ? garage.queue.noShowMin : garage.queue.graceMin)
  if (nowUtcMs < fromUtcMs) return err({ code: 'tooEarlyForNoShow', fromUtcMs })
  return ok([{ type: 'noShowMarked', by: actorId === 'system' ? 'clock' : 'desk' }])
}

/**
 * Takes the last step back. A step that had left bay and mechanic needs them free again; and the arrival of a visit
 * without a booking leaves nothing to go back to: the visit was opened by mistake, and is cancelled.
 */
function withdrawStep(command: CommandOf<'withdrawStep'>, job: Job, context: JobContext): JobDecision {
  const last = job.steps.at(-1)
  if (last?.kind !== command.step) return err({ code: 'notLastStep', lastStep: last?.kind ?? null })
  const { phaseBefore } = last
  const wasInBay = phaseBefore.kind === 'inWork' || (phaseBefore.kind === 'paused' && !phaseBefore.pause.freesBay)
  const taken = wasInBay ? takenProblem(phaseBefore.work.bayId, phaseBefore.work.mechanicId, job, context) : null
  if (taken !== null) return err(taken)
  // A start cannot be unmade under parts that went into the car: they are taken back first.
  const used = last.kind === 'start' ? job.uses.find((use) => leftOfUse(use).milli > 0) : undefined
  if (used !== undefined) return err({ code: 'lineInUse', basis: used.basis })
  const begun =
    last.kind === 'start' ? job.consents.flatMap((consent) => consent.items).find((item) => item.startedAtUtcMs !== null) : undefined
  if (begun !== undefined) return err({ code: 'itemAlreadyStarted', itemNo: begun.itemNo })
  const cancels = last.kind === 'checkIn' && job.origin.kind === 'walkIn' && last.slotBeforeUtcMs === null
  if (cancels && paidRial(job) > 0) return err({ code: 'refundFirst', paidRial: paidRial(job) })
  return withReason(command.reason, (reason) => [
    ...(cancels ? droppedRequest(job, reason) : []),
    cancels ? { type: 'jobCancelled', by: 'garage', reason } : { type: 'stepWithdrawn', step: last.kind, withdraws: last.eventId, reason },
  ])
}

/** A request that waits ends with its visit: nobody will answer it. */
function droppedRequest(job: Job, reason: string): readonly JobEvent[] {
  const open = openConsent(job)
  if (open === null) return []
  return [{ type: 'consentVoided', consentId: open.consentId, itemNos: pendingNos(open), cause: 'dropped', reason }]
}

function isOver({ phase }: Job): boolean {
  return phase.kind === 'finished' || phase.kind === 'handedOver' || phase.kind === 'cancelled'
}

/**
 * T2: a slot is never moved silently: the reason, which names the customer's word, is part of the fact. T6: whoever waits
 * gets none before he would most likely be served anyway, for it would make him on time ahead of those who wait with him.
 */
function moveSlot(command: CommandOf<'moveSlot'>, job: Job, { nowUtcMs, garage, queue }: JobContext): JobDecision {
  if (job.phase.kind !== 'expected' && job.phase.kind !== 'waiting' && job.phase.kind !== 'noShow') {
    return err({ code: 'wrongPhase', phase: job.phase.kind })
  }
  const problem = slotProblem(command.toUtcMs, nowUtcMs, garage.hours)
  if (problem !== null) return err({ code: slotRefusals[problem] })
  const fromUtcMs = job.phase.kind === 'waiting' ? servedBy(job.jobId, queue) : null
  if (fromUtcMs !== null && command.toUtcMs < fromUtcMs) return err({ code: 'slotTooSoon', fromUtcMs })
  return withReason(command.reason, (reason) => [{ type: 'slotMoved', fromUtcMs: job.slotStartUtcMs, toUtcMs: command.toUtcMs, reason }])
}

const slotRefusals = {
  past: 'slotInPast',
  holiday: 'slotOnHoliday',
  closedDay: 'slotOnClosedDay',
  outsideHours: 'slotOutsideHours',
} as const

function withReason(text: string, events: (reason: string) => readonly JobEvent[]): JobDecision {
  const reason = text.trim()
  return reason === '' ? err({ code: 'reasonMissing' }) : ok(events(reason))
}

/** The chosen lines of the price list, as they are quoted now; a line that the job already has keeps the quote it was given. */
function requestedServices(
  ids: readonly string[],
  list: readonly Service[],
  already: readonly RequestedService[],
): Result<readonly RequestedService[], JobRefusal> {
  if (ids.length === 0) return err({ code: 'serviceMissing' })
  const chosen: RequestedService[] = []
  for (const id of new Set(ids)) {
    const kept = already.find((service) => service.serviceId === id)
    const listed = list.find((service) => service.serviceId === id && service.active)
    if (kept !== undefined) chosen.push(kept)
    else if (listed === undefined) return err({ code: 'unknownService' })
    else {
      const { serviceId, title, quotedMin, priceRial, needs } = listed
      chosen.push({ serviceId, title, quotedMin, priceRial, needs })
    }
  }
  return ok(chosen)
}
