import { fork, type ChildProcess } from 'node:child_process'
import { newSecret } from '../gateway/secret.ts'

export type SuperviseOptions = {
  readonly servicePath: string
  readonly dataFolder: string
  readonly pageFolder: string
  /** A moment for the demo garage, as typed; null for the real one. */
  readonly demoAt: string | null
  readonly port: number
  readonly onRestart?: (() => void) | undefined
}

export type Supervised = {
  /** Opens the program in a browser: carries the secret of this start. */
  readonly url: string
  readonly port: number
  readonly pid: () => number | undefined
  readonly stop: () => Promise<void>
}

const firstRestartMs = 100
const longestRestartMs = 5_000
/** A service that ran this long was sound: the next crash is a first one again. */
const soundAfterMs = 60_000

/** Runs the service with its browser door and starts it again, under the same address, whenever it ends unasked. */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  const secret = newSecret()
  let child: ChildProcess
  let stopping = false
  let restartMs = firstRestartMs

  const start = async (port: number, demoAt: string | null): Promise<number> => {
    const demo = demoAt === null ? [] : ['--demo', demoAt]
    const args = ['--data', options.dataFolder, '--page', options.pageFolder, '--port', String(port), ...demo]
    child = fork(options.servicePath, args, { env: { ...process.env, PISHKHAN_SECRET: secret } })
    return await opened(child)
  }
  const keep = (port: number): void => {
    const begun = performance.now()
    child.once('exit', () => {
      if (stopping) return
      if (performance.now() - begun > soundAfterMs) restartMs = firstRestartMs
      setTimeout(() => void restart(port), restartMs)
      restartMs = Math.min(restartMs * 2, longestRestartMs)
    })
  }
  const restart = async (port: number): Promise<void> => {
    if (stopping) return
    // A demo goes on with what it holds: its moment is given once.
    const again = start(port, null)
    keep(port)
    await again.catch(() => {})
    options.onRestart?.()
  }

  const port = await start(options.port, options.demoAt)
  keep(port)
  return {
    url: `http://127.0.0.1:${port}/enter/${secret}`,
    port,
    pid: () => child.pid,
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function opened(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code} before its door was open`)))
    child.on('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'port' in message && typeof message.port === 'number') resolve(message.port)
    })
  })
}
