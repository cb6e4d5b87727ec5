import { createInstance, type FormatterModule, type i18n, type TFunction } from 'i18next'
import { setI18n, useTranslation } from 'react-i18next'
import { interpolated } from './interpolate.ts'
import { isLanguage, type Language } from './languages.ts'
import type { Words } from './fa/index.ts'
import { setReactAriaStrings } from './reactAria.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: Words }
    interpolationFormatTypeMap: { plain: number }
  }
}

export type Text = TFunction

/**
 * Before the first render. React Aria takes its strings once per page, so another language is another load of the page
 * (stores/preferences.ts).
 */
export async function startText(language: Language): Promise<void> {
  setI18n(await loadText(language))
  if (language === 'fa') await setReactAriaStrings()
}

/** The texts of one language; the other one is not loaded. */
export async function loadText(language: Language): Promise<i18n> {
  const words = language === 'fa' ? (await import('./fa/index.ts')).fa : (await import('./en/index.ts')).en
  const page = createInstance().use(formatter(language))
  await page.init({
    lng: language,
    defaultNS: 'app',
    resources: { [language]: { app: words } },
    // React escapes what it renders.
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  return page
}

function formatter(language: Language): FormatterModule {
  return {
    type: 'formatter',
    init: () => {},
    add: () => {},
    addCached: () => {},
    format: (value: unknown, format?: string) => interpolated(language, value, format),
  }
}

/** The words of the page: `text('shell.today')`. Keys and their variables are checked against the Persian texts. */
export function useText(): Text {
  return useTranslation('app').t
}

export function useLanguage(): Language {
  const { language } = useTranslation('app').i18n
  return isLanguage(language) ? language : 'fa'
}
