import type { At, ProofFault } from '../../core/wire/proofCheck/fault.ts'
import { isJobEventType } from '../../core/wire/jobEvents.ts'
import type { Say } from './say.ts'

export type FaultText = {
  readonly what: string
  /** Which event; null when the fault is of the file. */
  readonly where: string | null
}

/** What does not hold, in words. */
export function faultText(fault: ProofFault, say: Say): FaultText {
  const { verify, fill } = say
  const where = 'at' in fault ? placeText(fault.at, say) : null
  switch (fault.code) {
    case 'formatNewer':
      return { where, what: fill(verify.fault.formatNewer, { found: fault.found, known: fault.known }) }
    case 'dataUnreadable':
      return { where, what: fault.where === '' ? verify.fault.dataUnreadable : fill(verify.fault.dataUnreadableAt, { where: fault.where }) }
    case 'photo':
      return { where, what: fill(verify.fault.photo, { hash: `${fault.hash.slice(0, 12)}…` }) }
    case 'term':
      return { where, what: fill(verify.fault.term, { alarm: say.domain.alarm[fault.alarm] }) }
    case 'sums':
      return { where, what: sumText(fault.problem, say) }
    case 'snapshotHash':
    case 'snapshotTotals':
    case 'snapshotForeign':
    case 'answersOther':
    case 'textHash':
    case 'answeredUnshown':
    case 'answeredLate':
    case 'answerTotals':
    case 'evidenceMissing':
      return { where, what: fill(verify.consentFault[fault.code], { no: fault.consentNo === null ? '' : say.digits(fault.consentNo) }) }
    default:
      return { where, what: verify.fault[fault.code] }
  }
}

function sumText(problem: Extract<ProofFault, { code: 'sums' }>['problem'], { verify, fill, money }: Say): string {
  const { sums } = verify
  switch (problem.code) {
    case 'billAboveCap':
      return fill(sums.billAboveCap, { bill: money(problem.billRial), cap: money(problem.capRial) })
    case 'paymentAboveBill':
      return fill(sums.paymentAboveBill, { left: money(problem.leftRial) })
    case 'billBelowPaid':
      return fill(sums.billBelowPaid, { bill: money(problem.billRial), paid: money(problem.paidRial) })
    case 'lineAboveAgreed':
      return fill(sums.lineAboveAgreed, { asked: money(problem.askedRial), agreed: money(problem.agreedRial) })
    case 'lineWithoutBasis':
    case 'lineTwice':
    case 'lineMoreThanAgreed':
    case 'discountAboveBill':
      return sums[problem.code]
    default:
      return sums.other
  }
}

function placeText({ list, n, event }: At, { verify, fill, digits, at }: Say): string {
  if (list === 'keys') return fill(verify.faultKeyAt, { n: digits(n), at: at(event.wallAtUtcMs) })
  const type = isJobEventType(event.type) ? verify.event[event.type] : event.type
  return fill(verify.faultAt, { n: digits(n), event: type, at: at(event.wallAtUtcMs) })
}
