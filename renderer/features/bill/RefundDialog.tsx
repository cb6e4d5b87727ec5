import { useState } from 'react'
import type { Rial } from '../../../core/basics/rial.ts'
import { leftOfPayment } from '../../../core/domain/pricing/bill.ts'
import { type PaymentMethod, paymentMethods } from '../../../core/domain/pricing/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { Segmented } from '../../ui/RadioGroup.tsx'
import { ActionDialog } from '../jobActions/ActionDialog.tsx'
import { carName } from '../jobActions/names.ts'
import type { JobDialogProps, JobQuestion } from '../jobActions/question.ts'
import { ReasonField } from '../jobActions/ReasonField.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'

type RefundDialogProps = JobDialogProps & { readonly question: Extract<JobQuestion, { kind: 'refund' }> }

/** Money given back of one payment: never more than was taken by it. */
export function RefundDialog({ question: { jobId, paymentId }, job, onAsk }: RefundDialogProps) {
  const text = useText()
  const format = useFormat()
  const [payment] = useState(() => job.account.payments.find((each) => each.paymentId === paymentId) ?? null)
  const [amountRial, setAmount] = useState<Rial | null>(() => (payment === null ? null : leftOfPayment(payment)))
  const [method, setMethod] = useState<PaymentMethod>(payment?.method ?? 'cash')
  const [reason, setReason] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const { isSending, at, besides, send } = useActionForm(job.card, () => onAsk(null))
  if (payment === null) return null
  const unit = text(`common.${format.moneyUnit}`)
  const refund = (): void => {
    setAsked(true)
    if (amountRial !== null) send({ type: 'refundPayment', jobId, paymentId, amountRial, method, reason })
  }
  return (
    <ActionDialog
      title={text('bill.refund.title', { car: carName(job.card, text, format) })}
      card={job.card}
      doLabel={text('bill.refund.do')}
      isSending={isSending}
      problem={besides(['amountMissing', 'refundAbovePaid', 'reasonMissing'])}
      onDo={refund}
      onClose={() => onAsk(null)}
    >
      <p className="say">
        <Emphasis
          text={text('bill.refund.of', {
            at: format.dateTime(payment.atUtcMs),
            method: text(`domain.paymentMethod.${payment.method}`),
            amount: format.money(payment.amountRial),
            unit,
          })}
        />{' '}
        <Emphasis text={text('bill.refund.left', { amount: format.money(leftOfPayment(payment)), unit })} />
      </p>
      <MoneyField
        label={text('bill.refund.amount')}
        value={amountRial}
        onChange={setAmount}
        error={at(['amountMissing', 'refundAbovePaid']) ?? (wasAsked && amountRial === null ? text('refusals.amountMissing') : null)}
      />
      <Segmented
        label={text('bill.refund.method')}
        value={method}
        onChange={setMethod}
        choices={paymentMethods.map((id) => ({ id, label: text(`domain.paymentMethod.${id}`) }))}
      />
      <ReasonField label={text('bill.refund.reason')} value={reason} onChange={setReason} error={at(['reasonMissing'])} />
    </ActionDialog>
  )
}
