import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { onTestFinished } from 'vitest'
import { doorTokens, secretCookie, socketProtocol } from '../../electron/gateway/secret.ts'
import { buildWhenStale } from '../../electron/launch/build.ts'
import { supervise, type Supervised, type SuperviseOptions } from '../../electron/launch/supervise.ts'
import type { Client } from '../../renderer/client/client.ts'
import { keepConnected, type Connection } from '../../renderer/client/connection.ts'
import { temporaryFolder } from './temporary.ts'

export const root = join(import.meta.dirname, '..', '..')

export type Program = Supervised & { readonly dataFolder: string; readonly restarts: () => number }

/** The real program: built, its service a process of its own under supervision, on a data folder of the test's own. */
export async function startProgram(options: Partial<SuperviseOptions> = {}): Promise<Program> {
  buildWhenStale(root)
  const dataFolder = options.dataFolder ?? temporaryFolder()
  let restarts = 0
  const program = await supervise({
    servicePath: join(root, 'dist/service/http.js'),
    pageFolder: join(root, 'dist/renderer'),
    demoAt: null,
    port: 0,
    ...options,
    dataFolder,
    onRestart: () => {
      restarts += 1
    },
  })
  onTestFinished(() => program.stop())
  return { ...program, dataFolder, restarts: () => restarts }
}

/** The page's own connector, over Node's socket: waits out a service that is down, and makes a lost call again. */
export function connectTo(program: Supervised): Client {
  const { cookie, key } = doorTokens(program.url.split('/').at(-1) ?? '')
  const host = `127.0.0.1:${program.port}`
  const headers = { origin: `http://${host}`, cookie: `${secretCookie}=${cookie}` }
  const over = new AbortController()
  onTestFinished(() => over.abort())
  const connect = async (): Promise<Connection> => {
    while (!over.signal.aborted) {
      const socket: WebSocket = Reflect.construct(WebSocket, [`ws://${host}/ws`, { headers, protocols: [socketProtocol, key] }])
      onTestFinished(() => socket.close())
      const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }))
      const opened = new Promise<'open'>((resolve) => socket.addEventListener('open', () => resolve('open'), { once: true }))
      if ((await Promise.race([opened, closed])) === 'open') return { link: new SocketLink({ websocket: socket }), closed }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return await new Promise(() => {})
  }
  return createORPCClient(keepConnected(connect).link)
}
