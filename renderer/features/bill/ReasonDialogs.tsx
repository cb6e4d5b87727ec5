import { useState } from 'react'
import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommand } from '../jobActions/useJobActions.ts'
import { useText } from '../../i18n/text.ts'
import { ActionDialog } from '../jobActions/ActionDialog.tsx'
import type { JobDialogProps, JobQuestion } from '../jobActions/question.ts'
import { ReasonField } from '../jobActions/ReasonField.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'
import { lineTitles } from '../job/lineTitles.ts'

type Asked<Kind extends JobQuestion['kind']> = JobDialogProps & { readonly question: Extract<JobQuestion, { kind: Kind }> }

/** An agreed line that is not done: nothing is used or billed for it. */
export function LeaveOutDialog({ question: { basis, jobId }, job, onAsk }: Asked<'leaveOut'>) {
  const text = useText()
  const title = lineTitles(job.account).line(basis)
  return (
    <ReasonDialog
      card={job.card}
      title={text('bill.leaveOut.title', { title })}
      say={text('bill.leaveOut.say')}
      doLabel={text('bill.leaveOut.do')}
      commandOf={(reason) => ({ type: 'leaveOut', jobId, basis, reason })}
      onClose={() => onAsk(null)}
    />
  )
}

export function DropConsentDialog({ question: { consentId, jobId }, job, onAsk }: Asked<'dropConsent'>) {
  const text = useText()
  const no = job.account.consents.find(({ consent }) => consent.consentId === consentId)?.consent.snapshot.consentNo ?? 0
  return (
    <ReasonDialog
      card={job.card}
      title={text('bill.dropConsent.title', { no })}
      say={text('bill.dropConsent.say')}
      doLabel={text('bill.dropConsent.do')}
      commandOf={(reason) => ({ type: 'dropConsent', jobId, consentId, reason })}
      onClose={() => onAsk(null)}
    />
  )
}

export function DropFindingDialog({ question: { findingId, jobId }, job, onAsk }: Asked<'dropFinding'>) {
  const text = useText()
  const title = lineTitles(job.account).finding(findingId)
  return (
    <ReasonDialog
      card={job.card}
      title={text('bill.dropFinding.title', { title })}
      say={text('bill.dropFinding.say')}
      doLabel={text('bill.dropFinding.do')}
      commandOf={(reason) => ({ type: 'dropFinding', jobId, findingId, reason })}
      onClose={() => onAsk(null)}
    />
  )
}

type ReasonDialogProps = {
  readonly card: JobCard
  readonly title: string
  readonly say: string
  readonly doLabel: string
  readonly commandOf: (reason: string) => JobCommand
  readonly onClose: () => void
}

/** Everything that is put aside is put aside for a reason. */
function ReasonDialog({ card, title, say, doLabel, commandOf, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const { isSending, at, besides, send } = useActionForm(card, onClose)
  return (
    <ActionDialog
      title={title}
      card={card}
      say={say}
      doLabel={doLabel}
      isSending={isSending}
      problem={besides(['reasonMissing'])}
      onDo={() => send(commandOf(reason))}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} error={at(['reasonMissing'])} takesFocus />
    </ActionDialog>
  )
}
