import type { JobPage } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { useFormat } from '../../i18n/format.ts'
import { useMinute } from '../../stores/clock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { whenWords } from './when.ts'

/** Recorded facts that break a term: they came past this program, are kept and told, and count for nothing. */
export function Alarms({ job }: { job: JobPage }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const { alarms } = job.account
  if (alarms.length === 0) return null
  return (
    <section className="job-alarms" role="alert">
      <h2>
        <Icon name="warning" size="m" />
        {text('job.alarms.title', { count: alarms.length })}
      </h2>
      <ul>
        {alarms.map(({ eventId, code, atUtcMs }) => (
          <li key={eventId}>
            <time>{whenWords(atUtcMs, minute, format)}</time> {text(`domain.alarm.${code}`)}
          </li>
        ))}
      </ul>
      <p>{text('job.alarms.say')}</p>
    </section>
  )
}
