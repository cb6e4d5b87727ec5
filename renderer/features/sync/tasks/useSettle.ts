import { useState } from 'react'
import type { SyncTask } from '../../../../core/contract/syncViews.ts'
import type { Assignment } from '../../../../core/domain/job/conflict.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'

export type JobTask = Extract<SyncTask, { kind: 'job' }>

/** Closes a conflict with what a person says of it; the task goes by itself. */
export function useSettle({ conflict, job }: JobTask) {
  const text = useText()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async (assigned: Assignment | null, note: string): Promise<void> => {
    const { jobId } = job
    const outcome = await send({ type: 'settleConflict', jobId, about: conflict.about, assigned, note: note.trim() })
    if (outcome.ok) showToast({ look: 'done', say: text('sync.tasks.settled') })
    else setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
  }
  return { settle, isSending, problem }
}
