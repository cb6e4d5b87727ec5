import { useRef } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommand } from '../jobActions/useJobActions.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { showToast } from '../../ui/toasts.ts'
import { openConsent } from '../consent/openConsent.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { warnsOfFinish } from '../jobActions/warnsOfFinish.ts'
import type { BoardRow } from './boardRows.ts'
import { stopPointing } from './pointing.ts'
import { nextStep } from './steps.ts'

/** A second press so soon after the first was meant for the first. */
const restMs = 350

type Asking = { readonly ask: (question: JobQuestion) => void; readonly toggleReason: (jobId: JobId) => void }

/** Carries out what a press on the board means. What cannot be done at once becomes the question that mends it. */
export function useBoardSteps({ ask, toggleReason }: Asking) {
  const { act, may } = useJobActions()
  const refusalText = useRefusalText()
  const sending = useRef(new Set<JobId>())
  const lastStepMs = useRef(-restMs)

  const send = async (command: Exclude<JobCommand, { type: 'openVisit' }>, card: JobCard): Promise<void> => {
    if (sending.current.has(command.jobId)) return
    sending.current.add(command.jobId)
    stopPointing()
    if (command.type === 'finishWork' && (await warnsOfFinish(command.jobId))) {
      sending.current.delete(command.jobId)
      ask({ kind: 'finish', jobId: command.jobId })
      return
    }
    const outcome = await act(command, card)
    sending.current.delete(command.jobId)
    if (outcome.ok || outcome.error.code === 'failed') return
    const question = mending(command, outcome.error)
    if (question === null || question.kind !== 'override') showToast({ look: 'danger', say: refusalText(outcome.error) })
    if (question !== null) ask(question)
  }
  const step = (row: BoardRow): void => {
    const next = nextStep(row, may)
    if (next === null || row.card === null) return
    if (next.kind === 'reason') toggleReason(row.card.jobId)
    else if (next.kind === 'place') ask({ kind: 'resume', jobId: row.card.jobId })
    else if (next.kind === 'consent') openConsent(row.card.jobId)
    else if (next.kind === 'settle') ask({ kind: 'pay', jobId: row.card.jobId })
    else {
      const now = performance.now()
      if (now - lastStepMs.current < restMs) return
      lastStepMs.current = now
      void send(next.command, row.card)
    }
  }
  return { may, send: (command: Parameters<typeof send>[0], card: JobCard) => void send(command, card), step }
}

/** Passed over somebody: the reason is asked for. Somebody was quicker at the place: another place is chosen. */
function mending(command: JobCommand, refusal: { readonly code: string; readonly passedOver?: readonly JobId[] }): JobQuestion | null {
  if (command.type === 'startWork') {
    const { jobId, bayId, mechanicId } = command
    if (refusal.code === 'outOfTurn') return { kind: 'override', jobId, bayId, mechanicId, passedOver: refusal.passedOver ?? [] }
    return placeCodes.includes(refusal.code) ? { kind: 'start', jobId } : null
  }
  // Something changed since the board was drawn: what is to be paid, or what differs.
  if (command.type === 'handOver') return settleCodes.includes(refusal.code) ? { kind: 'pay', jobId: command.jobId } : null
  if (command.type === 'resumeWork') return placeCodes.includes(refusal.code) ? { kind: 'resume', jobId: command.jobId } : null
  return null
}

const settleCodes: readonly string[] = ['differencesLeft', 'notSettled', 'billAboveCap', 'lineAboveAgreed', 'lineMoreThanAgreed']
const placeCodes: readonly string[] = ['bayTaken', 'bayUnfit', 'mechanicBusy', 'mechanicUnfit', 'unknownBay', 'unknownMechanic']
