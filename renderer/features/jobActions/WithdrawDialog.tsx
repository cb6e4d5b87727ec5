import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { ActionDialog } from './ActionDialog.tsx'
import type { JobDialogProps } from './question.ts'
import { ReasonField } from './ReasonField.tsx'
import { useActionForm } from './useActionForm.ts'

/** Takes back the last step, which was the last one when the dialog opened: another window may have gone on meanwhile. */
export function WithdrawDialog({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const { card } = job
  const [step] = useState(job.lastStep)
  const [reason, setReason] = useState('')
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))
  if (step === null) return null
  return (
    <ActionDialog
      title={text('jobActions.withdraw.title', { step: text(`domain.step.${step}`) })}
      card={card}
      say={text('jobActions.withdraw.say')}
      doLabel={text('jobActions.withdraw.do')}
      isSending={isSending}
      problem={besides(['reasonMissing'])}
      onDo={() => send({ type: 'withdrawStep', jobId: card.jobId, step, reason })}
      onClose={() => onAsk(null)}
    >
      <ReasonField value={reason} onChange={setReason} error={at(['reasonMissing'])} takesFocus />
    </ActionDialog>
  )
}
