import { isLanguage, type Language } from '../i18n/languages.ts'

export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

/** How this one screen looks: kept in this browser or window, never part of the garage's facts. */
export type Preferences = { readonly language: Language; readonly theme: Theme }

const defaults: Preferences = { language: 'fa', theme: 'system' }

/** Reads what was kept; anything unknown falls back to the default, for anybody may have written there. */
export function readPreferences(stored: string | null): Preferences {
  const kept = parsed(stored)
  const theme = themes.find((candidate) => candidate === kept.get('theme')) ?? defaults.theme
  const language = kept.get('language')
  return { theme, language: isLanguage(language) ? language : defaults.language }
}

function parsed(stored: string | null): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return new Map(Object.entries(value ?? {}))
  } catch {
    return new Map()
  }
}
