import { useState } from 'react'
import { type PauseReason, pauseReasons } from '../../../core/domain/queue/types.ts'
import { noteMostChars } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { carName } from './names.ts'
import type { JobDialogProps } from './question.ts'
import { useActionForm } from './useActionForm.ts'

export function PauseDialog({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card } = job
  const [reason, setReason] = useState<PauseReason>('part')
  const [note, setNote] = useState('')
  const [freesBay, setFreesBay] = useState(false)
  const { isSending, besides, send } = useActionForm(card, () => onAsk(null))
  return (
    <ActionDialog
      title={text('jobActions.pause.title', { car: carName(card, text, format) })}
      card={card}
      doLabel={text('jobActions.pause.do')}
      isSending={isSending}
      problem={besides([])}
      onDo={() => send({ type: 'pauseWork', jobId: card.jobId, reason, note, freesBay })}
      onClose={() => onAsk(null)}
    >
      <RadioGroup
        label={text('jobActions.pause.why')}
        value={reason}
        onChange={setReason}
        choices={pauseReasons.map((id) => ({ id, label: text(`domain.pauseReason.${id}`) }))}
      />
      <TextField label={text('jobActions.pause.note')} optional value={note} onChange={setNote} maxLength={noteMostChars} />
      <div>
        <Checkbox isSelected={freesBay} onChange={setFreesBay}>
          {text('jobActions.pause.freesBay')}
        </Checkbox>
        <p className="hint-under">{text('jobActions.pause.freesBaySay')}</p>
      </div>
    </ActionDialog>
  )
}
