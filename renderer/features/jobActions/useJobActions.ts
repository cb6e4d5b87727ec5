import { useMemo } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { Refusal } from '../../../core/contract/refusals.ts'
import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommand as AnyJobCommand } from '../../../core/domain/job/commands.ts'
import type { PageCommand } from '../../client/queries.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { askArrival } from './arrivalChoice.ts'
import { carName, stepOf } from './names.ts'
import { type DeskCommand, type SendRefusal, useDeskCommand } from './useDeskCommand.ts'

/** What a screen does to a job. */
export type JobCommand = Extract<PageCommand, AnyJobCommand>
export type ActRefusal = SendRefusal
export type Acted = Result<JobId | null, ActRefusal>
type Car = Pick<JobCard, 'vehicle'>

export type JobActions = Omit<DeskCommand, 'send'> & {
  /** Sends, says what was done and offers to take it back. A refusal is the caller's to show, beside its fields. */
  readonly act: (command: JobCommand, car: Car) => Promise<Acted>
  /** The same for a single press without a form: a refusal is said as a toast. */
  readonly run: (command: JobCommand, car: Car) => Promise<Acted>
}

/** Everything a screen does to a job goes through here, in the same words everywhere. */
export function useJobActions(): JobActions {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const { person, may, send, isSending } = useDeskCommand()
  const doing = useMemo(() => doingOf({ may, send }, { text, format, refusalText }), [may, send, text, format, refusalText])
  return { person, may, isSending, ...doing }
}

type Words = { readonly text: Text; readonly format: Format; readonly refusalText: (refusal: Refusal) => string }

function doingOf({ may, send }: Pick<DeskCommand, 'may' | 'send'>, { text, format, refusalText }: Words): Pick<JobActions, 'act' | 'run'> {
  const undoOf = (command: JobCommand, jobId: JobId | null, car: Car): (() => void) | null => {
    const step = stepOf[command.type]
    if (step === undefined || jobId === null || !may('withdrawStep')) return null
    return () => void run({ type: 'withdrawStep', jobId, step, reason: text('jobActions.undoReason') }, car)
  }
  const act = async (command: JobCommand, car: Car): Promise<Acted> => {
    const outcome = await send(command)
    if (!outcome.ok && outcome.error.code === 'arrivalTakenBack' && command.type === 'checkIn') {
      const choice = await askArrival(car, outcome.error.arrivals)
      return choice === null ? err({ code: 'failed' }) : act({ type: 'checkInAgain', jobId: command.jobId, ...choice }, car)
    }
    if (!outcome.ok) return outcome
    const undo = undoOf(command, outcome.value.jobId, car)
    showToast({
      look: 'done',
      say: text(`jobActions.done.${command.type}`, { car: carName(car, text, format) }),
      ...(undo === null ? {} : { action: { label: text('common.undo'), kbd: 'Ctrl Z', onAction: undo } }),
    })
    return ok(outcome.value.jobId)
  }
  const run = async (command: JobCommand, car: Car): Promise<Acted> => {
    const outcome = await act(command, car)
    if (!outcome.ok && outcome.error.code !== 'failed') showToast({ look: 'danger', say: refusalText(outcome.error) })
    return outcome
  }
  return { act, run }
}
