import type { JobPage, TimelineEntry } from '../../../core/contract/views.ts'
import type { RequestedService } from '../../../core/domain/job/types.ts'
import type { Customer, Vehicle } from '../../../core/domain/job/visit.ts'
import { plateKey } from '../../../core/persian/plate.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import { plateWords } from '../../ui/plate/plateText.ts'
import type { LineTitles } from './lineTitles.ts'
import type { EntryWords } from './entryWords.ts'
import { agreementWords } from './timelineAgreement.ts'
import { platformWords } from './timelinePlatform.ts'

type Details = {
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly services: readonly RequestedService[]
  readonly note: string
}

/** An entry in words; `before` are the details as they stood, for saying what a correction changed. */
export function entryWords(entry: TimelineEntry, before: Details | null, titles: LineTitles, text: Text, format: Format): EntryWords {
  const { event, bayName, mechanicName } = entry
  // Whoever recorded it is named beside it already.
  const mechanic = mechanicName === null || mechanicName === entry.actor.name ? [] : [mechanicName]
  switch (event.type) {
    case 'jobOpened':
      return {
        icon: event.origin.kind === 'walkIn' ? 'add' : 'calendar',
        title: text(`job.timeline.opened.${event.origin.kind}`),
        facts: [
          ...(event.slotStartUtcMs === null ? [] : [text('job.slot', { slot: format.dateTime(event.slotStartUtcMs) })]),
          event.origin.kind === 'booking'
            ? text('job.timeline.openedSay.booking', { file: event.origin.fileName })
            : text(`job.timeline.openedSay.${event.origin.kind}`),
        ],
      }
    case 'customerArrived': {
      const { slotStartUtcMs, clock, countsFrom } = event.evidence
      return {
        icon: 'car',
        title: text('job.timeline.arrived'),
        facts: [
          text(`domain.arrivalClass.${event.arrivalClass}`),
          ...(slotStartUtcMs === null ? [] : [text('job.slot', { slot: format.time(slotStartUtcMs) })]),
          ...(countsFrom === null ? [] : [text('domain.countsFrom', { time: format.time(countsFrom.arrivedAtUtcMs) })]),
          ...(clock === 'ok' ? [] : [text(`domain.clock.${clock}`)]),
        ],
      }
    }
    case 'workStarted':
      return {
        icon: 'play',
        title: bayName === null ? text('job.timeline.startedNowhere') : text('job.timeline.started', { bay: bayName }),
        facts: mechanic,
      }
    case 'servedOutOfTurn':
      return {
        icon: 'flag',
        title: text('job.timeline.outOfTurn'),
        facts: [text('job.timeline.passedOver', { count: event.passedOver.length, reason: event.reason })],
      }
    case 'workPaused':
      return {
        icon: 'pause',
        title: text('job.timeline.paused', { reason: text(`domain.pauseReason.${event.reason}`) }),
        facts: [event.note, event.freesBay ? text('job.timeline.pausedFree') : ''].filter((fact) => fact !== ''),
      }
    case 'workResumed':
      return {
        icon: 'play',
        title: bayName === null ? text('job.timeline.resumedNowhere') : text('job.timeline.resumed', { bay: bayName }),
        facts: mechanic,
      }
    case 'workFinished':
      return { icon: 'check', title: text('job.timeline.finished'), facts: [], look: 'done' }
    case 'carHandedOver':
      return { icon: 'key', title: text('job.timeline.handedOver'), facts: [], look: 'done' }
    case 'jobCancelled':
      return {
        icon: 'forbidden',
        title: text(`job.timeline.cancelled.${event.by}`),
        facts: [text('job.timeline.reason', { reason: event.reason })],
      }
    case 'noShowMarked':
      return { icon: 'cross', title: text(`job.timeline.noShow.${event.by}`), facts: [] }
    case 'slotMoved':
      return {
        icon: 'move',
        title: text('job.timeline.slotMoved', { to: format.dateTime(event.toUtcMs) }),
        facts: [
          ...(event.fromUtcMs === null ? [] : [text('job.timeline.slotMovedFrom', { from: format.dateTime(event.fromUtcMs) })]),
          text('job.timeline.reason', { reason: event.reason }),
        ],
      }
    case 'stepWithdrawn':
      return {
        icon: 'undo',
        title: text('job.timeline.withdrawn', { step: text(`domain.step.${event.step}`) }),
        facts: [text('job.timeline.reason', { reason: event.reason })],
      }
    case 'detailsCorrected':
      return {
        icon: 'pencil',
        title: text('job.timeline.corrected'),
        facts: [...(before === null ? [] : changes(before, event, text, format)), text('job.timeline.reason', { reason: event.reason })],
      }
    case 'vehicleNoted':
      return {
        icon: 'car',
        title: text('job.timeline.vehicleNoted'),
        facts: [
          ...(event.vin === null ? [] : [text('job.timeline.vin', { vin: event.vin })]),
          ...(event.odometerKm === null ? [] : [text('job.timeline.odometer', { km: event.odometerKm })]),
        ],
      }
    case 'conflictSettled':
      return {
        icon: 'check',
        title: text('job.timeline.conflictSettled', { what: text(`sync.conflict.${event.kind}.title`) }),
        facts: [
          ...(event.assigned === null || bayName === null ? [] : [text('job.timeline.conflictAssigned', { bay: bayName })]),
          ...(event.assigned === null ? [] : mechanic),
          ...(event.note.trim() === '' ? [] : [event.note]),
        ],
      }
    case 'bookingMade':
    case 'bookingMoved':
    case 'bookingCancelled':
    case 'linkOpened':
    case 'answerReceived':
    case 'visitRated':
      return platformWords(event, text, format)
    default:
      return agreementWords(event, titles, text, format)
  }
}

/** The details after each entry's predecessors, in step with the timeline. */
export function detailsBefore({ timeline }: JobPage): readonly (Details | null)[] {
  let current: Details | null = null
  return timeline.map(({ event }) => {
    const before = current
    if (event.type === 'jobOpened' || event.type === 'bookingMade' || event.type === 'detailsCorrected') current = event
    return before
  })
}

function changes(before: Details, after: Details, text: Text, format: Format): readonly string[] {
  const written = ({ customer, vehicle, services, note }: Details) =>
    ({
      plate: plateWords(vehicle.plate, text, format),
      model: vehicle.model,
      name: customer.name,
      mobile: customer.mobile === null ? '' : format.mobile(customer.mobile),
      services: format.list(services.map(({ title }) => title)),
      note,
    }) as const
  const from = written(before)
  const to = written(after)
  const isSamePlate = plateKey(before.vehicle.plate) === plateKey(after.vehicle.plate)
  return (['plate', 'model', 'name', 'mobile', 'services', 'note'] as const)
    .filter((field) => (field === 'plate' ? !isSamePlate : from[field] !== to[field]))
    .map((field) =>
      text('job.timeline.change', {
        field: text(`job.timeline.field.${field}`),
        from: from[field] === '' ? text('job.timeline.empty') : from[field],
        to: to[field] === '' ? text('job.timeline.empty') : to[field],
      }),
    )
}
