import { promisify } from 'node:util'
import { brotliDecompress, gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib'
import type { z } from 'zod'
import { err, ok, type Result } from '../../core/basics/result.ts'
import { bodyMostBytes, type Problem } from '../../core/wire/protocol.ts'

type Unpack = (packed: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>

const unpackers: Readonly<Record<string, Unpack>> = {
  zstd: promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(zstdDecompress),
  gzip: promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(gunzip),
  br: promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(brotliDecompress),
}

/** The body's bytes, unpacked, and never more than `most` of them, packed or not. */
export async function readBytes(request: Request, most: number): Promise<Result<Buffer, Problem>> {
  const packed = await readPacked(request, most)
  if (!packed.ok) return packed
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return packed
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined
  if (unpack === undefined) return err({ code: 'badRequest' })
  try {
    return ok(await unpack(packed.value, { maxOutputLength: most }))
  } catch (error) {
    // A small body that unpacks to more than it may is stopped on the way.
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return err({ code: isTooLarge ? 'tooLarge' : 'badRequest' })
  }
}

/** A body up to so many times too large is read to its end and dropped: who is cut off while he sends never reads the answer. */
const patience = 4

async function readPacked(request: Request, most: number): Promise<Result<Buffer, Problem>> {
  const told = Number(request.headers.get('content-length') ?? 0)
  if (told > most * patience) return err({ code: 'tooLarge' })
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (request.body === null) return ok(Buffer.alloc(0))
  try {
    for await (const chunk of request.body) {
      bytes += chunk.length
      if (bytes > most * patience) return err({ code: 'tooLarge' })
      if (bytes <= most) chunks.push(chunk)
    }
  } catch {
    // The line broke in the middle of the body: nobody reads the answer.
    return err({ code: 'badRequest' })
  }
  return bytes > most ? err({ code: 'tooLarge' }) : ok(Buffer.concat(chunks))
}

export type JsonBody = { readonly value: unknown; readonly bytes: number }

export async function readJson(request: Request): Promise<Result<JsonBody, Problem>> {
  const bytes = await readBytes(request, bodyMostBytes)
  if (!bytes.ok) return bytes
  try {
    return ok({ value: JSON.parse(bytes.value.toString('utf8')), bytes: bytes.value.length })
  } catch {
    return err({ code: 'badRequest' })
  }
}

/** Requests are strict: what the schema does not name is refused. */
export async function readRequest<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<Result<z.infer<Schema>, Problem>> {
  const body = await readJson(request)
  if (!body.ok) return body
  const read = schema.safeParse(body.value.value)
  return read.success ? ok(read.data) : err({ code: 'badRequest' })
}

/** Packing costs more than it saves below this. */
const packFromBytes = 1_400
const pack = { zstd: promisify<Buffer, Buffer>(zstdCompress), gzip: promisify<Buffer, object, Buffer>(gzip) }

/** What the caller takes: zstd before gzip before nothing. */
export function encodingFor(request: Request): 'zstd' | 'gzip' | null {
  const accepted = (request.headers.get('accept-encoding') ?? '').split(',').map((part) => part.trim())
  const takes = (name: string): boolean =>
    accepted.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)))
  if (takes('zstd')) return 'zstd'
  return takes('gzip') ? 'gzip' : null
}

export async function jsonAnswer(request: Request, value: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8')
  const encoding = bytes.length < packFromBytes ? null : encodingFor(request)
  const packed = encoding === null ? bytes : encoding === 'zstd' ? await pack.zstd(bytes) : await pack.gzip(bytes, { level: 1 })
  return new Response(new Uint8Array(packed), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding, Authorization',
      ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
      ...headers,
    },
  })
}
