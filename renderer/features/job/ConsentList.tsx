import { Link } from 'wouter'
import type { ConsentView, JobPage } from '../../../core/contract/views.ts'
import { isWaiting } from '../../../core/domain/consent/state.ts'
import type { ItemState } from '../../../core/domain/consent/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Chip, type ChipLook } from '../../ui/Chip.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { consentHref, requestHref } from '../consent/openConsent.ts'
import { whenWords } from './when.ts'

/** Every request with the grade of its answer; the record is one press away. */
export function ConsentList({ job }: { job: JobPage }) {
  const text = useText()
  const { consents } = job.account
  if (consents.length === 0) return null
  return (
    <section className="job-sec apart consents">
      <h2>
        {text('job.consents.title')}
        <small>{text('job.consents.count', { count: consents.length })}</small>
      </h2>
      <ul>
        {consents.map((view) => (
          <ConsentRow key={view.consent.consentId} job={job} view={view} />
        ))}
      </ul>
    </section>
  )
}

const itemLooks: Readonly<Record<ItemState, { readonly look: ChipLook; readonly icon: IconName }>> = {
  pending: { look: 'wait', icon: 'clock' },
  accepted: { look: 'ready', icon: 'check' },
  refused: { look: 'noSlot', icon: 'cross' },
  later: { look: 'plain', icon: 'phone' },
  voided: { look: 'noSlot', icon: 'forbidden' },
  withdrawn: { look: 'noSlot', icon: 'undo' },
  superseded: { look: 'noSlot', icon: 'move' },
}

function ConsentRow({ job, view: { consent, state, grade, askedByName, recordedByName, drafts } }: { job: JobPage; view: ConsentView }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const { snapshot, answer, items, consentId, callAgainAtUtcMs } = consent
  const asked = askedByName ?? text('domain.system')
  const isOpen = isWaiting(state)
  const head =
    grade === null || answer === null
      ? [
          text('job.consents.request', { no: snapshot.consentNo }),
          text(`domain.requestState.${state}`),
          text('job.consents.askedAt', { at: whenWords(snapshot.askedAtUtcMs, minute, format) }),
        ].join(text('common.comma'))
      : text('job.consents.graded', {
          grade,
          channel: text(`domain.channel.${answer.evidence.channel}`),
          at: whenWords(answer.decidedAtUtcMs, minute, format),
        })
  const facts = [
    ...(answer === null
      ? [text('job.consents.askedBy', { asked })]
      : [
          text('job.consents.decidedBy', { name: answer.decidedBy.name, relation: text(`domain.relation.${answer.decidedBy.relation}`) }),
          text('job.consents.by', { asked, recorded: recordedByName ?? text('domain.system') }),
        ]),
    ...(isOpen ? [text('job.consents.validUntil', { at: whenWords(snapshot.validUntilUtcMs, minute, format) })] : []),
    ...(callAgainAtUtcMs === null ? [] : [text('job.consents.callAgain', { at: whenWords(callAgainAtUtcMs, minute, format) })]),
    ...(drafts.length === 0 || !isOpen ? [] : [text('job.consents.draft')]),
  ]
  return (
    <li>
      <span className={grade === null ? 'grade none' : 'grade'} aria-hidden="true">
        {grade ?? <Icon name="clock" size="m" />}
      </span>
      <div>
        <p>{head}</p>
        <small>{facts.join(text('common.semicolon'))}</small>
        <p className="items">
          {snapshot.items.map(({ itemNo, title }) => {
            const itemState = items.find((status) => status.itemNo === itemNo)?.state ?? 'pending'
            const { look, icon } = itemLooks[itemState]
            return (
              <Chip key={itemNo} look={look} icon={icon}>
                {title}
                <span className="vh">{text(`domain.itemState.${itemState}`)}</span>
              </Chip>
            )
          })}
        </p>
      </div>
      <Link href={isOpen ? consentHref(job.card.jobId) : requestHref(job.card.jobId, consentId)} className="btn quiet sm">
        <Icon name={isOpen ? 'pencil' : 'eye'} size="m" />
        {text(isOpen ? 'job.consents.answer' : 'job.consents.open')}
      </Link>
    </li>
  )
}
