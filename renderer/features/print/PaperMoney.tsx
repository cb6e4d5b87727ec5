import type { ReactNode } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import type { BillNow } from '../../../core/domain/pricing/billNow.ts'
import { vatHeldRial, vatShown } from '../../../core/domain/pricing/vat.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

/** From the sum of the lines to what is left: discount, VAT held, every payment and refund, a debt. */
export function PaperMoney({ job: { account }, now }: { job: JobPage; now: BillNow }) {
  const text = useText()
  const format = useFormat()
  const { meter, payments, debt, bill } = account
  const unit = text(`common.${format.moneyUnit}`)
  const vatPermyriad = vatShown(bill, account.vatPermyriad)
  return (
    <dl className="paper-money">
      {now.discount !== null && line('sum', text('print.sum', { unit }), format.money(now.linesRial))}
      {now.discount !== null &&
        line('discount', text('print.discount', { reason: now.discount.reason }), `−${format.money(now.discount.amountRial)}`)}
      {line('toPay', text('print.toPay', { unit }), format.money(now.toPayRial), 'total')}
      {vatPermyriad > 0 &&
        line(
          'vat',
          text('print.vat', { rate: format.percent(vatPermyriad) }),
          format.money(vatHeldRial(now.toPayRial, vatPermyriad)),
          'faint',
        )}
      {line(
        'cap',
        text('print.cap', {
          accepted: format.money(meter.acceptedRial),
          consented: format.money(meter.consentedRial),
          cap: format.money(meter.capRial),
        }),
        '',
        'faint',
      )}
      {payments.flatMap(({ paymentId, method, amountRial, atUtcMs, reference, refunds }) => [
        line(
          paymentId,
          [
            text('print.paid', { method: text(`domain.paymentMethod.${method}`), at: format.dateTime(atUtcMs) }),
            ...(reference === '' ? [] : [text('print.reference', { reference })]),
          ].join(text('common.comma')),
          format.money(amountRial),
        ),
        ...refunds.map((refund) =>
          line(
            `${paymentId} ${refund.atUtcMs} ${refund.amountRial}`,
            text('print.refunded', {
              method: text(`domain.paymentMethod.${refund.method}`),
              at: format.dateTime(refund.atUtcMs),
              reason: refund.reason,
            }),
            `−${format.money(refund.amountRial)}`,
          ),
        ),
      ])}
      {debt !== null &&
        line(
          'debt',
          [
            debt.dueDate === null ? text('print.debt') : text('print.debtDue', { date: format.dayMonthYear(debt.dueDate) }),
            ...(debt.note === '' ? [] : [debt.note]),
          ].join(text('common.comma')),
          format.money(debt.amountRial),
        )}
      {now.leftRial > 0
        ? line('left', text('print.left', { unit }), format.money(now.leftRial), 'total')
        : !now.isProposed && line('settled', text('print.settled'), '', 'total')}
    </dl>
  )
}

function line(key: string, what: ReactNode, amount: string, look = ''): ReactNode {
  return (
    <div key={key} className={look}>
      <dt>{what}</dt>
      <dd>
        <bdi>{amount}</bdi>
      </dd>
    </div>
  )
}
