import type { JobId } from '../../../../core/basics/ids.ts'
import type { TaskFact } from '../../../../core/contract/syncViews.ts'
import type { ConflictKind } from '../../../../core/domain/job/conflict.ts'
import { authorSide } from '../../../../core/wire/authors.ts'
import { useJobs } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { actorWords } from '../../job/actorWords.ts'
import { lineTitles } from '../../job/lineTitles.ts'
import { entryWords } from '../../job/timelineItem.ts'
import { factMark } from './taskWords.ts'

const nothing = { rows: [], consents: [], findings: [], uses: [] }

/** Two facts side by side: what, who, at which PC, when, and whether it holds. */
export function FactPair({ jobId, kind, facts }: { jobId: JobId; kind: ConflictKind; facts: readonly TaskFact[] }) {
  const text = useText()
  const format = useFormat()
  const [page] = useJobs([jobId])
  const titles = lineTitles(page?.account ?? nothing)
  return (
    <div className="fact-pair">
      {facts.map((fact, index) => {
        const { icon, title, facts: more } = entryWords(fact, null, titles, text, format)
        const mark = factMark(kind, index)
        const who = actorWords(fact, text)
        return (
          <article key={fact.eventId} className={mark}>
            <p className="mark">
              <Icon name={mark === 'stands' ? 'check' : 'info'} size="m" />
              {text(`sync.tasks.${mark}`)}
            </p>
            <h4>
              <Icon name={icon} size="m" />
              {title}
            </h4>
            <p>
              <b>{who}</b>
              {authorSide(fact.event.type) === 'shop' && (
                <span>
                  {' '}
                  {fact.deviceName === null ? text('sync.tasks.atOtherPc') : text('sync.tasks.atPc', { device: fact.deviceName })}
                </span>
              )}
            </p>
            <p>{format.dateTime(fact.atUtcMs)}</p>
            {more.map((part) => (
              <p key={part} className="say">
                {part}
              </p>
            ))}
          </article>
        )
      })}
    </div>
  )
}
