import { assertNever } from '../../../core/basics/assertNever.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Badge } from '../../features/sync/badge.ts'
import { useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'

const icons: Readonly<Record<Badge['kind'], IconName>> = {
  notJoined: 'done',
  allSent: 'cloudDone',
  waiting: 'cloudUp',
  sending: 'cloudUp',
  offline: 'cloudOff',
  needsYou: 'warning',
}

export function SyncBadge({ badge }: { badge: Badge }) {
  const text = useText()
  const format = useFormat()
  return (
    <span className={`sync ${badge.kind}`}>
      <Icon name={icons[badge.kind]} />
      {badgeWords(badge, text, format.time)}
    </span>
  )
}

export function badgeWords(badge: Badge, text: Text, time: (at: UtcMs) => string): string {
  switch (badge.kind) {
    case 'notJoined':
    case 'allSent':
    case 'needsYou':
      return text(`sync.badge.${badge.kind}`)
    case 'waiting':
    case 'sending':
      return text(`sync.badge.${badge.kind}`, { count: badge.count })
    case 'offline':
      return text('sync.badge.offline', { time: time(badge.sinceUtcMs) })
    default:
      return assertNever(badge)
  }
}
