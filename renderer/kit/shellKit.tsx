import { addMinutes } from '../../core/basics/instant.ts'
import { AtDesk, Clock } from '../app/shell/TopBar.tsx'
import { KeyList } from '../app/shell/KeyList.tsx'
import { SyncBadge } from '../app/shell/SyncBadge.tsx'
import { useText } from '../i18n/text.ts'
import { samples } from './samples.ts'
import type { KitWords } from './words.ts'

export function ShellKit({ words }: { words: KitWords }) {
  const text = useText()
  return (
    <>
      <div className="flex flex-wrap items-center gap-5">
        <SyncBadge badge={{ kind: 'notJoined' }} />
        <SyncBadge badge={{ kind: 'allSent' }} />
        <SyncBadge badge={{ kind: 'waiting', count: 3 }} />
        <SyncBadge badge={{ kind: 'sending', count: 3 }} />
        <SyncBadge badge={{ kind: 'offline', sinceUtcMs: addMinutes(samples.now, -38) }} />
        <SyncBadge badge={{ kind: 'needsYou' }} />
      </div>
      <div className="top flex flex-wrap items-center gap-5">
        <div className="when">
          <Clock />
        </div>
        <AtDesk name={samples.cars[3].customer} role={text('domain.role.frontDesk')} onLock={() => {}} />
      </div>
      <KeyList
        next={words.takeAnswer}
        hints={[
          { keys: ['↑', '↓'], label: words.move },
          { keys: ['N'], label: words.newCar },
          { keys: ['I'], label: words.arrival },
          { keys: ['S'], label: words.startWork },
        ]}
        onShowAll={() => {}}
      />
    </>
  )
}
