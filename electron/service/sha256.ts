import { createHash } from 'node:crypto'
import type { Sha256Hex } from '../../core/basics/ids.ts'

/** SHA-256 of a text's UTF-8 bytes, or of bytes. */
export function sha256Hex(content: string | Uint8Array): Sha256Hex {
  const hash = createHash('sha256').update(content).digest('hex')
  if (!isSha256Hex(hash)) throw new Error('SHA-256 has 64 hexadecimal digits')
  return hash
}

function isSha256Hex(text: string): text is Sha256Hex {
  return /^[0-9a-f]{64}$/.test(text)
}
