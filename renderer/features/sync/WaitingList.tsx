import { Link } from 'wouter'
import type { SyncStatus } from '../../../core/contract/syncViews.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { PersonName } from '../../ui/PersonName.tsx'
import { whenWords } from '../job/when.ts'
import { factWords } from './factWords.ts'
import { useWaitingFacts } from './syncQueries.ts'
import { type WaitingGroup, waitingGroups } from './waitingGroups.ts'

/** As many as can be taken in at a glance. */
const shownMost = 6

/** What waits to be sent, by car: job, customer, what was done. */
export function WaitingList({ status, onClose }: { status: SyncStatus; onClose: () => void }) {
  const text = useText()
  const { data: facts = [] } = useWaitingFacts()
  const groups = waitingGroups(facts)
  const more = groups.length - shownMost
  return (
    <section className="sync-waits">
      <h3>{text('sync.panel.waits')}</h3>
      {groups.length === 0 && status.waitingPhotos === 0 && <p>{text('sync.panel.nothingWaits')}</p>}
      <ul>
        {groups.slice(0, shownMost).map((group) => (
          <li key={group.key}>
            <Group group={group} onClose={onClose} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{text('sync.panel.more', { count: more })}</p>}
      {status.waitingPhotos > 0 && <p>{text('sync.panel.photos', { count: status.waitingPhotos })}</p>}
    </section>
  )
}

function Group({ group: { job, requestId, sinceUtcMs, facts }, onClose }: { group: WaitingGroup; onClose: () => void }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  return (
    <>
      <p>
        {job !== null && (
          <Link href={`/jobs/${job.jobId}`} className="link" onClick={onClose}>
            {text('sync.panel.job', { no: job.jobNo })}
          </Link>
        )}
        {job === null && requestId !== null && (
          <Link href={`/requests/${requestId}`} className="link" onClick={onClose}>
            {text('sync.panel.request')}
          </Link>
        )}
        {job === null && requestId === null && <b>{text('sync.panel.settings')}</b>}
        {job !== null && job.customerName !== '' && <PersonName name={job.customerName} />}
        <small>{text('sync.panel.oldest', { time: whenWords(sinceUtcMs, minute, format) })}</small>
      </p>
      <p>{facts.map(({ type, count }) => factWords(type, count, text)).join(text('common.comma'))}</p>
    </>
  )
}
