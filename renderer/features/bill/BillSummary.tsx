import type { JobPage } from '../../../core/contract/views.ts'
import type { BillNow } from '../../../core/domain/pricing/billNow.ts'
import { vatHeldRial, vatShown } from '../../../core/domain/pricing/vat.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Money } from '../../ui/Money.tsx'
import { namedLines } from './namedLines.ts'

/** What the customer pays for, line by line, with what it holds of VAT. */
export function BillSummary({ job: { account }, now }: { job: JobPage; now: BillNow }) {
  const text = useText()
  const format = useFormat()
  const { discount, linesRial, toPayRial, paidRial } = now
  const vatPermyriad = vatShown(account.bill, account.vatPermyriad)
  return (
    <section className="bill-sum" aria-label={text(now.isProposed ? 'bill.pay.bill' : 'bill.pay.billSet')}>
      <h3>{text(now.isProposed ? 'bill.pay.bill' : 'bill.pay.billSet')}</h3>
      <table>
        <tbody>
          {namedLines(account.rows, now.lines).map(({ row, line }) => (
            <tr key={`${row.basis.kind} ${row.title} ${line.amountRial}`}>
              <th scope="row">{row.title}</th>
              <td>{format.quantity(line.quantity)}</td>
              <td className="e">
                <Money rial={line.amountRial} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {discount !== null && (
            <>
              <tr>
                <th scope="row" colSpan={2}>
                  {text('bill.pay.total')}
                </th>
                <td className="e">
                  <Money rial={linesRial} />
                </td>
              </tr>
              <tr>
                <th scope="row" colSpan={2}>
                  {text('bill.pay.discount', { reason: discount.reason })}
                </th>
                <td className="e">
                  <bdi>−{format.money(discount.amountRial)}</bdi>
                </td>
              </tr>
            </>
          )}
          <tr className="to-pay">
            <th scope="row" colSpan={2}>
              {text(discount === null ? 'bill.pay.total' : 'bill.edit.toPay')}
            </th>
            <td className="e">
              <Money rial={toPayRial} />
            </td>
          </tr>
          {vatPermyriad > 0 && (
            <tr className="faint">
              <th scope="row" colSpan={2}>
                {text('bill.pay.vat', { rate: format.percent(vatPermyriad) })}
              </th>
              <td className="e">
                <Money rial={vatHeldRial(toPayRial, vatPermyriad)} />
              </td>
            </tr>
          )}
          {paidRial > 0 && (
            <tr>
              <th scope="row" colSpan={2}>
                {text('bill.pay.paid')}
              </th>
              <td className="e">
                <bdi>−{format.money(paidRial)}</bdi>
              </td>
            </tr>
          )}
        </tfoot>
      </table>
    </section>
  )
}
