import type { ReactNode } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import { isClosed, isWorkOver } from '../../../core/domain/job/phases.ts'
import { leftOfPayment } from '../../../core/domain/pricing/bill.ts'
import { billNow } from '../../../core/domain/pricing/billNow.ts'
import { vatHeldRial, vatShown } from '../../../core/domain/pricing/vat.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Money } from '../../ui/Money.tsx'
import { isOwed } from '../bill/settlement.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { Facts } from './Facts.tsx'
import { billedSumFacts } from './meterFacts.ts'
import { whenWords } from './when.ts'

/** The bill and every payment and refund, down to what is left or owed. */
export function MoneySection({ job, ask }: { job: JobPage; ask: (question: JobQuestion) => void }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const { may } = useJobActions()
  const { account, phase, card } = job
  const { payments, debt, bill } = account
  const now = billNow(account)
  const { toPayRial, leftRial, discount, linesRial, isProposed } = now
  const vatPermyriad = vatShown(bill, account.vatPermyriad)
  const isGone = isClosed(phase)
  if (phase === 'expected' || (isGone && bill === null && payments.length === 0)) return null
  const sumWords = isProposed ? text(isWorkOver(phase) ? 'job.money.linesProposed' : 'job.money.linesAgreed') : text('job.money.bill')
  return (
    <>
      <hr />
      <section className="job-sec pays">
        <h2>{text('job.money.title')}</h2>
        <dl>
          {line(
            sumWords,
            bill === null ? (
              <Money rial={linesRial} />
            ) : (
              <Facts
                label={text('job.facts.open', { what: sumWords, amount: format.money(linesRial) })}
                facts={() => billedSumFacts(job, { text, format })}
              >
                <Money rial={linesRial} />
              </Facts>
            ),
          )}
          {discount !== null &&
            line(text('job.facts.discount', { reason: discount.reason }), <bdi>−{format.money(discount.amountRial)}</bdi>)}
          {vatPermyriad > 0 &&
            toPayRial > 0 &&
            line(
              text('job.money.vat', { rate: format.percent(vatPermyriad) }),
              <Money rial={vatHeldRial(toPayRial, vatPermyriad)} />,
              'faint',
            )}
          {payments.map((payment) => (
            <PaymentLines
              key={payment.paymentId}
              payment={payment}
              minute={minute}
              ask={may('refundPayment') ? ask : null}
              jobId={card.jobId}
            />
          ))}
          {debt !== null &&
            line(
              <>
                {text('job.money.debt')}
                <small>
                  {[
                    whenWords(debt.atUtcMs, minute, format),
                    debt.byName ?? '',
                    debt.dueDate === null ? '' : text('job.money.debtDue', { date: format.dayMonthYear(debt.dueDate) }),
                    debt.note,
                  ]
                    .filter((part) => part !== '')
                    .join(text('common.comma'))}
                </small>
              </>,
              <Money rial={debt.amountRial} />,
            )}
          {line(
            text(phase === 'handedOver' && leftRial > 0 ? 'job.money.owed' : 'job.money.left'),
            leftRial === 0 && !isProposed ? text('job.money.settled') : <Money rial={leftRial} />,
            'due',
          )}
        </dl>
        <div className="ways">
          {!isGone && may('setBill') && (
            <Button size="sm" onPress={() => ask({ kind: 'bill', jobId: card.jobId })}>
              {text('job.money.edit')}
            </Button>
          )}
          {isOwed(phase, now) && may('takePayment') && (
            <Button size="sm" onPress={() => ask({ kind: 'pay', jobId: card.jobId })}>
              {text('job.money.pay')}
            </Button>
          )}
        </div>
      </section>
    </>
  )
}

function line(what: ReactNode, amount: ReactNode, look = ''): ReactNode {
  return (
    <div className={look}>
      <dt>{what}</dt>
      <dd>{amount}</dd>
    </div>
  )
}

type PaymentLinesProps = {
  readonly payment: JobPage['account']['payments'][number]
  readonly minute: Parameters<typeof whenWords>[1]
  readonly ask: ((question: JobQuestion) => void) | null
  readonly jobId: JobPage['card']['jobId']
}

/** A payment opens who took it, and its refund; what was given back of it stands under it. */
function PaymentLines({ payment, minute, ask, jobId }: PaymentLinesProps) {
  const text = useText()
  const format = useFormat()
  const { method, amountRial, atUtcMs, byName, reference, refunds, paymentId } = payment
  const what = text('job.money.paid', { method: text(`domain.paymentMethod.${method}`) })
  const unit = text(`common.${format.moneyUnit}`)
  const facts = () => [
    {
      key: 'by',
      what: text('job.money.refundOf', { amount: format.money(amountRial), unit }),
      say: [
        byName ?? text('domain.system'),
        whenWords(atUtcMs, minute, format),
        reference === '' ? '' : text('job.timeline.reference', { reference }),
      ]
        .filter((part) => part !== '')
        .join(text('common.comma')),
      ...(ask === null || leftOfPayment(payment) === 0
        ? {}
        : { action: { label: text('job.money.refund'), onPress: () => ask({ kind: 'refund', jobId, paymentId }) } }),
    },
  ]
  return (
    <>
      <div>
        <dt>
          {what}
          <small>{[whenWords(atUtcMs, minute, format), reference].filter((part) => part !== '').join(text('common.comma'))}</small>
        </dt>
        <dd>
          <Facts label={text('job.facts.open', { what, amount: format.money(amountRial) })} facts={facts}>
            <Money rial={amountRial} />
          </Facts>
        </dd>
      </div>
      {refunds.map((refund) => (
        <div key={`${refund.atUtcMs} ${refund.amountRial}`} className="refund">
          <dt>
            {text('job.money.refunded', { method: text(`domain.paymentMethod.${refund.method}`) })}
            <small>{[whenWords(refund.atUtcMs, minute, format), refund.reason].join(text('common.comma'))}</small>
          </dt>
          <dd>
            <bdi>−{format.money(refund.amountRial)}</bdi>
          </dd>
        </div>
      ))}
    </>
  )
}
