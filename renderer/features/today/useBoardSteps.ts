import { useRef } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommand } from '../../../core/domain/job/commands.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { showToast } from '../../ui/toasts.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
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
    const outcome = await act(command, card)
    sending.current.delete(command.jobId)
    if (outcome.ok || outcome.error.code === 'failed') return
    const question = mending(command, outcome.error)
    if (question === null || question.kind !== 'override') showToast({ look: 'danger', say: refusalText(outcome.error) })
    if (question !== null) ask(question)
  }
  const step = (row: BoardRow): void => {
    const now = performance.now()
    if (now - lastStepMs.current < restMs || row.card === null) return
    const next = nextStep(row, may)
    if (next === null) return
    if (next.kind === 'reason') toggleReason(row.card.jobId)
    else if (next.kind === 'place') ask({ kind: 'resume', jobId: row.card.jobId })
    else {
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
  if (command.type === 'resumeWork') return placeCodes.includes(refusal.code) ? { kind: 'resume', jobId: command.jobId } : null
  return null
}

const placeCodes: readonly string[] = ['bayTaken', 'bayUnfit', 'mechanicBusy', 'mechanicUnfit', 'unknownBay', 'unknownMechanic']
