import type { Brand, Sha256Hex } from '../basics/ids.ts'

/** A raw Ed25519 public key (RFC 8032): 32 bytes as 64 lower-case hexadecimal digits. */
export type PublicKeyHex = Brand<string, 'PublicKeyHex'>
/** An Ed25519 signature: 64 bytes as 128 lower-case hexadecimal digits. */
export type SignatureHex = Brand<string, 'SignatureHex'>

export function isPublicKeyHex(text: string): text is PublicKeyHex {
  return /^[0-9a-f]{64}$/.test(text)
}

export function isSignatureHex(text: string): text is SignatureHex {
  return /^[0-9a-f]{128}$/.test(text)
}

export function isSha256Hex(text: string): text is Sha256Hex {
  return /^[0-9a-f]{64}$/.test(text)
}

/** What is signed begins with what it is, so that a signature over one kind of thing never passes for another. */
export function eventMessage(hash: string): string {
  return `pishkhan event 1 ${hash}`
}

/** A device proves that it holds the key: at enrolment over the code's hash, at each refresh over the token's. */
export function deviceMessage(purpose: 'enrol' | 'refresh', device: string, secretSha256: Sha256Hex): string {
  return `pishkhan ${purpose} 1 ${device} ${secretSha256}`
}

export function sealMessage(sha256: Sha256Hex): string {
  return `pishkhan seal 1 ${sha256}`
}
