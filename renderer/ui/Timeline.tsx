import type { ReactNode } from 'react'
import type { UtcMs } from '../../core/basics/instant.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Time } from './Moment.tsx'

export type TimelineItem = {
  readonly key: string
  readonly at: UtcMs
  readonly icon: IconName
  readonly title: ReactNode
  /** Who, and what else is to be known. */
  readonly say?: ReactNode
  readonly look?: 'done' | 'danger'
  /** A later entry took this one back. */
  readonly takenBack?: boolean
}

/** What happened, oldest first. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={`${item.look ?? ''} ${item.takenBack === true ? 'taken-back' : ''}`}>
          <Time at={item.at} />
          <span className="dot">
            <Icon name={item.icon} size="m" />
          </span>
          <div>
            <b>{item.title}</b>
            {item.say !== undefined && <p>{item.say}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
