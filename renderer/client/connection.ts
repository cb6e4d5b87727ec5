import type { ClientLink } from '@orpc/client'

/** What a connection to the service can do for a page, whichever door it came through. */
type Link = ClientLink<object>

export type Connection = { readonly link: Link; readonly closed: Promise<void> }

export type ConnectionState = 'connecting' | 'open' | 'lost'

/**
 * Holds the current connection and hands out the next one when it is lost. A call made meanwhile waits; a call that was
 * under way is made again, which is harmless: questions change nothing and commands carry an id.
 */
export type Connector = {
  readonly link: Link
  readonly state: () => ConnectionState
  readonly onState: (listener: () => void) => () => void
}

/** @param connect resolves once a connection is open; it is called again after each loss and keeps trying by itself */
export function keepConnected(connect: () => Promise<Connection>): Connector {
  const listeners = new Set<() => void>()
  let state: ConnectionState = 'connecting'
  let current: Promise<Connection>

  const become = (next: ConnectionState): void => {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }
  const open = async (): Promise<Connection> => {
    const connection = await connect()
    become('open')
    void reopenWhenLost(connection)
    return connection
  }
  const reopenWhenLost = async ({ closed }: Connection): Promise<void> => {
    await closed
    become('lost')
    current = open()
  }
  current = open()

  const call: Link['call'] = async (path, input, options) => {
    for (;;) {
      const connection = await current
      const lost = connection.closed.then(() => lostMark)
      try {
        const answer = await Promise.race([connection.link.call(path, input, options), lost])
        if (answer !== lostMark) return answer
      } catch (error) {
        // A refusal of the service is an answer; only a connection that died under the call is tried again.
        const isLost = await Promise.race([lost, nextTask()])
        if (isLost !== lostMark) throw error
      }
      options.signal?.throwIfAborted()
    }
  }

  return {
    link: { call },
    state: () => state,
    onState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const lostMark = Symbol('lost')

/** A socket reports its calls as failed and itself as closed in one go, in either order. */
function nextTask(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 50))
}
