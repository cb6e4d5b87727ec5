import type { Rial } from '../../../core/basics/rial.ts'
import { type PaymentMethod, paymentMethods } from '../../../core/domain/pricing/types.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { Segmented } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { amountsOf, type SettleDraft, withAnotherPayment, withMethod, withoutPayment } from './settlement.ts'

type PaymentFieldsProps = {
  readonly draft: SettleDraft
  readonly onChange: (draft: SettleDraft) => void
  readonly leftRial: Rial
  /** A method was asked for in vain. */
  readonly misses: boolean
}

/** Each payment: its method by one press, its amount only where it is not all that is left. */
export function PaymentFields({ draft, onChange, leftRial, misses }: PaymentFieldsProps) {
  const text = useText()
  const format = useFormat()
  const { amounts, rest } = amountsOf(draft, leftRial)
  const change = (key: number, part: Partial<SettleDraft['payments'][number]>): void =>
    onChange({ ...draft, payments: draft.payments.map((payment) => (payment.key === key ? { ...payment, ...part } : payment)) })
  const isSingle = draft.payments.length === 1
  return (
    <div className="pay-fields">
      {draft.payments.map(({ key, method, reference }, index) => (
        <fieldset key={key}>
          <legend className="vh">{isSingle ? text('bill.pay.method') : text('bill.pay.methodNo', { no: index + 1 })}</legend>
          <Segmented<PaymentMethod>
            label={isSingle ? text('bill.pay.method') : text('bill.pay.methodNo', { no: index + 1 })}
            value={method}
            onChange={(chosen) => onChange(withMethod(draft, key, chosen))}
            choices={paymentMethods.map((id) => ({ id, label: text(`domain.paymentMethod.${id}`) }))}
          />
          <p className="key-row" aria-hidden="true">
            {paymentMethods.map((id, nth) => (
              <Kbd key={id} keys={format.digits(nth + 1)} />
            ))}
          </p>
          {misses && method === null && (
            <p className="act-problem" role="alert">
              <Icon name="warning" size="m" />
              {text('bill.pay.methodMissing')}
            </p>
          )}
          <div className="amounts">
            <MoneyField
              label={text('bill.pay.amount')}
              value={amounts[index] ?? null}
              onChange={(amountRial) => change(key, { amountRial })}
            />
            {method !== null && method !== 'cash' && (
              <TextField
                label={text('bill.pay.reference')}
                optional
                ltr
                value={reference}
                onChange={(typed) => change(key, { reference: typed })}
                maxLength={shortMostChars}
              />
            )}
            {!isSingle && <IconButton icon="cross" label={text('bill.pay.remove')} onPress={() => onChange(withoutPayment(draft, key))} />}
          </div>
        </fieldset>
      ))}
      {rest > 0 && (
        <Button look="accent" size="sm" icon="add" className="self-start" onPress={() => onChange(withAnotherPayment(draft))}>
          {text('bill.pay.other')}
        </Button>
      )}
    </div>
  )
}
