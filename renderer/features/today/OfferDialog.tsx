import { useState } from 'react'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { WaitingCard } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { ActionDialog } from '../jobActions/ActionDialog.tsx'
import { carName } from '../jobActions/names.ts'
import { ReasonField } from '../jobActions/ReasonField.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'

export type Offer = { readonly card: WaitingCard; readonly slotUtcMs: UtcMs }

/** A free slot instead of waiting (policy 8): the customer agrees, and his word is the reason of the move (T2). */
export function OfferDialog({ offer: { card, slotUtcMs }, onClose }: { offer: Offer; onClose: () => void }) {
  const text = useText()
  const format = useFormat()
  const [reason, setReason] = useState<string>(text('today.offer.reasonGiven'))
  const { isSending, at, besides, send } = useActionForm(card, onClose)
  return (
    <ActionDialog
      title={text('today.offer.title', { slot: format.dateTime(slotUtcMs), car: carName(card, text, format) })}
      card={card}
      say={text('today.offer.say')}
      doLabel={text('today.offer.do', { time: format.time(slotUtcMs) })}
      keepLabel={text('today.offer.keep')}
      isSending={isSending}
      problem={besides(['reasonMissing'])}
      onDo={() => send({ type: 'moveSlot', jobId: card.jobId, toUtcMs: slotUtcMs, reason })}
      onClose={onClose}
    >
      <ReasonField label={text('today.offer.reason')} value={reason} onChange={setReason} error={at(['reasonMissing'])} />
    </ActionDialog>
  )
}
