import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { KeyKeeper } from '../../../core/wire/deviceEvents.ts'
import { isPublicKeyHex, isSignatureHex, type PublicKeyHex, type SignatureHex } from '../../../core/wire/signing.ts'

/** The Ed25519 key by which this PC signs what it records. The private half never leaves this closure. */
export type DeviceKey = {
  readonly publicKeyHex: PublicKeyHex
  readonly keeper: KeyKeeper
  readonly sign: (message: string) => SignatureHex
}

export function newPrivateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey
}

/** Null when the bytes or the text are no Ed25519 private key (PKCS #8). */
export function readPrivateKey(stored: string | Buffer): KeyObject | null {
  try {
    const key = typeof stored === 'string' ? createPrivateKey(stored) : createPrivateKey({ key: stored, format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

export function deviceKeyOf(privateKey: KeyObject, keeper: KeyKeeper): DeviceKey {
  return {
    publicKeyHex: publicHex(privateKey),
    keeper,
    sign: (message) => {
      const signature = sign(null, Buffer.from(message, 'utf8'), privateKey).toString('hex')
      if (!isSignatureHex(signature)) throw new Error('an Ed25519 signature has 64 bytes')
      return signature
    },
  }
}

function publicHex(privateKey: KeyObject): PublicKeyHex {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const hex = Buffer.from(x, 'base64url').toString('hex')
  if (!isPublicKeyHex(hex)) throw new Error('an Ed25519 public key has 32 bytes')
  return hex
}
