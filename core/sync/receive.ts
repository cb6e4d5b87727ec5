/** Where a device's chain ends at a receiver: 0 and the chain's start before its first event. */
export type ChainHead = { readonly dseq: number; readonly hash: string }

/** One link of a device's chain, as it comes in. */
export type Link = { readonly dseq: number; readonly prevHash: string; readonly hash: string }

/**
 * What a receiver does with one event of a device (sync.md, "Exchange"). `accept`: it is the next one. `stored`: it is there
 * already, and saying so again does no harm. `fork`: another event has its place, or it follows another one than the last:
 * two programs wrote under one device id. `gap`: something before it is missing, and `expected` is the number to send from.
 */
export type Verdict =
  | { readonly kind: 'accept' }
  | { readonly kind: 'stored' }
  | { readonly kind: 'fork'; readonly atDseq: number }
  | { readonly kind: 'gap'; readonly expected: number }

/**
 * @param head the newest event that the receiver holds of the device
 * @param hashAt the hash that the receiver holds under a number of the device, null when it holds none
 */
export function judge(link: Link, head: ChainHead, hashAt: (dseq: number) => string | null): Verdict {
  if (link.dseq <= head.dseq) return hashAt(link.dseq) === link.hash ? { kind: 'stored' } : { kind: 'fork', atDseq: link.dseq }
  if (link.dseq > head.dseq + 1) return { kind: 'gap', expected: head.dseq + 1 }
  return link.prevHash === head.hash ? { kind: 'accept' } : { kind: 'fork', atDseq: link.dseq }
}
