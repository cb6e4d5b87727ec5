import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What a browser shows to be let in. The secret of this start opens the door once, in the address that `npm start` opens;
 * from it come two tokens, of which neither tells the other or the secret. A browser sends the cookie to every server on
 * this host, whatever its port. The key is known to our own page alone, which keeps it in the storage of its origin, port
 * included: a server beside us that reads the cookie still cannot call.
 */
export type DoorTokens = { readonly secret: string; readonly cookie: string; readonly key: string }

export const secretCookie = 'pishkhan'
/** Of a call over HTTP; a socket offers its key as a sub-protocol beside `socketProtocol` (renderer/client/doors.ts). */
export const keyHeader = 'x-pishkhan-key'
export const socketProtocol = 'pishkhan'

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function doorTokens(secret: string): DoorTokens {
  const derived = (purpose: string): string => createHmac('sha256', secret).update(purpose).digest('base64url')
  return { secret, cookie: derived('cookie'), key: derived('key') }
}

/** Compares in constant time, over digests so that lengths do not show either. */
export function isSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted))
}

export function secretInCookieHeader(header: string): string {
  for (const pair of header.split(';')) {
    const [name, value = ''] = pair.trim().split('=')
    if (name === secretCookie) return value
  }
  return ''
}

export function keyInProtocols(header: string): string {
  return (
    header
      .split(',')
      .map((protocol) => protocol.trim())
      .find((protocol) => protocol !== socketProtocol) ?? ''
  )
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
