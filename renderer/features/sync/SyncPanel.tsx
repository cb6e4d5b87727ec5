import { Link } from 'wouter'
import type { SyncStatus } from '../../../core/contract/syncViews.ts'
import { useText } from '../../i18n/text.ts'
import { ForkNote, TroubleNote, UnreadNote } from './SyncNotes.tsx'
import { SyncFacts } from './SyncFacts.tsx'
import { WaitingList } from './WaitingList.tsx'

/** The plain list behind the badge: what waits, since when, what happens next, and what a person has to do. */
export function SyncPanel({ status, onClose }: { status: SyncStatus; onClose: () => void }) {
  const text = useText()
  const { state, trouble, unread, forkedAtUtcMs } = status
  const isLocal = state === 'notJoined'
  return (
    <div className="sync-panel">
      {trouble === null ? (
        <header>
          <h2>{text(isLocal ? 'sync.panel.local' : `sync.panel.${state}`)}</h2>
          <p>{text(isLocal ? 'sync.panel.localSay' : 'sync.panel.safe')}</p>
          {state === 'offline' && <p>{text('sync.panel.offlineSay')}</p>}
        </header>
      ) : (
        <TroubleNote trouble={trouble} />
      )}
      <UnreadNote unread={unread} />
      {forkedAtUtcMs !== null && <ForkNote atUtcMs={forkedAtUtcMs} />}
      {!isLocal && <SyncFacts status={status} />}
      {!isLocal && <WaitingList status={status} onClose={onClose} />}
      <footer>
        <Link href="/settings/platform" className="link" onClick={onClose}>
          {text(isLocal ? 'sync.panel.localDo' : 'sync.panel.toSettings')}
        </Link>
      </footer>
    </div>
  )
}
