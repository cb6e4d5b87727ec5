import type { PublicKeyHex, SignatureHex } from '../signing.ts'

/** What the check needs of its surroundings: a browser's and Node's own cryptography, given, since core has none. */
export type ProofTools = {
  /** SHA-256 of bytes, or of a text's UTF-8 bytes, as lower-case hexadecimal digits. */
  readonly sha256Hex: (data: Uint8Array | string) => Promise<string>
  /** Whether this is the key's Ed25519 signature over the message's UTF-8 bytes. */
  readonly isSigned: (key: PublicKeyHex, message: string, signature: SignatureHex) => Promise<boolean>
  /** Null when the bytes are not UTF-8. */
  readonly textOf: (bytes: Uint8Array) => string | null
  /** Null when the text is not base64. */
  readonly bytesOf: (base64: string) => Uint8Array | null
}
