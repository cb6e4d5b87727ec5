import type { IncomingMessage } from 'node:http'
import { createZstdDecompress, createGunzip } from 'node:zlib'
import { StringDecoder } from 'node:string_decoder'

/**
 * The lines of an answer as they come. Ends early, without throwing, when the connection breaks: the reader knows by what is
 * missing. A line longer than `mostChars` ends it too.
 */
export async function* linesOf(response: IncomingMessage, mostChars: number): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  try {
    for await (const chunk of unpacked(response)) {
      if (!(chunk instanceof Uint8Array)) continue
      const parts = (rest + decoder.write(Buffer.from(chunk))).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) yield line.endsWith('\r') ? line.slice(0, -1) : line
      if (rest.length > mostChars) return
    }
    if (rest !== '') yield rest
  } catch {
    // A line that was cut is not given.
  } finally {
    response.destroy()
  }
}

function unpacked(response: IncomingMessage): AsyncIterable<unknown> {
  const encoding = response.headers['content-encoding']
  if (encoding !== 'zstd' && encoding !== 'gzip') return response
  const stream = encoding === 'zstd' ? createZstdDecompress() : createGunzip()
  response.once('error', (error) => stream.destroy(error))
  return response.pipe(stream)
}
