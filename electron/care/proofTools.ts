import { createHash, createPublicKey, verify } from 'node:crypto'
import type { ProofTools } from '../../core/wire/proofCheck/tools.ts'

/** Node's own cryptography for the check of a proof. */
export const nodeTools: ProofTools = {
  sha256Hex: (data) => Promise.resolve(createHash('sha256').update(data).digest('hex')),
  isSigned: (key, message, signature) => {
    const x = Buffer.from(key, 'hex').toString('base64url')
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return Promise.resolve(verify(null, Buffer.from(message, 'utf8'), publicKey, Buffer.from(signature, 'hex')))
  },
  textOf: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
  bytesOf: (base64) => Buffer.from(base64, 'base64'),
}
