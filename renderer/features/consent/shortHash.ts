import type { Sha256Hex } from '../../../core/basics/ids.ts'

/** Enough to tell two records apart over the telephone; the whole one is copied. */
export function shortHash(hash: Sha256Hex): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`
}
