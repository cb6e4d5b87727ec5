import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { readShellAsk } from '../launch/shellMessages.ts'
import { answerShellAsk } from './vault.ts'

const firstRestartMs = 250
const longestRestartMs = 5_000
/** A service that ran this long was sound: the next crash is a first one again. */
const soundAfterMs = 60_000
/** The service checkpoints its log before it ends; everything confirmed is on disk anyway, so this may be cut short. */
const stopWithinMs = 5_000

export type ServiceHost = {
  /** False while the service is down; `onRestart` follows when it is up again. */
  readonly isUp: () => boolean
  /** Gives one end of a channel to the running service. */
  readonly admit: (port: MessagePortMain) => void
  /** Resolves when the service has ended or, too slow, has been killed; it does not start again. */
  readonly stop: () => Promise<void>
}

export type ServiceStart = {
  readonly modulePath: string
  readonly dataDir: string
  /** A moment for the demo garage; said at the first start only, since a restart goes on with what the demo holds. */
  readonly demoAt: string | null
}

/** Keeps the service running in a process of its own, so that neither a long query nor a crash there stops the window. */
export function startServiceHost({ modulePath, dataDir, demoAt }: ServiceStart, onRestart: () => void): ServiceHost {
  let restartMs = firstRestartMs
  let waiting: NodeJS.Timeout | null = null
  let stopping = false
  let child: UtilityProcess | null = fork(demoAt === null ? [] : ['--demo', demoAt])

  function fork(more: readonly string[]): UtilityProcess {
    const forked = utilityProcess.fork(modulePath, ['--data', dataDir, ...more], { serviceName: 'Pishkhan service' })
    const sound = setTimeout(() => (restartMs = firstRestartMs), soundAfterMs)
    // Without a listener Node would throw it here and end the shell too; the exit that follows is what is acted upon.
    forked.on('error', (type, location) => console.error(`service: ${type} at ${location}`))
    forked.on('message', (message: unknown) => void answer(forked, message))
    forked.once('exit', () => {
      clearTimeout(sound)
      child = null
      if (!stopping) restartLater()
    })
    return forked
  }

  /** What the service asks of the shell. One that has ended meanwhile waits for nothing. */
  async function answer(asking: UtilityProcess, message: unknown): Promise<void> {
    const ask = readShellAsk(message)
    if (ask === null) return
    const answered = await answerShellAsk(ask)
    if (child === asking) asking.postMessage(answered)
  }

  function restartLater(): void {
    waiting = setTimeout(() => {
      waiting = null
      child = fork([])
      onRestart()
    }, restartMs)
    restartMs = Math.min(restartMs * 2, longestRestartMs)
  }

  return {
    isUp: () => child !== null,
    admit: (port) => child?.postMessage({ kind: 'door' }, [port]),
    stop: async () => {
      stopping = true
      if (waiting) clearTimeout(waiting)
      if (child) await endOf(child)
    },
  }
}

function endOf(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      child.kill()
      resolve()
    }, stopWithinMs)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    child.postMessage({ kind: 'stop' })
  })
}
