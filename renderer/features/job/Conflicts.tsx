import { Link } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import { openConflicts } from '../../../core/domain/job/apart.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Facts of this job that were recorded apart and wait for somebody to look at them. */
export function Conflicts({ job }: { job: JobPage }) {
  const text = useText()
  const open = openConflicts(job.account)
  const [first] = open
  if (first === undefined) return null
  return (
    <section className="sync-note wait" role="alert">
      <h2>
        <Icon name="flag" size="m" />
        {text('sync.tasks.onJob', { count: open.length })}
      </h2>
      <ul>
        {open.map(({ kind, about }) => (
          <li key={about.join(' ')}>
            <b>{text(`sync.conflict.${kind}.title`)}</b> {text(`sync.conflict.${kind}.rule`)}
          </li>
        ))}
      </ul>
      <Link href={`/tasks/${first.kind}.${first.about.join('.')}`} className="link">
        {text('sync.tasks.onJobDo')}
      </Link>
    </section>
  )
}
