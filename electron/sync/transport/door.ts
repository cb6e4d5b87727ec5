import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { GarageId } from '../../../core/basics/ids.ts'

/** What both ends of the garage's network speak (TLS-PSK): no certificate to buy, and whoever lacks the garage's key hears nothing. */
export const networkTls = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305:DHE-PSK-AES256-GCM-SHA384',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const

export type NetworkKey = { readonly garage: GarageId; readonly keyHex: string }

/** How long a call may take before the other end counts as gone, in ms. */
export type Patience = {
  /** Nothing came or went for this long: a half-open connection. */
  readonly idleMs: number
  /** The whole call, however steadily it trickles; large bodies get more on top. */
  readonly wholeMs: number
}
export const usualPatience: Patience = { idleMs: 15_000, wholeMs: 60_000 }

/** A server, how its name is proved, and the connections that are kept to it. */
export type Door = {
  readonly url: URL
  readonly agent: HttpAgent
  readonly patience: Patience
  readonly close: () => void
}

const kept = { keepAlive: true, maxSockets: 6, timeout: 60_000 } as const

/** The platform: HTTPS by the system's certificates; plain HTTP on this PC only (`readUrl`). */
export function platformDoor(url: URL, patience: Patience = usualPatience): Door {
  return door(url, url.protocol === 'https:' ? new HttpsAgent(kept) : new HttpAgent(kept), patience)
}

/** Another PC of this garage: known by the garage's key, not by a name. */
export function networkDoor(url: URL, { garage, keyHex }: NetworkKey, patience: Patience = usualPatience): Door {
  const agent = new HttpsAgent({
    ...kept,
    ...networkTls,
    maxCachedSessions: 0,
    pskCallback: () => ({ psk: Buffer.from(keyHex, 'hex'), identity: garage }),
    checkServerIdentity: () => undefined,
  })
  return door(url, agent, patience)
}

function door(url: URL, agent: HttpAgent, patience: Patience): Door {
  return { url, agent, patience, close: () => agent.destroy() }
}

/**
 * The platform's address as a person types it; null when it is none. Without a scheme it is HTTPS. Plain HTTP would show
 * tokens and customers to the network, so it is taken for a server on this PC alone.
 */
export function readUrl(text: string): URL | null {
  const typed = text.trim()
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'http:' && !isThisPc(url.hostname)) return null
  return new URL(url.origin)
}

function isThisPc(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** `192.168.1.10:7443` or `desk-2:7443`, as a person types it; null when it is no address. */
export function readPeerAddress(address: string): URL | null {
  if (!/^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):\d{1,5}$/.test(address)) return null
  return URL.parse(`https://${address}`)
}
