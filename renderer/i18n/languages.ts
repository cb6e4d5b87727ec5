/** Persian is the reference; every other language has the same texts. */
export type Language = 'fa' | 'en'
export const languages: readonly Language[] = ['fa', 'en']

export function isLanguage(text: unknown): text is Language {
  return text === 'fa' || text === 'en'
}

/** English here is the English of an Iranian garage: its week starts on Saturday. */
export const localeTag: Readonly<Record<Language, string>> = { fa: 'fa-IR', en: 'en-IR' }
export const direction: Readonly<Record<Language, 'rtl' | 'ltr'>> = { fa: 'rtl', en: 'ltr' }
/** Each language by its own name, so that whoever looks for it can read it. */
export const languageName: Readonly<Record<Language, string>> = { fa: 'فارسی', en: 'English' }
