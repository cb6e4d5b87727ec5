import { createServer, type Server } from 'node:https'
import { networkInterfaces } from 'node:os'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { NetworkKey } from '../transport/door.ts'
import { networkTls } from '../transport/door.ts'
import type { SyncGarage } from '../garage.ts'
import { answer } from './answer.ts'
import { rateLimit } from './rateLimit.ts'

export type Hub = {
  readonly port: number
  readonly addresses: () => readonly string[]
  readonly close: () => Promise<void>
}

/** A garage has a handful of PCs; more connections than they make are somebody else's. */
const mostConnections = 48

/**
 * This PC as a server to the garage's other ones, on all of its networks: the same calls as the platform's, over TLS by the
 * garage's own key. Whoever does not hold it gets no further than the handshake.
 */
export function openHub(garage: SyncGarage, key: NetworkKey, port: number): Promise<Result<Hub, 'portTaken'>> {
  const server = createServer({
    ...networkTls,
    // Only a client that names this garage is asked to prove its key.
    pskCallback: (_socket, identity) => (identity === key.garage ? Buffer.from(key.keyHex, 'hex') : null),
    handshakeTimeout: 5_000,
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 30_000,
    maxHeaderSize: 8_192,
  })
  server.maxConnections = mostConnections
  const isFewEnough = rateLimit(garage.clock.monotonicMs)
  server.on('request', (request, response) => {
    const allowed = isFewEnough(request.socket.remoteAddress ?? '')
    void answer(garage, request, response, allowed)
  })
  // A handshake that fails is the other side's affair.
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.on('clientError', (_error, socket) => socket.destroy())
  return listen(server, port)
}

function listen(server: Server, port: number): Promise<Result<Hub, 'portTaken'>> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(err('portTaken')))
    server.listen(port, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      server.on('error', () => {})
      resolve(ok({ port: bound, addresses: () => ownAddresses(bound), close: () => close(server) }))
    })
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** As a person types them at the other PC. */
function ownAddresses(port: number): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [`${address}:${port}`] : []))
}
