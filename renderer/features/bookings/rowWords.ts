import { assertNever } from '../../../core/basics/assertNever.ts'
import type { BookingProblem, BookingWarning } from '../../../core/contract/views.ts'
import type { Text } from '../../i18n/text.ts'

/** What is wrong with a row, and what to do. */
export function problemWords(problem: BookingProblem, text: Text): string {
  switch (problem.code) {
    case 'missing':
      return text('bookings.problem.missing', { field: text(`bookings.field.${problem.field}`) })
    case 'tooLong':
      return text('bookings.problem.tooLong', { field: text(`bookings.field.${problem.field}`), most: problem.most })
    case 'badPlate':
    case 'badMobile':
    case 'badDate':
    case 'badTime':
    case 'badPrice':
    case 'badOfferRevision':
    case 'badVat':
    case 'unknownService':
      return text(`bookings.problem.${problem.code}`, { typed: problem.typed })
    case 'materialKindMissing':
    case 'materialQuantityMissing':
      return text(`bookings.problem.${problem.code}`, { item: problem.item })
    case 'badQuantity':
    case 'unknownUnit':
    case 'badMaterialPrice':
    case 'materialSurplus':
      return text(`bookings.problem.${problem.code}`, { item: problem.item, typed: problem.typed })
    case 'quantityInParts':
      return text('bookings.problem.quantityInParts', {
        typed: problem.typed,
        unit: text(`domain.unit.${problem.unit}`),
        item: problem.item,
      })
    case 'materialTooLong':
      return text('bookings.problem.materialTooLong', {
        field: text(`domain.specField.${problem.field}`),
        item: problem.item,
        most: problem.most,
      })
    case 'materialPriceMissing':
      return text('bookings.problem.materialPriceMissing', { item: problem.item, kind: problem.kind })
    case 'tooManyMaterials':
      return text('bookings.problem.tooManyMaterials', { count: problem.count, most: problem.most })
    case 'offerWithoutPrice':
      return text('bookings.problem.offerWithoutPrice', { offer: problem.offerId })
    case 'twiceInFile':
      return text('bookings.problem.twiceInFile', { row: problem.firstRow })
    case 'slotInPast':
    case 'slotOnHoliday':
    case 'slotOnClosedDay':
    case 'slotOutsideHours':
    case 'takenWithOtherContent':
      return text(`bookings.problem.${problem.code}`)
    default:
      return assertNever(problem)
  }
}

export function warningWords(warning: BookingWarning, text: Text): string {
  switch (warning.code) {
    case 'moreThanBays':
      return text('bookings.warning.moreThanBays', { atOnce: warning.atOnce, bays: warning.bays })
    case 'samePlateSameDay':
      return text('bookings.warning.samePlateSameDay', { row: warning.otherRow })
    case 'plateBookedThatDay':
    case 'slotAlreadyBegun':
      return text(`bookings.warning.${warning.code}`)
    default:
      return assertNever(warning)
  }
}
