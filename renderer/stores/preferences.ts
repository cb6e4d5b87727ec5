import { create } from 'zustand'
import type { Language } from '../i18n/languages.ts'
import { type Preferences, readPreferences, type Theme } from './readPreferences.ts'

const storageKey = 'pishkhan.preferences'

export const usePreferences = create<Preferences>(() => readPreferences(localStorage.getItem(storageKey)))

export function setTheme(theme: Theme): void {
  keep({ theme })
}

/** Another language is another load of the page: see i18n/text.ts. */
export function setLanguage(language: Language): void {
  if (usePreferences.getState().language === language) return
  keep({ language })
  location.reload()
}

function keep(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  localStorage.setItem(storageKey, JSON.stringify(usePreferences.getState()))
}
