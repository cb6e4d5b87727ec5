import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { languages, type Language } from './options.ts'

const cookieName = 'language'

/** The one that was pressed last on this phone; Persian before that. */
export function languageOf(context: Context): Language {
  const asked = languages.find((each) => each === context.req.query('lang'))
  if (asked !== undefined) setCookie(context, cookieName, asked, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
  return asked ?? languages.find((each) => each === getCookie(context, cookieName)) ?? 'fa'
}
