import { assertNever } from '../../basics/assertNever.ts'
import { err, ok } from '../../basics/result.ts'
import type { JobContext, JobDecision } from '../job/context.ts'
import { isBegun, isHere } from '../job/phases.ts'
import type { Job } from '../job/types.ts'
import { isLeftOut } from '../pricing/agreed.ts'
import { isBilled } from '../pricing/bill.ts'
import { decideAnswer, decideLink, decidePostpone, decideShow } from './answer.ts'
import { decideAsk } from './ask.ts'
import { changeProblem } from './change.ts'
import type { ConsentCommand } from './commands.ts'
import { deciderProblem } from './decider.ts'
import { isItemStarted, itemState, openConsent, pendingNos } from './state.ts'

type CommandOf<Type extends ConsentCommand['type']> = Extract<ConsentCommand, { type: Type }>

/** T5: decides what is found, asked, answered, taken back and begun. */
export function decideConsent(command: ConsentCommand, job: Job, context: JobContext): JobDecision {
  const isWork = command.type === 'startItem' || command.type === 'takeBackStart'
  if (!(isWork ? isBegun : isHere)(job.phase.kind)) return err({ code: 'wrongPhase', phase: job.phase.kind })
  switch (command.type) {
    case 'reportFinding': {
      const { type: _, jobId: __, title, note, ...rest } = command
      if (title.trim() === '') return err({ code: 'findingTitleMissing' })
      if (!command.photos.every(context.isPhotoKept)) return err({ code: 'photoUnknown' })
      return ok([{ type: 'findingReported', title: title.trim(), note: note.trim(), ...rest }])
    }
    case 'dropFinding':
      return dropFinding(command, job)
    case 'askConsent':
      return decideAsk(command, job, context)
    case 'showConsent':
      return decideShow(command, job, context)
    case 'makeConsentLink':
      return decideLink(command, job, context)
    case 'answerConsent':
      return decideAnswer(command, job, context)
    case 'postponeConsent':
      return decidePostpone(command, job)
    case 'withdrawConsent':
      return withdraw(command, job)
    case 'dropConsent':
      return drop(command, job)
    case 'startItem':
      return startItem(command, job)
    case 'takeBackStart':
      return takeBackStart(command, job)
    default:
      return assertNever(command)
  }
}

function dropFinding({ findingId, reason }: CommandOf<'dropFinding'>, job: Job): JobDecision {
  const finding = job.findings.find((each) => each.findingId === findingId && each.droppedFor === null)
  if (finding === undefined) return err({ code: 'unknownFinding' })
  const open = openConsent(job)
  if (open?.snapshot.items.some((item) => item.findingId === findingId) === true) {
    return err({ code: 'findingInRequest', consentId: open.consentId })
  }
  return reason.trim() === '' ? err({ code: 'reasonMissing' }) : ok([{ type: 'findingDropped', findingId, reason: reason.trim() }])
}

/** Withdrawal is possible until the item is started, and while the bill does not hold it. */
function withdraw({ consentId, itemNos, by, reason }: CommandOf<'withdrawConsent'>, job: Job): JobDecision {
  for (const itemNo of itemNos) {
    const problem = changeProblem(job, consentId, itemNo)
    if (problem !== null) return err(problem)
  }
  const decider = deciderProblem(by)
  return decider === null ? ok([{ type: 'consentWithdrawn', consentId, itemNos, by, reason: reason.trim() }]) : err(decider)
}

function drop({ consentId, reason }: CommandOf<'dropConsent'>, job: Job): JobDecision {
  const consent = job.consents.find((each) => each.consentId === consentId)
  if (consent === undefined) return err({ code: 'unknownConsent' })
  const pending = pendingNos(consent)
  if (pending.length === 0) return err({ code: 'consentNotOpen', states: consent.items.map((item) => item.state) })
  if (reason.trim() === '') return err({ code: 'reasonMissing' })
  return ok([{ type: 'consentVoided', consentId, itemNos: pending, cause: 'dropped', reason: reason.trim() }])
}

/** T5: no work on an item without an accepted record that still stands. */
function startItem({ consentId, itemNo }: CommandOf<'startItem'>, job: Job): JobDecision {
  const consent = job.consents.find((each) => each.consentId === consentId)
  if (consent === undefined) return err({ code: 'unknownConsent' })
  const state = itemState(consent, itemNo)
  if (state === null) return err({ code: 'unknownItem', itemNo })
  if (state !== 'accepted') return err({ code: 'itemNotAccepted', itemNo, state })
  // An item with a part begins with its part: starting it by hand would leave it begun and unused.
  const item = consent.snapshot.items.find((each) => each.itemNo === itemNo)
  if (item !== undefined && item.spec !== null) return err({ code: 'itemHasPart', itemNo })
  if (isLeftOut(job, { kind: 'consent', consentId, itemNo })) return err({ code: 'lineLeftOut' })
  if (isItemStarted(job, consentId, itemNo)) return err({ code: 'itemAlreadyStarted', itemNo })
  return ok([{ type: 'itemStarted', consentId, itemNo }])
}

/** A slip of the finger: the work had not begun. Not once the bill asks for it. */
function takeBackStart({ consentId, itemNo }: CommandOf<'takeBackStart'>, job: Job): JobDecision {
  const item = job.consents.find((each) => each.consentId === consentId)?.items.find((each) => each.itemNo === itemNo)
  if (item === undefined) return err({ code: 'unknownItem', itemNo })
  if (item.startedAtUtcMs === null) return err({ code: 'itemNotStarted', itemNo })
  if (isBilled(job, { kind: 'consent', consentId, itemNo })) return err({ code: 'itemBilled', itemNo })
  return ok([{ type: 'itemStartTakenBack', consentId, itemNo }])
}
