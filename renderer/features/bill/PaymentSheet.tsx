import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import { type BillNow, billNow } from '../../../core/domain/pricing/billNow.ts'
import { paymentMethods } from '../../../core/domain/pricing/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Money } from '../../ui/Money.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { carName } from '../jobActions/names.ts'
import type { JobDialogProps } from '../jobActions/question.ts'
import { keyDigit } from '../keys/keyboard.ts'
import { DifferenceList } from '../job/DifferenceList.tsx'
import { useDifferences } from '../job/useResolve.ts'
import { receiptHref } from '../print/printHref.ts'
import { BillSummary } from './BillSummary.tsx'
import { DebtFields } from './DebtFields.tsx'
import { PaymentFields } from './PaymentFields.tsx'
import { amountsOf, keyedPayment, newSettleDraft, type SettleDraft, settlementOf, withMethod } from './settlement.ts'
import { useSettle } from './useSettle.ts'

/**
 * Payment and hand-over in three presses: `H` opens it, 1 to 4 choose the method, Enter takes the money and hands the car
 * over in one command. What differs stands here first, with its ways out.
 */
export function PaymentSheet({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const isLater = job.phase === 'handedOver'
  const car = carName(job.card, text, format)
  const isBlocked = job.phase === 'finished' && job.account.differences.length > 0
  return (
    <Dialog title={text(isLater ? 'bill.pay.titleLater' : 'bill.pay.title', { car })} isOpen onClose={() => onAsk(null)} wide keepsOpen>
      <p className="act-car">
        <Plate plate={job.card.vehicle.plate} heightPx={26} />
        <b>
          <bdi>{job.card.vehicle.model}</bdi>
        </b>
        <PersonName name={job.card.customer.name} />
      </p>
      {isBlocked ? <Blocked job={job} onAsk={onAsk} /> : <Settle job={job} onAsk={onAsk} />}
    </Dialog>
  )
}

type PartProps = Pick<JobDialogProps, 'job' | 'onAsk'>

function Blocked({ job, onAsk }: PartProps) {
  const text = useText()
  const { words, isSending } = useDifferences(job, onAsk)
  const part = useRef<HTMLDivElement>(null)
  useFirstFocus(part)
  return (
    <div className="pay-blocked" ref={part}>
      <p className="act-problem">
        <Icon name="warning" size="m" />
        {text('bill.pay.blocked')}
      </p>
      <DifferenceList words={words} isSending={isSending} isFirstPrimary />
      <div className="sheet-foot">
        <Link href={`/jobs/${job.card.jobId}`} className="link" onClick={() => onAsk(null)}>
          {text('bill.pay.toJob')}
        </Link>
        <Button look="quiet" onPress={() => onAsk(null)}>
          {text('jobActions.keep')}
        </Button>
      </div>
    </div>
  )
}

/** What Enter acts on: the first way out, then the method. The window stays open from one to the other. */
function useFirstFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => part.current?.querySelector<HTMLElement>('input, .btn.primary')?.focus(), [part])
}

function Settle({ job, onAsk }: PartProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const now = billNow(job.account)
  const { leftRial } = now
  const [draft, setDraft] = useState<SettleDraft>(newSettleDraft)
  const [misses, setMisses] = useState(false)
  const { settle, isSending, problem } = useSettle(job, now)
  const { rest } = amountsOf(draft, leftRial)
  const form = useRef<HTMLFormElement>(null)
  useFirstFocus(form)
  const isLater = job.phase === 'handedOver'
  const take = async (thenPrint: boolean): Promise<void> => {
    const settlement = settlementOf(draft, leftRial)
    setMisses(!settlement.ok && settlement.error === 'methodMissing')
    if (!settlement.ok || isSending || !(await settle(settlement.value))) return
    onAsk(null)
    if (thenPrint) navigate(receiptHref(job.card.jobId))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void take(false)
  }
  const keyDown = (event: KeyboardEvent): void => {
    const { target } = event
    if (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') return
    const method = paymentMethods[Number(keyDigit(event.nativeEvent) ?? 0) - 1]
    if (method !== undefined) setDraft((before) => withMethod(before, keyedPayment(before), method))
    else if (event.key === 'Enter' && target instanceof HTMLInputElement) void take(false)
    else return
    // A radio button would take Enter for a choice, and cash for granted.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form ref={form} className="act-form pay-sheet" onSubmit={submit} onKeyDownCapture={keyDown} noValidate>
      <div className="pay-cols">
        <BillSummary job={job} now={now} />
        <section>
          <p className="pay-due">
            {text('bill.pay.left')}
            <b>
              <Money rial={leftRial} unit />
            </b>
          </p>
          {leftRial === 0 ? (
            <p className="say">{text('bill.pay.nothing')}</p>
          ) : (
            <>
              <PaymentFields draft={draft} onChange={setDraft} leftRial={leftRial} misses={misses} />
              <DebtFields draft={draft} onChange={setDraft} rest={rest} mayOwe={!isLater} />
            </>
          )}
        </section>
      </div>
      {problem !== null && (
        <p className="act-problem" role="alert">
          <Icon name="warning" size="m" />
          {problem}
        </p>
      )}
      <footer>
        <Button type="submit" look="primary" size="lg" isPending={isSending} isDisabled={rest < 0} kbd="↵">
          {doWords(job, now, draft, rest, text)}
        </Button>
        <Button size="lg" icon="printer" isPending={isSending} isDisabled={rest < 0} onPress={() => void take(true)}>
          {text('bill.pay.doPrint')}
        </Button>
        {!isLater && (
          <Button look="quiet" onPress={() => onAsk({ kind: 'bill', jobId: job.card.jobId })}>
            {text('bill.pay.edit')}
          </Button>
        )}
        <Button look="quiet" onPress={() => onAsk(null)}>
          {text('jobActions.keep')}
        </Button>
      </footer>
    </form>
  )
}

function doWords({ phase }: JobPage, { leftRial }: BillNow, draft: SettleDraft, rest: number, text: Text): string {
  if (phase === 'handedOver') return text('bill.pay.doLater')
  if (leftRial === 0) return text('bill.pay.doFree')
  if (rest <= 0) return text('bill.pay.do')
  return text(draft.owes ? 'bill.pay.doOwe' : 'bill.pay.doTake')
}
