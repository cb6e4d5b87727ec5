import { Button as AriaButton } from 'react-aria-components'
import { Link } from 'wouter'
import { badgeWords, SyncBadge } from '../../app/shell/SyncBadge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { badgeOf } from './badge.ts'
import { SyncPanel } from './SyncPanel.tsx'
import { useSteady } from './useSteady.ts'
import { useSyncStatus } from './syncQueries.ts'
import type { SyncStatus } from '../../../core/contract/syncViews.ts'

/** What waits for a person, and how everything stands with Karmax: in the top bar of every screen. */
export function SyncStand() {
  const status = useSyncStatus()
  if (status === undefined) return null
  return (
    <>
      <TasksMark count={status.openTasks} />
      <Standing status={status} />
    </>
  )
}

function Standing({ status }: { status: SyncStatus }) {
  const text = useText()
  const format = useFormat()
  const badge = useSteady(badgeOf(status, useMinute()))
  const isSaid = badge.kind === 'offline' || badge.kind === 'needsYou'
  return (
    <>
      {/* Read aloud when it is worth a word; a count that goes up and down is not. */}
      <output className="vh">{isSaid ? badgeWords(badge, text, format.time) : ''}</output>
      <Popover
        label={text('sync.panel.title')}
        placement="bottom end"
        trigger={
          <AriaButton className="flex rounded-m">
            <SyncBadge badge={badge} />
          </AriaButton>
        }
      >
        {(close) => <SyncPanel status={status} onClose={close} />}
      </Popover>
    </>
  )
}

function TasksMark({ count }: { count: number }) {
  const text = useText()
  if (count === 0) return null
  return (
    <Link href="/tasks" className="tasks-mark">
      <Icon name="flag" size="m" />
      {text('sync.tasks.badge', { count })}
    </Link>
  )
}
