import { assertNever } from '../../../core/basics/assertNever.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'

/** How this garage stands to the platform. `local`: it is not connected to one. */
export type SyncState =
  | { readonly kind: 'local' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'pending'; readonly count: number }
  | { readonly kind: 'offline'; readonly sinceUtcMs: UtcMs }
  | { readonly kind: 'needsYou'; readonly count: number }

const icons: Readonly<Record<SyncState['kind'], IconName>> = {
  local: 'done',
  sent: 'cloudDone',
  pending: 'cloudUp',
  offline: 'cloudOff',
  needsYou: 'warning',
}

export function SyncBadge({ state }: { state: SyncState }) {
  const text = useText()
  const format = useFormat()
  return (
    <output className={`sync ${state.kind}`}>
      <Icon name={icons[state.kind]} />
      {wordsFor(state, text, format.time)}
    </output>
  )
}

function wordsFor(state: SyncState, text: Text, time: (at: UtcMs) => string): string {
  switch (state.kind) {
    case 'local':
    case 'sent':
      return text(`shell.sync.${state.kind}`)
    case 'pending':
      return text('shell.sync.pending', { count: state.count })
    case 'offline':
      return text('shell.sync.offline', { time: time(state.sinceUtcMs) })
    case 'needsYou':
      return text('shell.sync.needsYou', { count: state.count })
    default:
      return assertNever(state)
  }
}
