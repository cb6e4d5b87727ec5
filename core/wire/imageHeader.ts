/**
 * What a picture file says of itself before anybody decodes it: a small file can ask for gigabytes of memory. Reads the
 * bytes of JPEG (ITU-T T.81, B.1), PNG (W3C PNG, 5) and WebP (RFC 9649); total: any bytes give an answer, never an exception.
 */
export type ImageHeader = {
  readonly format: 'jpeg' | 'png' | 'webp'
  readonly width: number
  readonly height: number
  /** Carries more than pixels and colours: where and with what it was taken, comments, a second picture behind the first. */
  readonly hasMetadata: boolean
}

/** Null for what is none of the three, and for one that is cut before its size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(bytes)
  if (startsWith(bytes, pngSignature)) return readPng(bytes)
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return readWebp(bytes)
  return null
}

type Size = { readonly width: number; readonly height: number }

function headerOf(format: ImageHeader['format'], size: Size | null, hasMetadata: boolean): ImageHeader | null {
  return size === null || size.width === 0 || size.height === 0 ? null : { format, ...size, hasMetadata }
}

/** Of two sizes that a file states, the one that costs more. */
function larger(a: Size | null, b: Size): Size {
  return a === null || b.width * b.height > a.width * a.height ? b : a
}

const jpeg = { startOfScan: 0xda, endOfImage: 0xd9, comment: 0xfe, app0: 0xe0, app2: 0xe2, app14: 0xee, lastApp: 0xef } as const

function readJpeg(bytes: Uint8Array): ImageHeader | null {
  let size: Size | null = null
  let hasMetadata = false
  let at = 2
  while (at < bytes.length) {
    const marker = nextMarker(bytes, at)
    if (marker === null) break
    at = marker.after
    if (marker.code === jpeg.endOfImage) return headerOf('jpeg', size, hasMetadata || at < bytes.length)
    const length = uint16(bytes, at)
    if (length < 2) break
    if (isFrame(marker.code) && at + 7 <= bytes.length) size = larger(size, { height: uint16(bytes, at + 3), width: uint16(bytes, at + 5) })
    hasMetadata ||= isJpegMetadata(marker.code, bytes, at + 2)
    at += length
  }
  return headerOf('jpeg', size, hasMetadata)
}

/** Skips entropy-coded data, stuffed zeroes, restarts and fill bytes: what stands before a marker that opens a segment. */
function nextMarker(bytes: Uint8Array, from: number): { readonly code: number; readonly after: number } | null {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const code = bytes[at + 1] ?? 0
    const opensNothing = code === 0x00 || code === 0x01 || code === 0xff || (code >= 0xd0 && code <= 0xd8)
    if (!opensNothing) return { code, after: at + 2 }
    at = bytes.indexOf(0xff, at + 1)
  }
  return null
}

/** SOF0 to SOF15; C4, C8 and CC are tables. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
}

/** What every encoder writes is no metadata: the JFIF head, the colour profile, Adobe's colour transform. */
function isJpegMetadata(code: number, bytes: Uint8Array, at: number): boolean {
  if (code === jpeg.comment) return true
  if (code < jpeg.app0 || code > jpeg.lastApp) return false
  if (code === jpeg.app0) return textAt(bytes, at, 5) !== 'JFIF\0'
  if (code === jpeg.app2) return textAt(bytes, at, 12) !== 'ICC_PROFILE\0'
  return code !== jpeg.app14 || textAt(bytes, at, 5) !== 'Adobe'
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const pngMetadata: readonly string[] = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

function readPng(bytes: Uint8Array): ImageHeader | null {
  let size: Size | null = null
  let hasMetadata = false
  let at = pngSignature.length
  while (at + 8 <= bytes.length) {
    const length = uint32(bytes, at)
    const kind = textAt(bytes, at + 4, 4)
    if (size === null) {
      if (kind !== 'IHDR' || length !== 13 || at + 16 > bytes.length) return null
      size = { width: uint32(bytes, at + 8), height: uint32(bytes, at + 12) }
    }
    hasMetadata ||= pngMetadata.includes(kind)
    // Length, kind and checksum stand around the data.
    at += 12 + length
    if (kind === 'IEND') return headerOf('png', size, hasMetadata || at < bytes.length)
  }
  return headerOf('png', size, hasMetadata)
}

function readWebp(bytes: Uint8Array): ImageHeader | null {
  let size: Size | null = null
  let hasMetadata = false
  let at = 12
  while (at + 8 <= bytes.length) {
    const kind = textAt(bytes, at, 4)
    const length = uint32Little(bytes, at + 4)
    const own = webpSize(kind, bytes, at + 8)
    if (own !== null) size = larger(size, own)
    hasMetadata ||= kind === 'EXIF' || kind === 'XMP '
    // Chunks begin at even places.
    at += 8 + length + (length % 2)
  }
  return headerOf('webp', size, hasMetadata)
}

function webpSize(kind: string, bytes: Uint8Array, at: number): Size | null {
  if (at + 10 > bytes.length) return null
  if (kind === 'VP8X') return { width: uint24Little(bytes, at + 4) + 1, height: uint24Little(bytes, at + 7) + 1 }
  if (kind === 'VP8 ' && startsWith(bytes.subarray(at + 3), [0x9d, 0x01, 0x2a])) {
    return { width: uint24Little(bytes, at + 6) & 0x3fff, height: (uint24Little(bytes, at + 7) >>> 8) & 0x3fff }
  }
  if (kind === 'VP8L' && bytes[at] === 0x2f) {
    const packed = uint32Little(bytes, at + 1)
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
  }
  return null
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

/** Bytes past the end count as 0. */
function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 0x100 + (bytes[at + 1] ?? 0)
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2)
}

function uint24Little(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0) * 0x10000
}

function uint32Little(bytes: Uint8Array, at: number): number {
  return uint24Little(bytes, at) + (bytes[at + 3] ?? 0) * 0x1000000
}
