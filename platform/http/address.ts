import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** What a proxy that we trust says of the line before it. Anybody can write these headers: without such a proxy they are not read. */
export type ProxyTrust = { readonly isBehindProxy: boolean }

/** Who is at the other end of the line; a test that calls the app without a line has none. */
export function addressOf(context: Context, { isBehindProxy }: ProxyTrust): string {
  // The proxy appends whom it heard it from; what stands before that the caller wrote himself.
  const said = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (said !== undefined && said !== '') return said
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    return ''
  }
}

/** The origin that the caller's browser sees. */
export function originOf(context: Context, { isBehindProxy }: ProxyTrust): string {
  const { protocol, host } = new URL(context.req.url)
  const said = isBehindProxy ? context.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase() : undefined
  return `${said === 'https' ? 'https:' : protocol}//${host}`
}
