import { useText } from '../i18n/text.ts'
import { DeskSwitch } from '../features/desk/DeskSwitch.tsx'
import { ArrivalDialog } from '../features/jobActions/ArrivalDialog.tsx'
import { KeysDialog } from '../features/keys/KeysDialog.tsx'
import { PartLogWindow } from '../features/mechanic/PartLogWindow.tsx'
import { NewVisitDialog } from '../features/newVisit/NewVisitDialog.tsx'
import { inboxHref } from '../features/requests/requestHref.ts'
import { useRequestNews } from '../features/requests/useRequestNews.ts'
import { useWaitingRequests } from '../features/requests/useWaitingRequests.ts'
import { DeskScans } from '../features/scan/DeskScans.tsx'
import { SearchPalette } from '../features/search/SearchPalette.tsx'
import { openSearch } from '../features/search/searchBox.ts'
import { useSearchKeys } from '../features/search/useSearchKeys.ts'
import { SyncStand } from '../features/sync/SyncStand.tsx'
import { Notes } from './Notes.tsx'
import { Routes } from './Routes.tsx'
import { Rail } from './shell/Rail.tsx'
import { Shell } from './shell/Shell.tsx'
import { TopBar } from './shell/TopBar.tsx'
import { useShellMenu } from './useShellMenu.ts'

/** What stands around every screen once there is a garage, and what can be opened over every screen. */
export function Frame({ isDemo }: { isDemo: boolean }) {
  const text = useText()
  useSearchKeys()
  useShellMenu()
  useRequestNews()
  const waitingRequests = useWaitingRequests()
  return (
    <>
      <Shell
        rail={
          <Rail
            items={[
              { href: '/', label: text('shell.today'), icon: 'columns' },
              { href: inboxHref, label: text('shell.requests'), icon: 'message', waiting: waitingRequests },
              { href: '/customers', label: text('shell.customers'), icon: 'people' },
              { href: '/mechanic', label: text('shell.bay'), icon: 'wrench' },
            ]}
            foot={[{ href: '/settings', label: text('shell.settings'), icon: 'settings' }]}
          />
        }
        top={
          <TopBar onSearch={() => openSearch()} isDemo={isDemo}>
            <SyncStand />
            <DeskSwitch />
          </TopBar>
        }
      >
        <Notes />
        <Routes />
      </Shell>
      <SearchPalette />
      <NewVisitDialog />
      <PartLogWindow />
      <DeskScans />
      <ArrivalDialog />
      <KeysDialog />
    </>
  )
}
