import type { ProofTools } from '../../core/wire/proofCheck/tools.ts'

/** The browser's own cryptography. */
export const webTools: ProofTools = {
  sha256Hex: async (data) => hexOf(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : new Uint8Array(data))),
  isSigned: async (key, message, signature) => {
    const publicKey = await crypto.subtle.importKey('raw', bytesOfHex(key), 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', publicKey, bytesOfHex(signature), utf8(message))
  },
  textOf: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
  bytesOf: (base64) => {
    try {
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    } catch {
      return null
    }
  },
}

/** Whether this browser can check at all: Ed25519 came to browsers between 2023 and 2025. */
export async function knowsEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

function hexOf(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
