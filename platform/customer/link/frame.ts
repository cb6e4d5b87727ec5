import { html } from 'hono/html'
import { foldDigits } from '../../../core/persian/digits.ts'
import type { Format } from '../format.ts'
import { icon } from '../icons.ts'
import type { Language } from '../options.ts'
import type { Words } from '../words/words.ts'

export function languageSwitch(language: Language, words: Words) {
  const other = language === 'fa' ? 'en' : 'fa'
  return html`<a class="language" href="?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>`
}

/** The garage's own number, to be pressed. */
export function callButton(phone: string, words: Words, format: Format) {
  const number = foldDigits(phone).replace(/[^\d+]/g, '')
  if (number === '') return html`<p class="call">${words.link.callPlain}</p>`
  return html`<a class="call" href="tel:${number}">${icon('phone')}<span>${words.link.call(isolated(format.digits(phone)))}</span></a>`
}

/** A number keeps its own direction, whatever stands beside it. */
export function isolated(text: string): string {
  return `\u2066${text}\u2069`
}
