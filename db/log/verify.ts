import { createPublicKey, verify } from 'node:crypto'
import { announcedKey } from '../../core/wire/deviceEvents.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { eventMessage, type PublicKeyHex } from '../../core/wire/signing.ts'
import type { ReadableDb } from '../connection.ts'
import { sha256Hex } from './append.ts'
import { readChains, type ChainRow } from './read.ts'
import { parentsOf } from './wireRow.ts'

export type ChainFault = {
  readonly device: string
  readonly dseq: number
  readonly code: 'gap' | 'prevHash' | 'hash' | 'signature' | 'signatureMissing' | 'keyUnknown'
}

/** Walks every device's chain from its first event and names the first thing that does not hold; null when all holds. */
export function firstChainFault(db: ReadableDb): ChainFault | null {
  let device = ''
  let dseq = 0
  let prevHash = chainStart
  let key: PublicKeyHex | null = null
  for (const row of readChains(db)) {
    if (row.device !== device) {
      device = row.device
      dseq = 0
      prevHash = chainStart
      key = null
    }
    const at = { device, dseq: row.dseq }
    if (row.dseq !== dseq + 1) return { ...at, code: 'gap' }
    if (row.prevHash !== prevHash) return { ...at, code: 'prevHash' }
    if (sha256Hex(hashedTextOf(row)) !== row.hash) return { ...at, code: 'hash' }
    // A new key signs its own announcement.
    key = announcedKey(row)?.publicKeyHex ?? key
    const signature = signatureFault(row, key)
    if (signature !== null) return { ...at, code: signature }
    dseq = row.dseq
    prevHash = row.hash
  }
  return null
}

function hashedTextOf(row: ChainRow): string {
  const { hash: _, signature: __, ...rest } = row
  return hashedTextOfStored({ ...rest, parents: parentsOf(row) })
}

/** Before a device's first key there is nothing to sign with; from then on every event is signed. */
function signatureFault({ hash, signature }: ChainRow, key: PublicKeyHex | null): 'signature' | 'signatureMissing' | 'keyUnknown' | null {
  if (signature === null) return key === null ? null : 'signatureMissing'
  if (key === null) return 'keyUnknown'
  return isSignedBy(key, eventMessage(hash), signature) ? null : 'signature'
}

export function isSignedBy(key: PublicKeyHex, message: string, signatureHex: string): boolean {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'hex').toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.from(message, 'utf8'), publicKey, Buffer.from(signatureHex, 'hex'))
}
