import { useState } from 'react'
import type { JobCard, TodayBoard } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { carName } from './names.ts'
import type { JobDialogProps, JobQuestion } from './question.ts'
import { ReasonField } from './ReasonField.tsx'
import { useActionForm } from './useActionForm.ts'

type OverrideDialogProps = JobDialogProps & { readonly question: Extract<JobQuestion, { kind: 'override' }> }

/** T6: served before others only with a reason, which whoever was passed over can read. */
export function OverrideDialog({ job, board, question, onAsk }: OverrideDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card } = job
  const [reason, setReason] = useState('')
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))
  const { jobId, bayId, mechanicId, passedOver } = question
  return (
    <ActionDialog
      title={text('jobActions.override.title', { car: carName(card, text, format) })}
      card={card}
      say={text('jobActions.override.say', { count: passedOver.length })}
      doLabel={text('jobActions.override.do')}
      keepLabel={text('jobActions.override.keep')}
      isSending={isSending}
      problem={besides(['reasonMissing', 'outOfTurn'])}
      onDo={() => send({ type: 'startWork', jobId, bayId, mechanicId, overrideReason: reason })}
      onClose={() => onAsk(null)}
    >
      <ul className="act-passed">
        {cardsOf(board)
          .filter((other) => passedOver.includes(other.jobId))
          .map((other) => (
            <li key={other.jobId}>
              <Plate plate={other.vehicle.plate} heightPx={20} />
              {other.vehicle.model}
              <PersonName name={other.customer.name} short />
            </li>
          ))}
      </ul>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={at(['outOfTurn']) === null ? at(['reasonMissing']) : text('refusals.reasonMissing')}
        takesFocus
      />
    </ActionDialog>
  )
}

function cardsOf({ waiting, expected }: TodayBoard): readonly JobCard[] {
  return [...waiting, ...expected]
}
