import type { JobId } from '../../../core/basics/ids.ts'
import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommandType } from '../../../core/domain/job/commands.ts'
import type { PhaseKind, StepKind } from '../../../core/domain/job/types.ts'
import type { Text } from '../../i18n/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { MenuEntry } from '../../ui/Menu.tsx'
import { settleNeed } from '../bill/settlement.ts'
import { openConsent } from '../consent/openConsent.ts'
import { openPartLog } from '../mechanic/openPartLog.ts'
import { warnsOfFinish } from './warnsOfFinish.ts'
import type { JobQuestion, PlainQuestion } from './question.ts'
import type { JobActions } from './useJobActions.ts'

/** The steps that lead a job through its day. */
export type NextCommand = Extract<JobCommandType, 'checkIn' | 'startWork' | 'resumeWork' | 'finishWork' | 'handOver'>

/** What normally comes next, and what else can be done in this phase; null where the job's life is over. */
export type PhaseOffers = { readonly next: NextCommand | null; readonly others: readonly JobCommandType[] }

/** The offers of each phase, as core/domain/job/decide.ts accepts them. */
export const phaseOffers: Readonly<Record<PhaseKind, PhaseOffers>> = {
  expected: { next: 'checkIn', others: ['requestMaterials', 'moveSlot', 'markNoShow', 'cancelJob'] },
  waiting: { next: 'startWork', others: ['requestMaterials', 'askConsent', 'moveSlot', 'cancelJob'] },
  inWork: { next: 'finishWork', others: ['logPart', 'askConsent', 'pauseWork', 'cancelJob'] },
  paused: { next: 'resumeWork', others: ['logPart', 'askConsent', 'cancelJob'] },
  finished: { next: 'handOver', others: ['logPart', 'askConsent', 'setBill'] },
  handedOver: { next: null, others: [] },
  cancelled: { next: null, others: [] },
  noShow: { next: 'checkIn', others: ['moveSlot', 'cancelJob'] },
}

export const commandIcons: Readonly<Record<JobCommandType, IconName>> = {
  openVisit: 'add',
  checkIn: 'car',
  checkInAgain: 'car',
  startWork: 'play',
  pauseWork: 'pause',
  resumeWork: 'play',
  finishWork: 'check',
  handOver: 'key',
  cancelJob: 'forbidden',
  markNoShow: 'cross',
  moveSlot: 'move',
  withdrawStep: 'undo',
  correctDetails: 'pencil',
  noteVehicle: 'car',
  requestMaterials: 'box',
  logPart: 'box',
  takeBackPart: 'undo',
  takeBackStart: 'undo',
  reportFinding: 'flag',
  dropFinding: 'cross',
  askConsent: 'pencil',
  showConsent: 'eye',
  answerConsent: 'pencil',
  postponeConsent: 'phone',
  withdrawConsent: 'undo',
  dropConsent: 'cross',
  startItem: 'play',
  leaveOut: 'cross',
  takeIn: 'undo',
  setBill: 'file',
  takePayment: 'card',
  refundPayment: 'undo',
  recordDebt: 'clock',
  makeConsentLink: 'link',
  settleConflict: 'check',
}

/** The question that a command asks before it is sent; null for what is sent at once. */
const questions: Readonly<Partial<Record<JobCommandType, PlainQuestion['kind']>>> = {
  startWork: 'start',
  pauseWork: 'pause',
  resumeWork: 'resume',
  cancelJob: 'cancel',
  moveSlot: 'moveSlot',
  withdrawStep: 'withdraw',
  correctDetails: 'correct',
  noteVehicle: 'vehicle',
  setBill: 'bill',
  requestMaterials: 'materials',
}

type Subject = { readonly card: JobCard; readonly phase: PhaseKind; readonly lastStep: StepKind | null }
type Doing = { readonly actions: JobActions; readonly ask: (question: JobQuestion) => void; readonly text: Text }

/** Does it, asks what has to be known first, or opens the screen where it is done. */
export function begin(command: JobCommandType, card: JobCard, { actions, ask }: Pick<Doing, 'actions' | 'ask'>): void {
  const { jobId } = card
  const kind = questions[command]
  if (kind !== undefined) ask({ kind, jobId })
  else if (command === 'askConsent') openConsent(jobId)
  else if (command === 'logPart') openPartLog(jobId)
  else if (command === 'handOver' && settleNeed(card.account) !== null) ask({ kind: 'pay', jobId })
  else if (command === 'finishWork') void finishOrAsk(card, { actions, ask })
  else {
    const plain = plainCommand(command, jobId)
    if (plain !== null) void actions.run(plain, card)
  }
}

/** What is open is said before the work is finished; where nothing is, one press is enough. */
async function finishOrAsk(card: JobCard, { actions, ask }: Pick<Doing, 'actions' | 'ask'>): Promise<void> {
  const { jobId } = card
  if (await warnsOfFinish(jobId)) ask({ kind: 'finish', jobId })
  else await actions.run({ type: 'finishWork', jobId }, card)
}

function plainCommand(type: JobCommandType, jobId: JobId) {
  switch (type) {
    case 'checkIn':
    case 'markNoShow':
      return { type, jobId } as const
    case 'handOver':
      return { type, jobId, payments: [], debt: null } as const
    default:
      return null
  }
}

/** Everything beside the next step, in groups; what the person at the desk may not do is left out. */
export function jobMenu({ card, phase, lastStep }: Subject, { actions, ask, text }: Doing): readonly (readonly MenuEntry[])[] {
  const entry = (command: JobCommandType): MenuEntry => ({
    id: command,
    label: labelOf(command, lastStep, text),
    icon: commandIcons[command],
    danger: command === 'cancelJob',
    onAction: () => begin(command, card, { actions, ask }),
  })
  const offered = (commands: readonly JobCommandType[]): readonly MenuEntry[] => commands.filter(actions.may).map(entry)
  // What was agreed changes only by the customer's consent.
  const others = phaseOffers[phase].others.filter((command) => command !== 'requestMaterials' || card.acceptedRial === null)
  return [
    offered(others.filter((command) => command !== 'cancelJob')),
    offered(lastStep === null ? ['correctDetails', 'noteVehicle'] : ['correctDetails', 'noteVehicle', 'withdrawStep']),
    offered(others.filter((command) => command === 'cancelJob')),
  ]
}

function labelOf(command: JobCommandType, lastStep: StepKind | null, text: Text): string {
  const label =
    command === 'withdrawStep'
      ? text('jobActions.withdrawStep', { step: lastStep === null ? '' : text(`domain.step.${lastStep}`) })
      : text(`jobActions.${command}`)
  return questions[command] === undefined && command !== 'logPart' && command !== 'askConsent' ? label : text('jobActions.asks', { label })
}
