import { useLocation } from 'wouter'
import { languageName, languages } from '../../i18n/languages.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { setLanguage, setTheme } from '../../stores/preferences.ts'
import { themes } from '../../stores/readPreferences.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { showKeys } from '../keys/keysDialog.ts'
import { openNewVisit } from '../newVisit/newVisitDraft.ts'
import { inboxHref } from '../requests/requestHref.ts'
import type { SearchCommand } from './findings.ts'

const themeIcons = { light: 'sun', dark: 'moon', system: 'settings' } as const

/** What the program can do, by name. */
export function useCommands(): readonly SearchCommand[] {
  const text = useText()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const { may } = useJobActions()
  return [
    ...offered(may('openVisit'), { id: 'newVisit', label: text('search.newVisit'), icon: 'add', run: () => openNewVisit() }),
    { id: 'today', label: text('search.today'), icon: 'columns', run: () => navigate('/') },
    { id: 'requests', label: text('search.requests'), icon: 'message', run: () => navigate(inboxHref) },
    { id: 'customers', label: text('search.customers'), icon: 'people', run: () => navigate('/customers') },
    ...offered(may('takeBookings'), { id: 'bookings', label: text('search.bookings'), icon: 'upload', run: () => navigate('/bookings') }),
    { id: 'settings', label: text('search.settings'), icon: 'settings', run: () => navigate('/settings') },
    ...themes.map((theme): SearchCommand => ({
      id: theme,
      label: text(`search.${theme}`),
      icon: themeIcons[theme],
      run: () => setTheme(theme),
    })),
    ...languages
      .filter((other) => other !== language)
      .map((other): SearchCommand => ({ id: other, label: languageName[other], icon: 'message', run: () => setLanguage(other) })),
    { id: 'keys', label: text('search.keys'), icon: 'info', run: () => showKeys() },
  ]
}

function offered(isOffered: boolean, command: SearchCommand): readonly SearchCommand[] {
  return isOffered ? [command] : []
}
