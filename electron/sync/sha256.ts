import { createHash } from 'node:crypto'
import type { Sha256Hex } from '../../core/basics/ids.ts'
import { isSha256Hex } from '../../core/wire/signing.ts'

/** SHA-256 of a text's UTF-8 bytes, or of bytes. */
export function sha256Hex(content: string | Uint8Array): Sha256Hex {
  const hash = createHash('sha256').update(content).digest('hex')
  if (!isSha256Hex(hash)) throw new Error('SHA-256 has 64 hexadecimal digits')
  return hash
}
