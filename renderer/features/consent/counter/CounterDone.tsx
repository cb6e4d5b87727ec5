import { useLocation } from 'wouter'
import type { JobId } from '../../../../core/basics/ids.ts'
import type { ConsentView } from '../../../../core/contract/views.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { Money } from '../../../ui/Money.tsx'
import { itemRial } from '../../../../core/domain/consent/state.ts'
import type { Decision } from '../../../../core/domain/consent/types.ts'
import { requestHref } from '../openConsent.ts'
import { shortHash } from '../shortHash.ts'
import { shownRequest } from '../shown.ts'
import { tallyOf } from '../tally.ts'
import { CounterHead } from './CounterHead.tsx'

const marks: Readonly<Record<Decision, IconName>> = { accepted: 'check', refused: 'cross', later: 'clock' }

type CounterDoneProps = { readonly jobId: JobId; readonly view: ConsentView; readonly garageName: string }

/** What was recorded, as the record has it. The screen stays until the desk takes it back. */
export function CounterDone({ jobId, view: { consent }, garageName }: CounterDoneProps) {
  const text = useText()
  const format = useFormat()
  const [, navigate] = useLocation()
  const { snapshot, snapshotHash, consentId, answer } = consent
  if (answer === null) return null
  const tally = tallyOf(snapshot, answer.answers)
  const request = shownRequest(snapshot, garageName, { text, format })
  const { name } = answer.decidedBy
  const accepted = tally.accepted.length
  return (
    <main className="counter-end" aria-label={text('consent.counter.title')}>
      <CounterHead
        snapshot={snapshot}
        heading={text('consent.counter.thanksNamed', { name })}
        lead={text(accepted === 0 ? 'consent.counter.summaryDoneNone' : 'consent.counter.summaryDone', {
          accepted,
          all: snapshot.items.length,
          total: format.money(answer.capAfterRial),
          unit: request.unit,
        })}
        garage={request.garage}
        job={request.job}
      />
      <div className="done-sheet">
        <ul>
          {snapshot.items.map((item) => {
            const given = answer.answers.find(({ itemNo }) => itemNo === item.itemNo)
            const decision = given?.decision ?? 'later'
            return (
              <li key={item.itemNo} className={decision}>
                <Icon name={marks[decision]} size="l" />
                <span>
                  <bdi>{item.title}</bdi>
                  {given !== undefined && given.condition !== '' && (
                    <small>{text('consent.record.condition', { condition: given.condition })}</small>
                  )}
                </span>
                <em>{text(`consent.counter.done.${decision}`)}</em>
                <b>{decision === 'accepted' ? <Money rial={itemRial(item.price)} /> : '—'}</b>
              </li>
            )
          })}
        </ul>
        <p className="total">
          <span>{text('consent.counter.newTotal')}</span>
          <b>
            <Money rial={answer.capAfterRial} />
          </b>
          <small>{request.unit}</small>
        </p>
        {tally.readyUtcMs !== null && (
          <p className="ready-at">
            <Icon name="clock" />
            <span>{text('consent.counter.readyDone', { at: format.time(tally.readyUtcMs) })}</span>
          </p>
        )}
        <p className="fine">
          {text('consent.counter.recordedAt', { at: format.dateTime(answer.decidedAtUtcMs), hash: shortHash(snapshotHash) })}
        </p>
        <Button className="go" look="primary" onPress={() => navigate(requestHref(jobId, consentId))}>
          {text('consent.counter.leaveDo')}
        </Button>
      </div>
    </main>
  )
}
