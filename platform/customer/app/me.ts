import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { z } from 'zod'
import { mobile, shortText } from '../../../core/wire/fields.ts'
import type { Me } from '../actions/me.ts'
import { cookieKey } from '../data/mine.ts'
import { originOf } from '../../http/address.ts'
import type { CustomerOptions } from '../options.ts'

/**
 * Who the customer says he is. Enough for a demonstration: nobody proves that the number is his own, and the page says so. The
 * cookie is signed, so that nobody becomes another by editing it.
 */
export const meFields = z.strictObject({ name: shortText.trim().min(1), mobile })

const cookieName = 'customer'
const lasting = { path: '/customer', httpOnly: true, sameSite: 'Strict', maxAge: 30 * 86_400 } as const

export async function readMe(context: Context, { database }: CustomerOptions): Promise<Me | null> {
  const value = await getSignedCookie(context, await cookieKey(database), cookieName)
  if (typeof value !== 'string') return null
  const read = meFields.safeParse(parsed(value))
  return read.success ? read.data : null
}

export async function signIn(context: Context, options: CustomerOptions, me: Me): Promise<void> {
  await setSignedCookie(context, cookieName, JSON.stringify(me), await cookieKey(options.database), cookieOf(context, options))
}

export function signOut(context: Context, options: CustomerOptions): void {
  deleteCookie(context, cookieName, cookieOf(context, options))
}

/** For HTTPS alone where the page came by it. */
function cookieOf(context: Context, { isBehindProxy = false }: CustomerOptions) {
  return { ...lasting, secure: originOf(context, { isBehindProxy }).startsWith('https:') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
