import type { RequestPage } from '../../../core/contract/syncViews.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Timeline, type TimelineItem } from '../../ui/Timeline.tsx'
import { byDay } from '../job/JobTimeline.tsx'
import { entryWords, whoAndFacts } from './requestTimeline.ts'

export function RequestTimeline({ timeline }: Pick<RequestPage, 'timeline'>) {
  const text = useText()
  const format = useFormat()
  const items = timeline.map((entry): TimelineItem => {
    const words = entryWords(entry, text, format)
    const { icon, title, look } = words
    const say = whoAndFacts(entry, words, text).map((part) => (
      <bdi key={part} className="part">
        {part}
      </bdi>
    ))
    return { key: entry.eventId, at: entry.atUtcMs, icon, title, say, ...(look === undefined ? {} : { look }) }
  })
  const days = byDay(items, format)
  return (
    <ScrollArea className="job-sec job-past" label={text('requests.timeline.title')}>
      <h2>{text('requests.timeline.title')}</h2>
      {days.map(({ date, items: ofDay }) => (
        <div key={date}>
          <h3>{format.fullDate(date)}</h3>
          <Timeline items={ofDay} label={text('requests.timeline.day', { date: format.fullDate(date) })} />
        </div>
      ))}
    </ScrollArea>
  )
}
