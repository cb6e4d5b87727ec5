import { useState } from 'react'
import { vatHeldRial } from '../../../core/domain/pricing/vat.ts'
import { noteMostChars } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Money } from '../../ui/Money.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ActionDialog } from '../jobActions/ActionDialog.tsx'
import { carName } from '../jobActions/names.ts'
import type { JobDialogProps } from '../jobActions/question.ts'
import { useActionForm } from '../jobActions/useActionForm.ts'
import { billDraftOf, type BillLineDraft, billOf, sumsOf } from './billDraft.ts'
import { BillLineFields } from './BillLineFields.tsx'

const discountCodes = ['discountAboveBill', 'amountMissing'] as const

/** The bill's lines, downwards from what was agreed, and a discount with its reason. */
export function BillDialog({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card, account } = job
  const [draft, setDraft] = useState(() => billDraftOf(account))
  const [replacesSetAtUtcMs] = useState(account.bill?.setAtUtcMs ?? null)
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))
  const { linesRial, toPayRial } = sumsOf(draft)
  const bill = billOf(draft)
  const change = (changed: BillLineDraft): void =>
    setDraft((before) => ({ ...before, lines: before.lines.map((line) => (line.key === changed.key ? changed : line)) }))
  const { capRial, paidRial } = account.meter
  return (
    <ActionDialog
      title={text('bill.edit.title', { car: carName(card, text, format) })}
      card={card}
      say={text('bill.edit.say')}
      doLabel={text('bill.edit.do')}
      isSending={isSending}
      problem={besides([...discountCodes, 'reasonMissing'])}
      onDo={() => bill.ok && send({ type: 'setBill', jobId: card.jobId, ...bill.value, replacesSetAtUtcMs })}
      onClose={() => onAsk(null)}
      wide
    >
      <table className="tbl flush bill-edit">
        <thead>
          <tr>
            <th scope="col">{text('bill.edit.what')}</th>
            <th scope="col">{text('bill.edit.used')}</th>
            <th scope="col">{text('bill.edit.quantity')}</th>
            <th scope="col">{text('bill.edit.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.lines.map((line) => (
            <BillLineFields key={line.key} line={line} onChange={change} />
          ))}
        </tbody>
      </table>
      <div className="grid grid-cols-2 items-start gap-4">
        <MoneyField
          label={text('bill.edit.discount')}
          optional
          value={draft.discountRial}
          onChange={(discountRial) => setDraft((before) => ({ ...before, discountRial }))}
          error={at(discountCodes)}
        />
        <TextField
          label={text('bill.edit.discountFor')}
          optional={draft.discountRial === null}
          value={draft.discountReason}
          onChange={(discountReason) => setDraft((before) => ({ ...before, discountReason }))}
          maxLength={noteMostChars}
          error={at(['reasonMissing'])}
        />
      </div>
      <dl className="bill-sums">
        <div>
          <dt>{text('bill.edit.sum')}</dt>
          <dd>
            <Money rial={linesRial} />
          </dd>
        </div>
        <div>
          <dt>{text('bill.edit.cap')}</dt>
          <dd>
            <Money rial={capRial} />
          </dd>
        </div>
        {account.vatPermyriad > 0 && (
          <div>
            <dt>{text('bill.edit.vat', { rate: format.percent(account.vatPermyriad) })}</dt>
            <dd>
              <Money rial={vatHeldRial(toPayRial, account.vatPermyriad)} />
            </dd>
          </div>
        )}
        {paidRial > 0 && (
          <div>
            <dt>{text('bill.edit.paid')}</dt>
            <dd>
              <Money rial={paidRial} />
            </dd>
          </div>
        )}
        <div className="to-pay">
          <dt>{text('bill.edit.toPay')}</dt>
          <dd>
            <Money rial={toPayRial} unit />
          </dd>
        </div>
      </dl>
    </ActionDialog>
  )
}
