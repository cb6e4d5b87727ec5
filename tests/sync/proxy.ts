import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What the network does to one request. Bytes are counted from the request's first one, heads included. */
export type Fault =
  /** The line breaks after so many bytes of the request went through. */
  | { readonly kind: 'cutRequest'; readonly atByte: number }
  /** The request went through; the line breaks after so many bytes of the answer. */
  | { readonly kind: 'cutAnswer'; readonly atByte: number }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The server gets the request twice, one behind the other. */
  | { readonly kind: 'duplicate' }
  /** Nothing goes through, and nobody hangs up. */
  | { readonly kind: 'halfOpen' }
  /** The answer comes byte by byte. */
  | { readonly kind: 'trickle'; readonly everyMs: number }
  /** Something else than the server answers. */
  | { readonly kind: 'answer'; readonly text: string }

export type Proxy = {
  readonly url: string
  /** Asked for each request by its first line; null lets it through. */
  rule: (requestLine: string) => Fault | null
  /** Bytes of the requests so far, by their first line. */
  readonly seen: { readonly line: string; bytes: number; answerBytes: number }[]
  /** No line goes through while it is true. */
  down: boolean
  readonly dropAll: () => void
}

/** A TCP proxy before a server, at whose hands anything can happen to a request. */
export async function startProxy(targetPort: number): Promise<Proxy> {
  const open = new Set<Socket>()
  const proxy: Proxy & { url: string } = {
    url: '',
    rule: () => null,
    seen: [],
    down: false,
    dropAll: () => {
      for (const socket of open) socket.destroy()
    },
  }
  const server = createServer((client) => {
    open.add(client)
    client.on('error', () => {})
    client.on('close', () => open.delete(client))
    if (proxy.down) client.destroy()
    else carry(proxy, client, targetPort)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  proxy.url = `http://127.0.0.1:${address.port}`
  onTestFinished(() => {
    proxy.dropAll()
    server.close()
  })
  return proxy
}

function carry(proxy: Proxy, client: Socket, targetPort: number): void {
  const target = connect(targetPort, '127.0.0.1')
  target.on('error', () => client.destroy())
  target.on('close', () => client.destroy())
  client.on('close', () => target.destroy())
  let fault: Fault | null = null
  let seen: Proxy['seen'][number] = { line: '', bytes: 0, answerBytes: 0 }
  let twin: Socket | null = null
  client.on('data', (chunk: Buffer) => {
    const line = /^(?:GET|POST|PUT) \S+/.exec(chunk.toString('latin1', 0, 300))?.[0]
    if (line !== undefined) {
      seen = { line, bytes: 0, answerBytes: 0 }
      proxy.seen.push(seen)
      fault = proxy.rule(line)
      twin?.destroy()
      twin = fault?.kind === 'duplicate' ? quiet(connect(targetPort, '127.0.0.1')) : null
    }
    const before = seen.bytes
    seen.bytes += chunk.length
    if (fault?.kind === 'halfOpen') return
    if (fault?.kind === 'answer') {
      client.end(fault.text)
      return
    }
    if (fault?.kind === 'cutRequest' && seen.bytes >= fault.atByte) {
      target.write(chunk.subarray(0, Math.max(0, fault.atByte - before)), () => {
        target.destroy()
        client.destroy()
      })
      return
    }
    const send = (): void => {
      twin?.write(chunk)
      target.write(chunk)
    }
    if (fault?.kind === 'delay') setTimeout(send, fault.ms)
    else send()
  })
  target.on('data', (chunk: Buffer) => {
    const before = seen.answerBytes
    seen.answerBytes += chunk.length
    if (fault?.kind === 'cutAnswer' && seen.answerBytes >= fault.atByte) {
      client.write(chunk.subarray(0, Math.max(0, fault.atByte - before)), () => {
        target.destroy()
        client.destroy()
      })
      return
    }
    if (fault?.kind === 'trickle') trickle(client, chunk, fault.everyMs)
    else client.write(chunk)
  })
}

function quiet(socket: Socket): Socket {
  socket.on('error', () => {})
  socket.resume()
  return socket
}

function trickle(client: Socket, bytes: Buffer, everyMs: number): void {
  let at = 0
  const timer = setInterval(() => {
    if (at >= bytes.length || client.destroyed) clearInterval(timer)
    else client.write(bytes.subarray(at, (at += 1)))
  }, everyMs)
}

/** An answer as a server or something before it would write it. */
export function httpAnswer(status: string, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  })
  return `HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}
