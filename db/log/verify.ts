import { chainStart, hashedText } from '../../core/wire/envelope.ts'
import type { ReadableDb } from '../connection.ts'
import { sha256Hex } from './append.ts'
import { readChains } from './read.ts'

export type ChainFault = { readonly device: string; readonly dseq: number; readonly code: 'gap' | 'prevHash' | 'hash' }

/** Walks every device's chain from its first event and names the first thing that does not hold; null when all holds. */
export function firstChainFault(db: ReadableDb): ChainFault | null {
  let device = ''
  let dseq = 0
  let prevHash = chainStart
  for (const row of readChains(db)) {
    if (row.device !== device) {
      device = row.device
      dseq = 0
      prevHash = chainStart
    }
    const at = { device, dseq: row.dseq }
    if (row.dseq !== dseq + 1) return { ...at, code: 'gap' }
    if (row.prevHash !== prevHash) return { ...at, code: 'prevHash' }
    const { hash, parents, payload, ...rest } = row
    if (sha256Hex(hashedText({ ...rest, parents: JSON.parse(parents), payload: JSON.parse(payload) })) !== hash) {
      return { ...at, code: 'hash' }
    }
    dseq = row.dseq
    prevHash = hash
  }
  return null
}
