import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const secretCookie = 'pishkhan'

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
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

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
