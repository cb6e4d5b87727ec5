import { useState } from 'react'
import type { CancelledBy } from '../../../core/domain/job/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { carName } from './names.ts'
import type { JobDialogProps } from './question.ts'
import { ReasonField } from './ReasonField.tsx'
import { useActionForm } from './useActionForm.ts'

export function CancelDialog({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card } = job
  const [by, setBy] = useState<CancelledBy>('customer')
  const [reason, setReason] = useState('')
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))
  return (
    <ActionDialog
      title={text('jobActions.cancel.title', { car: carName(card, text, format) })}
      card={card}
      say={text('jobActions.cancel.say')}
      doLabel={text('jobActions.cancel.do')}
      doLook="destroy"
      isSending={isSending}
      problem={besides(['reasonMissing'])}
      onDo={() => send({ type: 'cancelJob', jobId: card.jobId, by, reason })}
      onClose={() => onAsk(null)}
    >
      <RadioGroup
        label={text('jobActions.cancel.by')}
        value={by}
        onChange={setBy}
        choices={[
          { id: 'customer', label: text('domain.cancelledBy.customer') },
          { id: 'garage', label: text('domain.cancelledBy.garage') },
        ]}
      />
      <ReasonField value={reason} onChange={setReason} error={at(['reasonMissing'])} takesFocus />
    </ActionDialog>
  )
}
