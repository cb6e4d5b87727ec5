import type { Language } from './languages.ts'

/** The words of Electron's menu: the one place where the shell, and not the page, shows words. `&` marks the key that opens it with Alt. */
export const shellMenu: Readonly<Record<Language, { readonly file: string; readonly exportProof: string; readonly quit: string }>> = {
  fa: { file: 'پرونده', exportProof: 'ساختن فایل گواهی…', quit: 'خروج' },
  en: { file: '&File', exportProof: '&Export proof…', quit: '&Quit' },
}
