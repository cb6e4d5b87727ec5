import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { Connection } from './connection.ts'

/** The message by which Electron's preload script hands over a port; the same name stands in electron/preload/channel.ts. */
const portMessage = 'pishkhan:port'

const firstRetryMs = 100
const longestRetryMs = 2_000

/** What the door answers with; the same name stands in electron/gateway/secret.ts. */
const socketProtocol = 'pishkhan'

/**
 * A browser's door: tries until the service is there.
 * @param key the page's own token, asked for at each try; a socket has no header of its own for it
 */
export function connectSocket(url: string, key: () => string): () => Promise<Connection> {
  return async () => {
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
      const token = key()
      const socket = new WebSocket(url, token === '' ? [socketProtocol] : [socketProtocol, token])
      const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }))
      const opened = new Promise<'open'>((resolve) => socket.addEventListener('open', () => resolve('open'), { once: true }))
      if ((await Promise.race([opened, closed])) === 'open') return { link: new SocketLink({ websocket: socket }), closed }
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}

/**
 * Electron's door: the shell sends a port at each page load and after each restart of the service. To be called when the
 * page's first module runs, so that no port is missed. A new port ends the connection before it.
 */
export function connectPorts(page: Window): () => Promise<Connection> {
  let untaken: Connection | null = null
  let taker: ((connection: Connection) => void) | null = null
  let endLast: (() => void) | null = null
  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    if (event.origin !== page.location.origin || event.data !== portMessage || port === undefined) return
    endLast?.()
    const closed = new Promise<void>((resolve) => {
      endLast = resolve
      port.addEventListener('close', () => resolve())
    })
    port.start()
    const connection = { link: new PortLink({ port }), closed }
    if (taker === null) untaken = connection
    else taker(connection)
    taker = null
  })
  return () => {
    const connection = untaken
    untaken = null
    return connection === null ? new Promise((resolve) => (taker = resolve)) : Promise.resolve(connection)
  }
}
