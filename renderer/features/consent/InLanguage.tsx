import type { i18n } from 'i18next'
import { type ReactNode, use, useLayoutEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import { direction, type Language, localeTag } from '../../i18n/languages.ts'
import { loadText } from '../../i18n/text.ts'

const loading = new Map<Language, Promise<i18n>>()

/** The texts of a language besides the page's own, loaded once. */
export function textIn(language: Language): Promise<i18n> {
  const known = loading.get(language)
  if (known !== undefined) return known
  const text = loadText(language)
  loading.set(language, text)
  return text
}

/** Everything within in the customer's language, whatever the desk reads: words, digits, names of units. Suspends until it is loaded. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <I18nextProvider i18n={use(textIn(language))} defaultNS="app">
      <I18nProvider locale={localeTag[language]}>{children}</I18nProvider>
    </I18nextProvider>
  )
}

/** The page runs in this language's direction as long as the caller is shown, windows over it as well. */
export function usePageLanguage(language: Language): void {
  useLayoutEffect(() => {
    const page = document.documentElement
    const { lang, dir } = page
    page.lang = language
    page.dir = direction[language]
    return () => {
      page.lang = lang
      page.dir = dir
    }
  }, [language])
}
