import { useState } from 'react'
import { Link } from 'wouter'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import type { ItemState } from '../../../../core/domain/consent/types.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip, type ChipLook } from '../../../ui/Chip.tsx'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { Money } from '../../../ui/Money.tsx'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { changeableItems, leftItems, replacedItems } from '../ask/askDraft.ts'
import { consentPaperHref } from '../../print/printHref.ts'
import { ConsentHead } from '../ConsentHead.tsx'
import { againHref, askHref, editHref, requestHref } from '../openConsent.ts'
import { ItemTable } from './ItemTable.tsx'
import { RecordEvidence } from './RecordEvidence.tsx'
import { RecordTimes } from './RecordTimes.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const looks: Readonly<Record<ItemState, readonly [ChipLook, IconName]>> = {
  accepted: ['ready', 'check'],
  refused: ['plain', 'cross'],
  later: ['wait', 'clock'],
  pending: ['wait', 'clock'],
  voided: ['plain', 'forbidden'],
  withdrawn: ['plain', 'undo'],
  superseded: ['plain', 'move'],
}

/** What is kept of a request: answers, totals, who, how well it proves itself, the exact words, every time. */
export function RecordPage({ job, view }: { job: JobPage; view: ConsentView }) {
  const text = useText()
  const format = useFormat()
  const { may } = useDeskCommand()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { consent, state } = view
  const { snapshot, answer, consentId, supersededBy } = consent
  const { jobId } = job.card
  const title = text('consent.record.title', { no: snapshot.consentNo })
  const statusOf = (itemNo: number) => consent.items.find((item) => item.itemNo === itemNo)
  const withdrawable = changeableItems(job, view)
  return (
    <Screen title={title}>
      <div className="consent-desk">
        <ConsentHead job={job} title={title}>
          <Chip look={state === 'accepted' ? 'ready' : 'plain'}>{text(`domain.requestState.${state}`)}</Chip>
        </ConsentHead>
        <ScrollArea className="consent-main" label={text('consent.record.items')}>
          {supersededBy !== null && (
            <p className="consent-notice">
              {text('consent.live.supersededBy')}{' '}
              <Link href={requestHref(jobId, supersededBy)} className="link">
                {text('consent.live.openNewer')}
              </Link>
            </p>
          )}
          <ItemTable
            label={text('consent.record.items')}
            items={snapshot.items}
            isOut={({ itemNo }) => statusOf(itemNo)?.state !== 'accepted'}
            renderAnswer={({ itemNo }) => {
              const item = statusOf(itemNo)
              if (item === undefined) return null
              const [look, icon] = looks[item.state]
              const condition = answer?.answers.find((each) => each.itemNo === itemNo)?.condition ?? ''
              return (
                <div className="item-state">
                  <Chip look={look} icon={icon}>
                    {text(`domain.itemState.${item.state}`)}
                  </Chip>
                  {condition !== '' && <small>{text('consent.record.condition', { condition })}</small>}
                  {item.startedAtUtcMs !== null && (
                    <small>{text('consent.record.started', { at: format.time(item.startedAtUtcMs) })}</small>
                  )}
                </div>
              )
            }}
          />
          <RecordEvidence view={view} />
        </ScrollArea>
        <aside className="consent-side">
          <dl className="sums">
            <div>
              <dt>{text('consent.record.capBefore')}</dt>
              <dd>
                <Money rial={snapshot.capBeforeRial} />
              </dd>
            </div>
            {answer === null ? (
              <div>
                <dt>{text('consent.record.noAnswer')}</dt>
              </div>
            ) : (
              <div className="total">
                <dt>{text('consent.record.capAfter')}</dt>
                <dd>
                  <Money rial={answer.capAfterRial} unit />
                </dd>
              </div>
            )}
          </dl>
          <RecordTimes view={view} />
          <nav className="consent-more" aria-label={text('common.more')}>
            <Link href={consentPaperHref(jobId, consentId)} className="btn">
              <Icon name="printer" size="m" />
              {text('consent.record.print')}
            </Link>
            {may('askConsent') && (
              <Link href={askHref(jobId)} className="btn quiet">
                <Icon name="add" size="m" />
                {text('consent.record.askMore')}
              </Link>
            )}
            {may('askConsent') && leftItems(view).length > 0 && (
              <Link href={againHref(jobId, consentId)} className="btn quiet">
                <Icon name="phone" size="m" />
                {text('consent.record.again')}
              </Link>
            )}
            {may('askConsent') && replacedItems(job, view).length > 0 && (
              <Link href={editHref(jobId, consentId)} className="btn quiet">
                <Icon name="pencil" size="m" />
                {text('consent.record.edit')}
              </Link>
            )}
            {may('withdrawConsent') && withdrawable.length > 0 && (
              <Button look="quiet" icon="undo" onPress={() => setWithdrawing(true)}>
                {text('consent.record.withdraw')}
              </Button>
            )}
          </nav>
        </aside>
      </div>
      {isWithdrawing && <WithdrawDialog job={job} consent={consent} items={withdrawable} onClose={() => setWithdrawing(false)} />}
    </Screen>
  )
}
