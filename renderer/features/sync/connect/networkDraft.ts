import type { NetworkSettings } from '../../../../core/contract/syncViews.ts'
import { foldDigits } from '../../../../core/persian/digits.ts'

/** As many PCs as a garage's network may name (core/contract/contract.ts). */
export const peersMost = 8
export const portBounds = { least: 1024, most: 65_535 } as const
export const peerMostChars = 80

export type NetworkDraft = { readonly listen: boolean; readonly port: number | null; readonly peers: readonly string[] }

/** What is sent: addresses trimmed and in Latin digits, empty rows left out; null while the port cannot be read. */
export function networkOf({ listen, port, peers }: NetworkDraft): NetworkSettings | null {
  if (port === null) return null
  const typed = peers.map((peer) => foldDigits(peer).trim()).filter((peer) => peer !== '')
  return { listen, port, peers: [...new Set(typed)] }
}

export function isSameNetwork(draft: NetworkDraft, saved: NetworkSettings): boolean {
  const { listen, port, peers } = draft
  return (
    listen === saved.listen &&
    port === saved.port &&
    peers.length === saved.peers.length &&
    peers.every((peer, i) => peer === saved.peers[i])
  )
}
