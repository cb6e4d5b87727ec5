import { safeStorage } from 'electron'
import type { ShellAnswer, ShellAsk } from '../launch/shellMessages.ts'

/**
 * Seals and opens the service's device key with a key of the system's own: Keychain, DPAPI, or the keyring of a Linux
 * desktop. A Linux without one would "encrypt" with a text that everybody knows: that counts as no vault.
 */
export async function answerShellAsk({ id, ask, bytes }: ShellAsk): Promise<ShellAnswer> {
  const answer = { kind: 'shell', id } as const
  try {
    if (!(await hasVault())) return { ...answer, ok: false, why: 'unavailable' }
    if (ask === 'encrypt') {
      const sealed = await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64'))
      return { ...answer, ok: true, bytes: new Uint8Array(sealed), reseal: false }
    }
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
    return { ...answer, ok: true, bytes: new Uint8Array(Buffer.from(result, 'base64')), reseal: shouldReEncrypt }
  } catch {
    return { ...answer, ok: false, why: 'failed' }
  }
}

async function hasVault(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  if (process.platform !== 'linux') return true
  const keptBy = safeStorage.getSelectedStorageBackend()
  return keptBy !== 'basic_text' && keptBy !== 'unknown'
}
