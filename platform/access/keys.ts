import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import { isPublicKeyHex, isSha256Hex, isSignatureHex, type PublicKeyHex, type SignatureHex } from '../../core/wire/signing.ts'
import type { Sha256Hex } from '../../core/basics/ids.ts'

export type KeyPair = { readonly publicKeyHex: PublicKeyHex; readonly privateKeyPem: string }

export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const publicKeyHex = Buffer.from(x, 'base64url').toString('hex')
  if (!isPublicKeyHex(publicKeyHex)) throw new Error('an Ed25519 public key has 32 bytes')
  return { publicKeyHex, privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

export function signWith(privateKeyPem: string, message: string): SignatureHex {
  const signature = sign(null, Buffer.from(message, 'utf8'), createPrivateKey(privateKeyPem)).toString('hex')
  if (!isSignatureHex(signature)) throw new Error('an Ed25519 signature has 64 bytes')
  return signature
}

export function isSignedBy(publicKeyHex: string, message: string, signatureHex: string): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKeyHex, 'hex').toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.from(message, 'utf8'), key, Buffer.from(signatureHex, 'hex'))
}

/** SHA-256 of a text's UTF-8 bytes, or of bytes. */
export function sha256Hex(content: string | Uint8Array): Sha256Hex {
  const digest = hash('sha256', content, 'hex')
  if (!isSha256Hex(digest)) throw new Error('SHA-256 has 64 hexadecimal digits')
  return digest
}
