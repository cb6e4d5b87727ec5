import { Link } from 'wouter'
import type { JobPage, TimelineEntry } from '../../../core/contract/views.ts'
import type { IsoDate } from '../../../core/persian/jalali.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Timeline, type TimelineItem } from '../../ui/Timeline.tsx'
import { lineTitles } from './lineTitles.ts'
import { actorWords } from './actorWords.ts'
import { detailsBefore, entryWords } from './timelineItem.ts'

/** What happened, with who did it: nothing is left out, what was taken back is struck through. */
export function JobTimeline({ job }: { job: JobPage }) {
  const text = useText()
  const format = useFormat()
  const days = byDay([...recorded(job, text, format), ...passedOver(job, text)], format)
  return (
    <ScrollArea className="job-sec job-past" label={text('job.timeline.title')}>
      <h2>{text('job.timeline.title')}</h2>
      {days.map(({ date, items }) => (
        <div key={date}>
          <h3>{format.fullDate(date)}</h3>
          <Timeline items={items} label={text('job.timeline.day', { date: format.fullDate(date) })} />
        </div>
      ))}
    </ScrollArea>
  )
}

function recorded(job: JobPage, text: Text, format: Format): readonly TimelineItem[] {
  const before = detailsBefore(job)
  const titles = lineTitles(job.account)
  return job.timeline.map((entry, index) => {
    const { icon, title, facts, look } = entryWords(entry, before[index] ?? null, titles, text, format)
    const takenBack = entry.withdrawn || isPartOfWithdrawnStart(job.timeline, index)
    return {
      key: entry.eventId,
      at: entry.atUtcMs,
      icon,
      title,
      say: (
        <>
          {[actorWords(entry, text), ...facts]
            .filter((part) => part !== '')
            .map((part) => (
              <span key={part} className="part">
                {part}
              </span>
            ))}
          {takenBack && <span className="part">{text('job.timeline.takenBack')}</span>}
        </>
      ),
      takenBack,
      ...(look === undefined ? {} : { look }),
    }
  })
}

/** The note that a start was out of turn is recorded with the start, and goes with it. */
function isPartOfWithdrawnStart(timeline: readonly TimelineEntry[], index: number): boolean {
  return timeline[index]?.event.type === 'servedOutOfTurn' && timeline[index - 1]?.withdrawn === true
}

/** Others' starts out of turn that went before this customer: recorded with them, told here. */
function passedOver({ passedOverBy }: JobPage, text: Text): readonly TimelineItem[] {
  return passedOverBy.map(({ jobId, jobNo, reason, atUtcMs }) => ({
    key: jobId,
    at: atUtcMs,
    icon: 'flag',
    title: (
      <Link href={`/jobs/${jobId}`} className="link">
        {text('job.timeline.passedOverBy', { no: jobNo })}
      </Link>
    ),
    say: text('job.timeline.reason', { reason }),
  }))
}

export function byDay(
  items: readonly TimelineItem[],
  format: Format,
): readonly { readonly date: IsoDate; readonly items: readonly TimelineItem[] }[] {
  const days = new Map<IsoDate, TimelineItem[]>()
  for (const item of items.toSorted((a, b) => a.at - b.at)) {
    const date = format.day(item.at)
    days.set(date, [...(days.get(date) ?? []), item])
  }
  return [...days].map(([date, ofDay]) => ({ date, items: ofDay }))
}
