import { promisify } from 'node:util'
import { gunzip, zstdCompress, zstdDecompress } from 'node:zlib'

const compress = promisify(zstdCompress)
const unzstd = promisify(zstdDecompress)
const ungzip = promisify(gunzip)

/** Smaller ones gain nothing. */
const leastPackedBytes = 1_000

export type PackedBody = { readonly bytes: Buffer; readonly encoding: 'zstd' | null }

export async function packText(text: string): Promise<PackedBody> {
  const bytes = Buffer.from(text, 'utf8')
  return bytes.length < leastPackedBytes ? { bytes, encoding: null } : { bytes: await compress(bytes), encoding: 'zstd' }
}

/** Null for an encoding that nobody asked for, for bytes that are not what it says, and for more than `mostBytes` of content. */
export async function unpack(bytes: Buffer, encoding: string | undefined, mostBytes: number): Promise<Buffer | null> {
  if (encoding === undefined || encoding === 'identity') return bytes.length > mostBytes ? null : bytes
  const limit = { maxOutputLength: mostBytes }
  try {
    if (encoding === 'zstd') return await unzstd(bytes, limit)
    if (encoding === 'gzip') return await ungzip(bytes, limit)
    return null
  } catch {
    return null
  }
}

/** Null for what is no JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
