import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { getI18n } from 'react-i18next'
import { App } from './app/App.tsx'
import { followTheme } from './app/applyTheme.ts'
import { followChanges } from './client/queries.ts'
import { direction } from './i18n/languages.ts'
import { startText } from './i18n/text.ts'
import { usePreferences } from './stores/preferences.ts'

const { language } = usePreferences.getState()
const page = document.documentElement
page.lang = language
page.dir = direction[language]
followTheme(page)
await startText(language)
// Electron's menu speaks the language of this name.
document.title = getI18n().t('common.brand')
void followChanges()

const root = document.getElementById('app')
if (root === null) throw new Error('index.html has no element with the id "app"')
createRoot(root).render(<App />)
