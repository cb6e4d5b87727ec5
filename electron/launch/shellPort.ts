import type { Vault, VaultAnswer } from '../service/deviceKey/sealedKey.ts'
import { fitsShell, readShellAnswer, type ShellAsk } from './shellMessages.ts'

/** The side of the port that the service holds: Electron's `process.parentPort`, or a test's. */
export type ShellPort = {
  readonly postMessage: (message: ShellAsk) => void
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void
}

/** A keyring may ask the person at the desk for a password; the counter does not wait longer for it. */
const answerWithinMs = 15_000

/** The system's vault as the shell opens it. A shell that does not answer in time counts as one without a vault. */
export function shellVault(port: ShellPort, withinMs = answerWithinMs): Vault {
  const waiting = new Map<number, (answer: VaultAnswer) => void>()
  let lastId = 0
  port.on('message', ({ data }) => {
    const answer = readShellAnswer(data)
    if (answer === null) return
    waiting.get(answer.id)?.(answer)
  })

  const ask = (what: ShellAsk['ask'], bytes: Uint8Array): Promise<VaultAnswer> => {
    if (!fitsShell(bytes)) return Promise.resolve({ ok: false, why: 'failed' })
    const id = (lastId += 1)
    return new Promise((resolve) => {
      const settle = (answer: VaultAnswer): void => {
        clearTimeout(late)
        waiting.delete(id)
        resolve(answer)
      }
      const late = setTimeout(() => settle({ ok: false, why: 'unavailable' }), withinMs)
      waiting.set(id, settle)
      port.postMessage({ kind: 'shell', id, ask: what, bytes: new Uint8Array(bytes) })
    })
  }
  return { encrypt: (bytes) => ask('encrypt', bytes), decrypt: (bytes) => ask('decrypt', bytes) }
}
