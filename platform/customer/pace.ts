import type { Context, MiddlewareHandler } from 'hono'
import { addressOf } from '../http/address.ts'
import { limiter } from '../http/limits.ts'
import { languageOf } from './language.ts'
import { tooManyPage } from './link/endPages.ts'
import type { CustomerLimits, CustomerOptions } from './options.ts'
import { wordsOf } from './words/words.ts'

export const usualCustomerLimits: CustomerLimits = {
  address: { burst: 1_000, perSecond: 50 },
  link: { burst: 150, perSecond: 3 },
}

/** What customers see is open to everybody, so it is given at a pace: 429 with Retry-After, and a page that says so to a person. */
export function pace(options: CustomerOptions): MiddlewareHandler {
  const { now, limits = usualCustomerLimits, isBehindProxy = false } = options
  const byAddress = limiter(limits.address)
  const byLink = limiter(limits.link)
  return async (context, next) => {
    const secret = /^\/l\/([^/]{1,100})/.exec(context.req.path)?.[1]
    const waitS = byAddress.take(addressOf(context, { isBehindProxy }), now()) ?? (secret === undefined ? null : byLink.take(secret, now()))
    if (waitS === null) await next()
    else context.res = await tooMany(context, options, waitS)
  }
}

async function tooMany(context: Context, options: CustomerOptions, waitS: number): Promise<Response> {
  context.header('Retry-After', String(waitS))
  if (!(context.req.header('accept') ?? '').includes('text/html')) return context.json({ code: 'tooMany' }, 429)
  const language = languageOf(context, options)
  return await context.html(tooManyPage({ language, words: wordsOf[language] }), 429)
}
