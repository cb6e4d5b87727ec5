import { describe, expect, it, test } from 'vitest'
import { readImageHeader } from '../../../core/wire/imageHeader.ts'
import { exifSegment, jpeg } from '../../support/jpeg.ts'

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const big = (value: number): readonly number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const little = (value: number): readonly number[] => big(value).toReversed()

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const chunk = (kind: string, data: readonly number[]) => [...big(data.length), ...ascii(kind), ...data, 0, 0, 0, 0]
const ihdr = (width: number, height: number) => chunk('IHDR', [...big(width), ...big(height), 8, 2, 0, 0, 0])
const png = (width: number, height: number, extra: readonly number[] = []) =>
  Uint8Array.from([...pngStart, ...ihdr(width, height), ...extra, ...chunk('IDAT', [1, 2, 3]), ...chunk('IEND', [])])

const riff = (chunks: readonly number[]) => Uint8Array.from([...ascii('RIFF'), ...little(chunks.length + 4), ...ascii('WEBP'), ...chunks])
const webpChunk = (kind: string, data: readonly number[]) => [
  ...ascii(kind),
  ...little(data.length),
  ...data,
  ...(data.length % 2 === 1 ? [0] : []),
]
const two = (value: number) => [value & 255, value >>> 8]
const lossy = (width: number, height: number) => webpChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...two(width), ...two(height)])
const lossless = (width: number, height: number) =>
  webpChunk('VP8L', [0x2f, ...little(((width - 1) | ((height - 1) << 14)) >>> 0), 0, 0, 0, 0, 0])
const three = (value: number) => [value & 255, (value >>> 8) & 255, value >>> 16]
const extended = (width: number, height: number) => webpChunk('VP8X', [0, 0, 0, 0, ...three(width - 1), ...three(height - 1)])

describe('reads format and size of', () => {
  test.each([
    ['a JPEG', jpeg(1600, 1200), { format: 'jpeg', width: 1600, height: 1200, hasMetadata: false }],
    ['a PNG', png(640, 480), { format: 'png', width: 640, height: 480, hasMetadata: false }],
    ['a lossy WebP', riff(lossy(800, 600)), { format: 'webp', width: 800, height: 600, hasMetadata: false }],
    ['a lossless WebP', riff(lossless(3000, 2001)), { format: 'webp', width: 3000, height: 2001, hasMetadata: false }],
    [
      'an extended WebP',
      riff([...extended(70_000, 9), ...lossy(16, 16)]),
      { format: 'webp', width: 70_000, height: 9, hasMetadata: false },
    ],
  ])('%s', (_, bytes, header) => {
    expect(readImageHeader(bytes)).toEqual(header)
  })

  it('a JPEG whose second frame is the larger one, by the larger one', () => {
    const frame = [0xff, 0xc2, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]
    expect(readImageHeader(jpeg(10, 10, frame))).toMatchObject({ width: 65_535, height: 65_535 })
  })
})

describe('metadata are told:', () => {
  const segment = (code: number, text: string) => [0xff, code, 0, text.length + 2, ...ascii(text)]
  test.each([
    ['Exif of a JPEG', jpeg(10, 10, exifSegment)],
    ['a comment in a JPEG', jpeg(10, 10, segment(0xfe, 'Tehran'))],
    ['IPTC in a JPEG', jpeg(10, 10, segment(0xed, 'Photoshop 3.0'))],
    ['a preview in a JPEG', jpeg(10, 10, segment(0xe0, 'JFXX\0'))],
    ['a second picture of a JPEG', jpeg(10, 10, segment(0xe2, 'MPF\0'))],
    ['a file behind a JPEG', Buffer.concat([jpeg(10, 10), Buffer.from('PK')])],
    ['Exif of a PNG', png(10, 10, chunk('eXIf', [1]))],
    ['a text in a PNG', png(10, 10, chunk('iTXt', [1]))],
    ['a file behind a PNG', Uint8Array.from([...png(10, 10), 1])],
    ['Exif of a WebP', riff([...extended(10, 10), ...lossy(10, 10), ...webpChunk('EXIF', [1])])],
    ['XMP of a WebP', riff([...lossy(10, 10), ...webpChunk('XMP ', [1, 2])])],
  ])('%s', (_, bytes) => {
    expect(readImageHeader(bytes)).toMatchObject({ hasMetadata: true })
  })

  it('but not what every encoder writes: a colour profile, Adobe’s transform', () => {
    const bare = jpeg(10, 10, [...segment(0xe2, 'ICC_PROFILE\0\u0001\u0001'), ...segment(0xee, 'Adobe\0d')])
    expect(readImageHeader(bare)).toMatchObject({ hasMetadata: false })
  })
})

describe('gives no answer for', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['a renamed text', Buffer.from('این عکس نیست، فقط متن است.')],
    ['a GIF', Buffer.from('GIF89a')],
    ['a JPEG cut before its size', jpeg(10, 10).subarray(0, 24)],
    ['a JPEG of no height', jpeg(10, 0)],
    ['a segment that is shorter than its own length', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9)],
    ['a segment that claims more than there is', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9)],
    ['a PNG cut before its size', png(10, 10).subarray(0, 20)],
    ['a PNG that does not begin with its size', Uint8Array.from([...pngStart, ...chunk('tEXt', [1]), ...ihdr(9, 9)])],
    ['a PNG of no width', png(0, 10)],
    ['a WebP cut before its size', riff(lossy(10, 10)).subarray(0, 24)],
    ['a WebP that is no picture', riff(webpChunk('ANIM', [1, 2, 3, 4, 5, 6]))],
  ])('%s', (_, bytes) => {
    expect(readImageHeader(bytes)).toBeNull()
  })
})
