import { useCallback } from 'react'
import { assertNever } from '../../core/basics/assertNever.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import { type Format, useFormat } from './format.ts'
import { type Text, useText } from './text.ts'

/** The words for a refusal: why nothing was done, and what to do instead. */
export function useRefusalText(): (refusal: Refusal) => string {
  const text = useText()
  const format = useFormat()
  return useCallback((refusal: Refusal) => refusalText(refusal, text, format), [text, format])
}

export function refusalText(refusal: Refusal, text: Text, format: Format): string {
  switch (refusal.code) {
    case 'wrongPhase':
      return text('refusals.wrongPhase', { phase: text(`domain.phase.${refusal.phase}`) })
    case 'plateAlreadyHere':
      return text('refusals.plateAlreadyHere', { jobNo: refusal.jobNo })
    case 'plateIsBooked':
      return text('refusals.plateIsBooked', { jobNo: refusal.jobNo, slot: format.dateTime(refusal.slotStartUtcMs) })
    case 'slotOnAnotherDay':
      return text('refusals.slotOnAnotherDay', { slot: format.dateTime(refusal.slotStartUtcMs) })
    case 'bayUnfit':
      return text('refusals.bayUnfit', {
        wanted: format.list(
          refusal.wanted.map((kind) => text(`domain.bayKind.${kind}`)),
          'or',
        ),
      })
    case 'mechanicUnfit':
      return text('refusals.mechanicUnfit', { missing: format.list(refusal.missing.map((skill) => text(`domain.skill.${skill}`))) })
    case 'outOfTurn':
      return text('refusals.outOfTurn', { count: refusal.passedOver.length })
    case 'slotTooSoon':
      return text('refusals.slotTooSoon', { from: format.time(refusal.fromUtcMs) })
    case 'tooEarlyForNoShow':
      return text('refusals.tooEarlyForNoShow', { from: format.time(refusal.fromUtcMs) })
    case 'inUse':
      return text('refusals.inUse', { jobNo: refusal.jobNo })
    case 'notAllowed':
      return text('refusals.notAllowed', {
        roles: format.list(
          refusal.roles.map((role) => text(`domain.role.${role}`)),
          'or',
        ),
      })
    case 'fileTooLarge':
      return text('refusals.fileTooLarge', { mostMb: refusal.mostBytes / 1_048_576 })
    case 'headerMissing':
      return text('refusals.headerMissing', { missing: format.list(refusal.missing.map((field) => text(`bookings.field.${field}`))) })
    case 'fileVersionNewer':
      return text('refusals.fileVersionNewer', { version: refusal.version })
    case 'tooManyRows':
      return text('refusals.tooManyRows', { most: refusal.most })
    case 'unknownJob':
    case 'nameOrMobileMissing':
    case 'serviceMissing':
    case 'unknownService':
    case 'unknownBay':
    case 'unknownMechanic':
    case 'reasonMissing':
    case 'bayTaken':
    case 'mechanicBusy':
    case 'slotInPast':
    case 'slotOnHoliday':
    case 'slotOnClosedDay':
    case 'slotOutsideHours':
    case 'notLastStep':
    case 'nameMissing':
    case 'nameTaken':
    case 'lastOwner':
    case 'garageExists':
    case 'unknownActor':
    case 'noGarage':
    case 'hoursWrong':
    case 'noShowBeforeGrace':
    case 'fileEmpty':
    case 'fileKindUnknown':
    case 'fileCut':
      return text(`refusals.${refusal.code}`)
    default:
      return assertNever(refusal)
  }
}
