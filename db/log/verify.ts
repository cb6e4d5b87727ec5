import { createPublicKey, verify } from 'node:crypto'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { eventMessage, type PublicKeyHex } from '../../core/wire/signing.ts'
import type { ReadableDb } from '../connection.ts'
import { sha256Hex } from './append.ts'
import { allHoles } from './holes.ts'
import { keyIn, type SigningKey } from './keys.ts'
import { readChains, type ChainRow } from './read.ts'
import { parentsOf } from './wireRow.ts'

export type ChainFault = {
  readonly device: string
  readonly dseq: number
  readonly code: 'gap' | 'prevHash' | 'hash' | 'signature' | 'signatureMissing' | 'keyUnknown'
}

/** Walks every device's chain from its first event, over its holes, and names the first thing that does not hold; null when all holds. */
export function firstChainFault(db: ReadableDb): ChainFault | null {
  let device = ''
  let dseq = 0
  let prevHash = chainStart
  let key: SigningKey = null
  const holes = allHoles(db)
  for (const row of readChains(db)) {
    if (row.device !== device) {
      device = row.device
      dseq = 0
      prevHash = chainStart
      key = null
    }
    const at = { device, dseq: row.dseq }
    for (const hole of holes.get(device) ?? []) {
      if (hole.dseq !== dseq + 1 || hole.dseq >= row.dseq) continue
      if (hole.prevHash !== prevHash) return { device, dseq: hole.dseq, code: 'prevHash' }
      dseq = hole.dseq
      prevHash = hole.hash
    }
    if (row.dseq !== dseq + 1) return { ...at, code: 'gap' }
    if (row.prevHash !== prevHash) return { ...at, code: 'prevHash' }
    if (sha256Hex(hashedTextOf(row)) !== row.hash) return { ...at, code: 'hash' }
    // A new key signs its own announcement.
    key = keyIn(row) ?? key
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
function signatureFault({ hash, signature }: ChainRow, key: SigningKey): 'signature' | 'signatureMissing' | 'keyUnknown' | null {
  if (signature === null) return key === null ? null : 'signatureMissing'
  if (key === null) return 'keyUnknown'
  return key === 'unread' || isSignedBy(key, eventMessage(hash), signature) ? null : 'signature'
}

export function isSignedBy(key: PublicKeyHex, message: string, signatureHex: string): boolean {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'hex').toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.from(message, 'utf8'), publicKey, Buffer.from(signatureHex, 'hex'))
}
