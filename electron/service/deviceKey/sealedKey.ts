import { deviceKeyOf, newPrivateKey, readPrivateKey, type DeviceKey } from './deviceKey.ts'
import { existsSync } from 'node:fs'
import { fileDeviceKey } from './fileKey.ts'
import { readKeyFile, setAside, writeKeyFile } from './keyFile.ts'

/** `unavailable`: no vault on this system now, as on a Linux without a keyring. `failed`: there is one, and it could not do this. */
export type VaultAnswer =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      /** The vault has a better key by now: what it opened is to be sealed again. */
      readonly reseal: boolean
    }
  | { readonly ok: false; readonly why: 'unavailable' | 'failed' }

/** What seals and opens bytes with a key of the system's own; in Electron the shell (electron/main/vault.ts). */
export type Vault = {
  readonly encrypt: (bytes: Uint8Array) => Promise<VaultAnswer>
  readonly decrypt: (bytes: Uint8Array) => Promise<VaultAnswer>
}

export type KeyFiles = { readonly sealed: string; readonly plain: string }

/**
 * The key that the vault keeps. While there is no vault the key of a plain file serves, and the sealed one waits; each
 * change of keys is announced in the log. A sealed key that the vault cannot open (another user, a reinstalled system) is
 * set aside and replaced.
 */
export async function sealedDeviceKey(vault: Vault, { sealed, plain }: KeyFiles): Promise<DeviceKey> {
  const kept = readKeyFile(sealed)
  if (kept !== null) {
    const opened = await vault.decrypt(kept)
    if (!opened.ok && opened.why === 'unavailable') return fileDeviceKey(plain)
    const key = opened.ok ? readPrivateKey(Buffer.from(opened.bytes)) : null
    if (opened.ok && key !== null) {
      if (opened.reseal) await seal(vault, sealed, opened.bytes)
      return deviceKeyOf(key, 'safeStorage')
    }
  }
  if (existsSync(sealed)) setAside(sealed)
  if (existsSync(sealed)) return fileDeviceKey(plain)
  const made = newPrivateKey()
  const isSealed = await seal(vault, sealed, made.export({ type: 'pkcs8', format: 'der' }))
  return isSealed ? deviceKeyOf(made, 'safeStorage') : fileDeviceKey(plain)
}

async function seal(vault: Vault, file: string, bytes: Uint8Array): Promise<boolean> {
  const sealed = await vault.encrypt(bytes)
  return sealed.ok && writeKeyFile(file, sealed.bytes)
}
