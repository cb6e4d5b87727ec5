import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/text.ts'
import { Popover } from '../ui/Popover.tsx'
import { SyncBadge } from './shell/SyncBadge.tsx'

/** Where everything is kept, in a few words; pressed, in plain sentences. */
export function SavedHere() {
  const text = useText()
  return (
    <Popover
      label={text('frame.syncTitle')}
      placement="bottom end"
      trigger={
        <AriaButton className="flex rounded-m">
          <SyncBadge state={{ kind: 'local' }} />
        </AriaButton>
      }
    >
      <h2 className="text-14">{text('frame.syncTitle')}</h2>
      <p className="mt-1 text-13 text-ink-2">{text('frame.syncSay')}</p>
      <p className="mt-2 text-13 text-ink-2">{text('frame.syncLater')}</p>
    </Popover>
  )
}
