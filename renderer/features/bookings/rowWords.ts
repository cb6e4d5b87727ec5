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
    case 'unknownService':
      return text(`bookings.problem.${problem.code}`, { typed: problem.typed })
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
    case 'slotAlreadyBegun':
      return text('bookings.warning.slotAlreadyBegun')
    default:
      return assertNever(warning)
  }
}
