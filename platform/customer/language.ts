import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { originOf } from '../http/address.ts'
import { languages, type CustomerOptions, type Language } from './options.ts'

const cookieName = 'language'

/** The one that was pressed last on this phone; before that what the caller says, or Persian. */
export function languageOf(context: Context, { isBehindProxy = false }: CustomerOptions, otherwise: Language = 'fa'): Language {
  const asked = languages.find((each) => each === context.req.query('lang'))
  const secure = originOf(context, { isBehindProxy }).startsWith('https:')
  if (asked !== undefined) setCookie(context, cookieName, asked, { path: '/', sameSite: 'Lax', secure, maxAge: 31_536_000 })
  return asked ?? languages.find((each) => each === getCookie(context, cookieName)) ?? otherwise
}
