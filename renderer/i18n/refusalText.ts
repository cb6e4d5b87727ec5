import { useCallback } from 'react'
import { assertNever } from '../../core/basics/assertNever.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import { type Format, useFormat } from './format.ts'
import { mismatchText, specText } from './mismatchText.ts'
import { type Text, useText } from './text.ts'

/** The words for a refusal: why nothing was done, and what to do instead. */
export function useRefusalText(): (refusal: Refusal) => string {
  const text = useText()
  const format = useFormat()
  return useCallback((refusal: Refusal) => refusalText(refusal, text, format), [text, format])
}

export function refusalText(refusal: Refusal, text: Text, format: Format): string {
  const unit = text(`common.${format.moneyUnit}`)
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
    case 'quantityNotWhole':
      return text('refusals.quantityNotWhole', { unit: text(`domain.unit.${refusal.unit}`) })
    case 'partMismatch':
      return refusal.nearest === null
        ? text('refusals.partMismatchNone', { part: specText(refusal.part, text) })
        : text('refusals.partMismatch', {
            title: refusal.nearest.title,
            differences: refusal.nearest.mismatches.map((mismatch) => mismatchText(mismatch, text, format)).join(text('common.semicolon')),
          })
    case 'lineNotAgreed':
      return text('refusals.lineNotAgreed', { state: text(`domain.closingState.${refusal.state}`) })
    case 'moreThanUsed':
      return text('refusals.moreThanUsed', { left: format.quantity(refusal.left) })
    case 'itemTitleMissing':
    case 'itemReasonMissing':
    case 'itemIfRefusedMissing':
    case 'itemPriceWrong':
    case 'itemQuantityWrong':
    case 'unknownItem':
    case 'itemAlreadyStarted':
    case 'itemNotStarted':
    case 'itemHasPart':
    case 'itemBilled':
      return text(`refusals.${refusal.code}`, { itemNo: refusal.itemNo })
    case 'itemNotAccepted':
      return text('refusals.itemNotAccepted', { itemNo: refusal.itemNo, state: text(`domain.itemState.${refusal.state}`) })
    case 'consentNotOpen':
      return text('refusals.consentNotOpen', {
        states: format.list([...new Set(refusal.states)].map((state) => text(`domain.itemState.${state}`))),
      })
    case 'consentAlreadyAnswered':
    case 'consentExpired':
      return text(`refusals.${refusal.code}`, { at: format.dateTime(refusal.atUtcMs) })
    case 'consentTotalMoved':
      return text('refusals.consentTotalMoved', { shown: format.money(refusal.shownRial), now: format.money(refusal.nowRial), unit })
    case 'consentNotShown':
      return text('refusals.consentNotShown', { channel: text(`domain.channel.${refusal.channel}`) })
    case 'answersIncomplete':
      return text('refusals.answersIncomplete', { missing: format.list(refusal.missing.map((itemNo) => format.digits(itemNo))) })
    case 'lineAboveAgreed':
      return text('refusals.lineAboveAgreed', { asked: format.money(refusal.askedRial), agreed: format.money(refusal.agreedRial), unit })
    case 'lineMoreThanAgreed':
      return text('refusals.lineMoreThanAgreed', { agreed: format.quantity(refusal.agreed) })
    case 'billAboveCap':
      return text('refusals.billAboveCap', { bill: format.money(refusal.billRial), cap: format.money(refusal.capRial), unit })
    case 'discountAboveBill':
      return text('refusals.discountAboveBill', { bill: format.money(refusal.billRial), unit })
    case 'billBelowPaid':
    case 'refundFirst':
      return text(`refusals.${refusal.code}`, { paid: format.money(refusal.paidRial), unit })
    case 'paymentAboveBill':
    case 'refundAbovePaid':
    case 'debtNotWhatIsLeft':
    case 'notSettled':
      return text(`refusals.${refusal.code}`, { left: format.money(refusal.leftRial), unit })
    case 'differencesLeft':
      return text('refusals.differencesLeft', { count: refusal.differences.length })
    case 'photoTooLarge':
      return text('refusals.photoTooLarge', { mostMb: refusal.mostBytes / 1_048_576 })
    case 'photoTooManyPixels':
      return text('refusals.photoTooManyPixels', { mostMp: refusal.most / 1_000_000 })
    case 'requestOver':
      return text('refusals.requestOver', { status: text(`requests.status.${refusal.status}`) })
    case 'offerRevised':
      return text('refusals.offerRevised', { newest: refusal.newest })
    case 'offerAboveMost':
      return text('refusals.offerAboveMost', { most: format.money(refusal.mostRial), unit })
    case 'validityPassed':
      return text('refusals.validityPassed', { until: format.dateTime(refusal.untilUtcMs) })
    case 'validityTooLong':
      return text('refusals.validityTooLong', { most: format.dateTime(refusal.mostUntilUtcMs) })
    case 'unknownRequest':
    case 'offerEmpty':
    case 'noOpenOffer':
    case 'nothingCrossed':
    case 'vinWrong':
    case 'quantityWrong':
    case 'kindMissing':
    case 'unknownLine':
    case 'lineHasNoPart':
    case 'lineLeftOut':
    case 'unknownUse':
    case 'requestIsAgreed':
    case 'findingTitleMissing':
    case 'unknownFinding':
    case 'findingInRequest':
    case 'itemsMissing':
    case 'consentOpen':
    case 'unknownConsent':
    case 'consentSuperseded':
    case 'consentChanged':
    case 'deciderNameMissing':
    case 'delegateBasisMissing':
    case 'signatureTooSmall':
    case 'notReadBack':
    case 'photoUnknown':
    case 'callTimeWrong':
    case 'lineWithoutBasis':
    case 'lineTwice':
    case 'billMissing':
    case 'billChanged':
    case 'amountMissing':
    case 'unknownPayment':
    case 'lineInUse':
    case 'vatDayTwice':
    case 'barcodeTaken':
    case 'photoKindUnknown':
    case 'photoHasMetadata':
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
    case 'arrivalTakenBack':
    case 'unknownArrival':
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
    case 'unknownConflict':
    case 'assignmentMissing':
    case 'notJoined':
      return text(`refusals.${refusal.code}`)
    default:
      return assertNever(refusal)
  }
}
