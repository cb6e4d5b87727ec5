import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import type { NewConsentItem } from '../../../../core/domain/consent/commands.ts'
import type { ConsentItem, ItemAnswer } from '../../../../core/domain/consent/types.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useJob } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { JobDialog } from '../../jobActions/JobDialog.tsx'
import type { JobQuestion } from '../../jobActions/question.ts'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { consentPaperHref } from '../../print/printHref.ts'
import { ConsentHead } from '../ConsentHead.tsx'
import { consentHref, editHref, requestHref } from '../openConsent.ts'
import { tallyOf } from '../tally.ts'
import { AnswerMark } from './AnswerMark.tsx'
import { Channels } from './Channels.tsx'
import { ItemTable } from './ItemTable.tsx'
import { LiveSum } from './LiveSum.tsx'

/** A request that waits: what the customer presses as he presses it, and the ways to get his answer. */
export function LivePage({ job, view }: { job: JobPage; view: ConsentView }) {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const [, navigate] = useLocation()
  const { refetch } = useJob(job.card.jobId)
  const { may, send, isSending } = useDeskCommand()
  const [question, ask] = useState<JobQuestion | null>(null)
  const { consent, state, drafts, askedByName } = view
  const draft = drafts[0] ?? null
  const { snapshot, consentId, shown, callAgainAtUtcMs } = consent
  const { jobId } = job.card
  const title = text('consent.live.title', { no: snapshot.consentNo })
  const isExpired = state === 'expired'
  const answers: readonly ItemAnswer[] = draft?.answers ?? []
  const lastShown = shown.toSorted((a, b) => b.atUtcMs - a.atUtcMs)[0]

  const askAnew = async (): Promise<void> => {
    const itemNos = snapshot.items.map(({ itemNo }) => itemNo)
    const outcome = await send({ type: 'askConsent', jobId, items: snapshot.items.map(withoutNo), replaces: { consentId, itemNos } })
    if (!outcome.ok) {
      if (outcome.error.code !== 'failed') showToast({ look: 'danger', say: refusalText(outcome.error) })
      return
    }
    showToast({ look: 'done', say: text('consent.live.askedAnew') })
    const newest = (await refetch()).data?.account.consents.find((each) => each.state === 'open')
    navigate(newest === undefined ? consentHref(jobId) : requestHref(jobId, newest.consent.consentId), { replace: true })
  }
  return (
    <Screen title={title}>
      <div className="consent-desk">
        <ConsentHead job={job} title={title}>
          <Chip look={isExpired ? 'danger' : 'wait'} icon={isExpired ? 'late' : 'clock'}>
            {text(`domain.requestState.${state}`)}
          </Chip>
        </ConsentHead>
        <ScrollArea className="consent-main" label={text('consent.live.table')}>
          {draft !== null && !isExpired && (
            <output className="consent-notice accent">
              <b>{text('consent.live.atCounter')}</b>{' '}
              {draft.signature === null ? text('consent.live.atCounterSay') : text('consent.live.signing')}
            </output>
          )}
          <ItemTable
            label={text('consent.live.table')}
            items={snapshot.items}
            renderAnswer={(item) => <AnswerMark answer={answers.find(({ itemNo }) => itemNo === item.itemNo) ?? null} />}
          />
          <ul className="consent-facts">
            <li>{text('consent.live.asked', { by: askedByName ?? text('domain.system'), at: format.dateTime(snapshot.askedAtUtcMs) })}</li>
            <li>
              {lastShown === undefined
                ? text('consent.live.notShown')
                : text('consent.live.shownAt', {
                    at: format.time(lastShown.atUtcMs),
                    channel: text(`domain.channel.${lastShown.channel}`),
                  })}
            </li>
            <li>{text('consent.live.until', { at: format.dateTime(snapshot.validUntilUtcMs) })}</li>
            {callAgainAtUtcMs !== null && (
              <li className="call-again">
                <Icon name="phone" size="m" />
                {text('consent.live.callAgain', { at: format.dateTime(callAgainAtUtcMs) })}
              </li>
            )}
          </ul>
        </ScrollArea>
        <aside className="consent-side">
          <LiveSum snapshot={snapshot} tally={draft === null ? null : tallyOf(snapshot, answers)} />
          {isExpired ? (
            <section className="channels">
              <h2>{text('consent.live.expiredTitle')}</h2>
              <p>{text('consent.live.expiredSay')}</p>
              {may('askConsent') && (
                <Button look="primary" size="lg" isPending={isSending} onPress={() => void askAnew()}>
                  {text('consent.live.askAnew')}
                </Button>
              )}
            </section>
          ) : (
            may('answerConsent') && <Channels jobId={jobId} consentId={consentId} />
          )}
          <nav className="consent-more" aria-label={text('common.more')}>
            {may('askConsent') && (
              <Link href={editHref(jobId, consentId)} className="btn quiet">
                <Icon name="pencil" size="m" />
                {text('consent.live.edit')}
              </Link>
            )}
            <Link href={consentPaperHref(jobId, consentId)} className="btn quiet">
              <Icon name="printer" size="m" />
              {text('consent.live.printRequest')}
            </Link>
            {may('dropConsent') && (
              <Button look="quiet" icon="cross" onPress={() => ask({ kind: 'dropConsent', jobId, consentId })}>
                {text('consent.live.drop')}
              </Button>
            )}
          </nav>
        </aside>
      </div>
      <JobDialog question={question} onAsk={ask} />
    </Screen>
  )
}

function withoutNo(asked: ConsentItem): NewConsentItem {
  const { itemNo: _, ...item } = asked
  return item
}
