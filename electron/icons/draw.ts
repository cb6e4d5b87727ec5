import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/**
 * Draws the mark, a service bell on a rounded square, in the formats that the systems want of a packaged program.
 * Run it after changing the shape: `npx node electron/icons/draw.ts`. icon.svg holds the same shape for eyes and browsers.
 */
type Point = readonly [x: number, y: number]

// The mark's own grid is 32 x 32; the strokes are 2 wide with round ends.
const gridSize = 32
const strokeRadius = 1
const square = { centre: 16, half: 14, corner: 8 } as const
const dome = { centre: [16, 17], radius: 6 } as const
const strokes: readonly (readonly [from: Point, to: Point])[] = [
  [
    [7, 20.5],
    [25, 20.5],
  ],
  [
    [10, 20.5],
    [10, 17],
  ],
  [
    [22, 20.5],
    [22, 17],
  ],
  [
    [16, 11],
    [16, 8.5],
  ],
]
const petrol = [0x0d, 0x5c, 0x66] as const
const white = [0xff, 0xff, 0xff] as const

/** Signed distance to the square's edge, negative inside. */
function squareDistance([x, y]: Point): number {
  const inner = square.half - square.corner
  const dx = Math.abs(x - square.centre) - inner
  const dy = Math.abs(y - square.centre) - inner
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - square.corner
}

function bellDistance([x, y]: Point): number {
  const [cx, cy] = dome.centre
  const toDome = y <= cy ? Math.abs(Math.hypot(x - cx, y - cy) - dome.radius) : Infinity
  return Math.min(toDome, ...strokes.map(([from, to]) => segmentDistance([x, y], from, to))) - strokeRadius
}

function segmentDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function rgbaRows(sizePx: number): Buffer {
  const scale = sizePx / gridSize
  const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance * scale))
  // Each row of a PNG begins with its filter; 0 is none.
  const rows = Buffer.alloc(sizePx * (1 + sizePx * 4))
  for (let row = 0; row < sizePx; row++) {
    for (let column = 0; column < sizePx; column++) {
      const point: Point = [(column + 0.5) / scale, (row + 0.5) / scale]
      const bell = covered(bellDistance(point))
      const colour = petrol.map((channel, index) => Math.round(channel + ((white[index] ?? channel) - channel) * bell))
      rows.set([...colour, Math.round(255 * covered(squareDistance(point)))], row * (1 + sizePx * 4) + 1 + column * 4)
    }
  }
  return rows
}

function png(sizePx: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sizePx, 0)
  header.writeUInt32BE(sizePx, 4)
  // 8 bits per channel, colour type 6 (RGBA).
  header.set([8, 6], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(rgbaRows(sizePx), { level: 9 })
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Windows: a directory of PNG images; a size of 256 is written as 0. */
function ico(sizesPx: readonly number[]): Buffer {
  const images = sizesPx.map((sizePx) => ({ sizePx, data: png(sizePx) }))
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length + images.length * 16
  const entries = images.map(({ sizePx, data }) => {
    const entry = Buffer.alloc(16)
    entry.set([sizePx % 256, sizePx % 256])
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(data.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += data.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...images.map(({ data }) => data)])
}

/** macOS: typed PNG images, each type standing for one size. */
function icns(images: readonly (readonly [type: string, sizePx: number])[]): Buffer {
  const parts = images.map(([type, sizePx]) => {
    const data = png(sizePx)
    return Buffer.concat([Buffer.from(type, 'latin1'), uint32(8 + data.length), data])
  })
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from('icns', 'latin1'), uint32(8 + body.length), body])
}

const folder = import.meta.dirname
mkdirSync(path.join(folder, 'linux'), { recursive: true })
for (const sizePx of [16, 32, 48, 64, 128, 256, 512]) writeFileSync(path.join(folder, 'linux', `${sizePx}x${sizePx}.png`), png(sizePx))
writeFileSync(path.join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
const icnsTypes = [
  ['icp4', 16],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
] as const
writeFileSync(path.join(folder, 'icon.icns'), icns(icnsTypes))
