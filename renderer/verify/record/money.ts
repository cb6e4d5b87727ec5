import { assertNever } from '../../../core/basics/assertNever.ts'
import { agreedLines } from '../../../core/domain/pricing/agreed.ts'
import { basisKey, type Basis } from '../../../core/domain/pricing/basis.ts'
import { billTotals, paidRial } from '../../../core/domain/pricing/bill.ts'
import { capRial } from '../../../core/domain/pricing/cap.ts'
import { vatHeldRial } from '../../../core/domain/pricing/vat.ts'
import { type Child, facts, h, isolated } from '../dom.ts'
import { actorName, section, table, type View } from './view.ts'

/** What was asked for and what was paid, line by line with the agreement that each rests on. */
export function moneySection(view: View): HTMLElement {
  const { job, say } = view
  const { verify, domain, fill } = say
  const { bill, payments, debt } = job
  const totals = billTotals(bill)
  const amount = (rial: number): Child => isolated(say.money(rial))
  return section(
    verify.bill,
    bill === null ? h('p', {}, verify.noBill) : billTable(view),
    facts([
      [verify.billed, bill === null ? null : amount(totals.linesRial)],
      [verify.discount, bill?.discount == null ? null : [amount(bill.discount.amountRial), ` · ${bill.discount.reason}`]],
      [verify.toPay, bill === null ? null : h('strong', {}, amount(totals.toPayRial))],
      [
        bill === null ? '' : fill(verify.vatInside, { rate: say.percent(bill.vatPermyriad) }),
        bill === null || bill.vatPermyriad === 0 ? null : amount(vatHeldRial(totals.toPayRial, bill.vatPermyriad)),
      ],
      [verify.cap, amount(capRial(job))],
      [verify.paid, payments.length === 0 ? null : amount(paidRial(job))],
      [
        verify.debt,
        debt === null
          ? null
          : [
              amount(debt.amountRial),
              debt.dueDate === null ? null : ` · ${fill(verify.due, { date: say.date(debt.dueDate) })}`,
              debt.note === '' ? null : ` · ${debt.note}`,
            ],
      ],
    ]),
    payments.length === 0
      ? null
      : h(
          'ul',
          { class: 'payments' },
          payments.map(({ method, amountRial, reference, atUtcMs, by, refunds }) =>
            h(
              'li',
              {},
              [amount(amountRial), ` · ${domain.paymentMethod[method]} · ${say.at(atUtcMs)} · ${actorName(view, by) ?? ''}`],
              reference === '' ? null : [' · ', isolated(reference, 'code')],
              refunds.map((refund) =>
                h(
                  'div',
                  { class: 'quiet' },
                  `${verify.refunded} `,
                  amount(refund.amountRial),
                  ` · ${say.at(refund.atUtcMs)} · ${refund.reason}`,
                ),
              ),
            ),
          ),
        ),
  )
}

function billTable({ job, say }: View): HTMLElement {
  const { verify } = say
  const titles = new Map(agreedLines(job).map(({ key, title }) => [key, title]))
  const rows = (job.bill?.lines ?? []).map(({ basis, quantity, amountRial }) => [
    [isolated(titles.get(basisKey(basis)) ?? ''), h('small', { class: 'quiet basis' }, basisText(basis, job, say))],
    say.quantity(quantity),
    isolated(say.money(amountRial)),
  ])
  return table([verify.item, verify.quantity, verify.price], rows, 'amounts')
}

function basisText(basis: Basis, { consents }: View['job'], { verify, fill, digits }: View['say']): string {
  switch (basis.kind) {
    case 'service':
      return verify.basisService
    case 'material':
      return verify.basisMaterial
    case 'consent': {
      const consent = consents.find(({ consentId }) => consentId === basis.consentId)
      return fill(verify.basisConsent, { no: digits(consent?.snapshot.consentNo ?? ''), itemNo: digits(basis.itemNo) })
    }
    default:
      return assertNever(basis)
  }
}
