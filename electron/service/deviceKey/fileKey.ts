import { existsSync } from 'node:fs'
import { deviceKeyOf, newPrivateKey, readPrivateKey, type DeviceKey } from './deviceKey.ts'
import { readKeyFile, setAside, writeKeyFile } from './keyFile.ts'

/**
 * The key of a file beside the database (PKCS #8, PEM), made when there is none. One that is lost or damaged is replaced:
 * the log announces the new one, and what the old one signed stays checkable by its announced public half.
 */
export function fileDeviceKey(file: string): DeviceKey {
  const kept = readPrivateKey(readKeyFile(file)?.toString('latin1') ?? '')
  if (kept !== null) return deviceKeyOf(kept, 'file')
  if (existsSync(file)) setAside(file)
  const made = newPrivateKey()
  const written = !existsSync(file) && writeKeyFile(file, made.export({ type: 'pkcs8', format: 'pem' }))
  return deviceKeyOf(made, written ? 'file' : 'memory')
}
