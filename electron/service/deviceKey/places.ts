import { join } from 'node:path'
import type { KeyFiles } from './sealedKey.ts'

/** Where a data folder keeps its device key: sealed by the system's vault, or plain for its owner's eyes. */
export function deviceKeyFiles(dataFolder: string): KeyFiles {
  return { sealed: join(dataFolder, 'device-key.bin'), plain: join(dataFolder, 'device-key.pem') }
}

/** The demo garage's own key, thrown away with it. It proves nothing to anybody and needs no vault. */
export function demoKeyFile(dataFolder: string): string {
  return join(dataFolder, 'demo-device-key.pem')
}
