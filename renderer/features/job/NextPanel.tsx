import { useEffect, useRef } from 'react'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import type { JobCommand } from '../jobActions/useJobActions.ts'
import { billNow } from '../../../core/domain/pricing/billNow.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { isOwed, settleNeed } from '../bill/settlement.ts'
import { begin, commandIcons, jobMenu, type NextCommand, phaseOffers } from '../jobActions/menu.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { useDifferences } from './useResolve.ts'
import { whenWords } from './when.ts'

/** Where the job stands in one sentence, the next step as the one filled button, and everything else in a menu. */
export function NextPanel({ job, onAsk }: { job: JobPage; onAsk: (question: JobQuestion) => void }) {
  const text = useText()
  const format = useFormat()
  const actions = useJobActions()
  const minute = useMinute()
  const { card, phase, lastStep, row } = job
  const { next } = phaseOffers[phase]
  const mayNext = next !== null && actions.may(next)
  // Whoever is not called yet can still be started with a reason, and a slot of another day be moved: neither is the next step.
  const isTurn = phase === 'waiting' ? row?.turn.kind === 'start' : !isOfOtherDay(job, minute, format)
  const atOnce = commandAtOnce(job)
  const doNext = (): void => {
    if (next === null) return
    if (atOnce === null) begin(next, card, { actions, ask: onAsk })
    else void actions.run(atOnce, card)
  }
  const { words, isSending } = useDifferences(job, onAsk)
  const now = billNow(job.account)
  const owed = isOwed(phase, now)
  const firstWay = words[0]?.ways[0]
  const isLed = words.length > 0 && phase !== 'handedOver'
  const menu = jobMenu({ card, phase, lastStep }, { actions, ask: onAsk, text })
  const takeOwed = (): void => onAsk({ kind: 'pay', jobId: card.jobId })
  const onEnter = isLed ? firstWay?.onPress : owed && actions.may('takePayment') ? takeOwed : mayNext && isTurn ? doNext : undefined
  useEnter(actions.isSending || isSending ? null : (onEnter ?? null))
  const isBlocked = isLed && phase === 'finished'
  return (
    <section className="job-next">
      {isLed ? (
        <>
          <h2>
            <Icon name={isConsentAlone(job) ? 'clock' : 'warning'} className={isConsentAlone(job) ? 'waits' : 'bad'} />
            {fixTitle(job, text)}
          </h2>
          <DifferenceList words={words} isSending={isSending} isFirstPrimary />
        </>
      ) : (
        <>
          <h2>{text(`job.next.${phase}`)}</h2>
          <p>
            {owed
              ? text('job.next.owedSay', { amount: format.money(now.leftRial), unit: text(`common.${format.moneyUnit}`) })
              : sentence(job, minute, text, format)}
          </p>
        </>
      )}
      {owed && actions.may('takePayment') && (
        <Button look="primary" size="lg" icon="card" kbd="↵" onPress={takeOwed}>
          {text('job.money.pay')}
        </Button>
      )}
      {mayNext && next !== null && (
        <Button
          look={isTurn && !isLed ? 'primary' : 'plain'}
          size={isLed ? 'md' : 'lg'}
          icon={commandIcons[next]}
          isPending={actions.isSending}
          isDisabled={isBlocked}
          onPress={doNext}
          {...(isTurn && !isLed ? { kbd: '↵' } : {})}
        >
          {nextLabel(next, job, atOnce !== null, text)}
        </Button>
      )}
      {menu.some((group) => group.length > 0) && (
        <Menu label={text('job.menu')} groups={menu} trigger={<Button look="plain">{text('common.more')}</Button>} />
      )}
    </section>
  )
}

/** What needs no question: a start where the queue says, a resumption in the bay that was kept. */
function commandAtOnce({ card: { jobId }, phase, row, pause, bayId, mechanicId }: JobPage): JobCommand | null {
  if (phase === 'waiting' && row?.turn.kind === 'start') {
    return { type: 'startWork', jobId, bayId: row.turn.bayId, mechanicId: row.turn.mechanicId, overrideReason: null }
  }
  if (phase === 'paused' && pause?.freesBay === false && bayId !== null && mechanicId !== null) {
    return { type: 'resumeWork', jobId, bayId, mechanicId }
  }
  return null
}

/** The customer is waited for: no fault of anybody's. */
function isConsentAlone({ account: { differences } }: JobPage): boolean {
  return differences.every(({ code }) => code === 'consentUnanswered')
}

function fixTitle(job: JobPage, text: Text): string {
  return isConsentAlone(job) ? text('job.fix.consentTitle') : text('job.fix.title', { count: job.account.differences.length })
}

function nextLabel(next: NextCommand, { phase, card }: JobPage, isAtOnce: boolean, text: Text): string {
  if (next === 'handOver' && settleNeed(card.account) !== null) return text('bill.pay.do')
  const label = text(`jobActions.${next}`)
  return (phase === 'waiting' || phase === 'paused') && !isAtOnce ? text('jobActions.asks', { label }) : label
}

function sentence(job: JobPage, nowUtcMs: UtcMs, text: Text, format: Format): string {
  const { phase, card, row, bayName, mechanicName, pause, cancelled } = job
  switch (phase) {
    case 'expected':
      return card.slotStartUtcMs === null
        ? text('job.noSlot')
        : text('job.next.expectedSay', { slot: whenWords(card.slotStartUtcMs, nowUtcMs, format) })
    case 'waiting':
      return text(row?.turn.kind === 'start' ? 'job.next.waitingTurn' : 'job.next.waitingSay')
    case 'inWork':
      return text('job.next.inWorkSay', { bay: bayName ?? '', mechanic: mechanicName ?? '' })
    case 'paused':
      return pause === null
        ? ''
        : text('job.next.pausedSay', { reason: text(`domain.pauseReason.${pause.reason}`), since: format.time(pause.pausedAtUtcMs) })
    case 'cancelled':
      return cancelled === null
        ? ''
        : text('job.next.cancelledSay', { by: text(`domain.cancelledBy.${cancelled.by}`), reason: cancelled.reason })
    default:
      return text(`job.next.${phase}Say`)
  }
}

/** Booked for another day: checking in is refused until the slot is moved. */
function isOfOtherDay({ phase, card: { slotStartUtcMs } }: JobPage, nowUtcMs: UtcMs, format: Format): boolean {
  return (phase === 'expected' || phase === 'noShow') && slotStartUtcMs !== null && format.day(slotStartUtcMs) !== format.day(nowUtcMs)
}

/** Enter does the next step while nothing else has the focus. */
function useEnter(onEnter: (() => void) | null): void {
  const latest = useRef(onEnter)
  useEffect(() => {
    latest.current = onEnter
  })
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      const { target } = event
      const isResting = target === document.body || (target instanceof HTMLElement && target.tagName === 'MAIN')
      if (event.key === 'Enter' && isResting && !event.repeat && !event.defaultPrevented) latest.current?.()
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [])
}
