import { useState } from 'react'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { useFormat } from '../../i18n/format.ts'
import { specText } from '../../i18n/mismatchText.ts'
import { useText } from '../../i18n/text.ts'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { ActionDialog } from '../jobActions/ActionDialog.tsx'
import type { JobDialogProps, JobQuestion } from '../jobActions/question.ts'
import { ReasonField } from '../jobActions/ReasonField.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'

type TakeBackDialogProps = JobDialogProps & { readonly question: Extract<JobQuestion, { kind: 'takeBackPart' }> }

/** A part that was not used after all, or less of it. */
export function TakeBackDialog({ question: { jobId, useId }, job, onAsk }: TakeBackDialogProps) {
  const text = useText()
  const format = useFormat()
  // As it stood when the dialog opened: another window may take it back meanwhile.
  const [use] = useState(() => job.account.uses.find((view) => view.use.useId === useId)?.use ?? null)
  const left = use && leftOfUse(use)
  const [quantity, setQuantity] = useState<Quantity | null>(left)
  const [reason, setReason] = useState('')
  const { isSending, at, besides, send } = useActionForm(job.card, () => onAsk(null))
  if (use === null || left === null) return null
  return (
    <ActionDialog
      title={text('bill.takeBack.title', { part: specText(use.part, text) })}
      card={job.card}
      say={text('bill.takeBack.say')}
      doLabel={text('bill.takeBack.do')}
      isSending={isSending}
      problem={besides(['moreThanUsed', 'quantityWrong', 'quantityNotWhole', 'reasonMissing'])}
      onDo={() => quantity !== null && send({ type: 'takeBackPart', jobId, useId, milli: quantity.milli, reason })}
      onClose={() => onAsk(null)}
    >
      <QuantityField
        label={text('bill.takeBack.quantity')}
        value={quantity}
        unit={left.unit}
        onChange={setQuantity}
        hint={text('bill.takeBack.left', { left: format.quantity(left) })}
        error={at(['moreThanUsed', 'quantityWrong', 'quantityNotWhole'])}
      />
      <ReasonField value={reason} onChange={setReason} error={at(['reasonMissing'])} />
    </ActionDialog>
  )
}
