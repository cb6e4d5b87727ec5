import { signatureMostPoints } from '../../../../core/domain/consent/signature.ts'
import type { Signature, SignaturePoint } from '../../../../core/domain/consent/types.ts'
import { signatureCoordinate, signatureMostMs, signatureMostStrokes } from '../../../../core/wire/bounds.ts'

/** A point as the pad gives it: fractions of a pixel, milliseconds since 1970. */
export type PadPoint = { readonly x: number; readonly y: number; readonly time: number }
export type PadSize = { readonly width: number; readonly height: number }

/** What was drawn as whole numbers: pixels of the pad, milliseconds since the first point. A clock that runs back stands still here. */
export function signatureOf(strokes: readonly (readonly PadPoint[])[], { width, height }: PadSize): Signature | null {
  const drawn = strokes.filter((stroke) => stroke.length > 0)
  const beganMs = drawn[0]?.[0]?.time
  if (beganMs === undefined) return null
  let lastMs = 0
  const points = (stroke: readonly PadPoint[]): readonly SignaturePoint[] =>
    stroke.map(({ x, y, time }) => {
      lastMs = Math.min(signatureMostMs, Math.max(lastMs, Math.round(time - beganMs)))
      return [bounded(x), bounded(y), lastMs]
    })
  return { width: Math.round(width), height: Math.round(height), strokes: drawn.map(points) }
}

/** The points of a kept signature on a pad of another size: as large as fits, in the middle. */
export function fitted({ width, height, strokes }: Signature, pad: PadSize): Signature {
  const scale = Math.min(pad.width / width, pad.height / height)
  const [left, top] = [(pad.width - width * scale) / 2, (pad.height - height * scale) / 2]
  const fit = ([x, y, ms]: SignaturePoint): SignaturePoint => [bounded(x * scale + left), bounded(y * scale + top), ms]
  return { width: Math.round(pad.width), height: Math.round(pad.height), strokes: strokes.map((stroke) => stroke.map(fit)) }
}

/** No signature needs more; a pad that a sleeve lies on must not fill the record. */
export function isFull({ strokes }: Signature): boolean {
  return strokes.length >= signatureMostStrokes || pointsOf(strokes) >= signatureMostPoints
}

/** Cut to what the record takes: the last stroke is the one that went too far. */
export function withinBounds(signature: Signature): Signature {
  let left = signatureMostPoints
  const strokes = signature.strokes.slice(0, signatureMostStrokes).flatMap((stroke) => {
    const kept = stroke.slice(0, left)
    left -= kept.length
    return kept.length === 0 ? [] : [kept]
  })
  return { ...signature, strokes }
}

/** A stroke as an SVG path, smoothed through the middles of its points. */
export function strokePath(stroke: readonly SignaturePoint[]): string {
  const [first, ...rest] = stroke
  if (first === undefined) return ''
  const start = `M${first[0]} ${first[1]}`
  const last = rest.at(-1)
  // A line to itself is a dot under a round cap.
  if (last === undefined) return `${start}h0`
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point
    return `Q${point[0]} ${point[1]} ${middle(point[0], next[0])} ${middle(point[1], next[1])}`
  })
  return `${start}${curves.join('')}L${last[0]} ${last[1]}`
}

function middle(a: number, b: number): number {
  return (a + b) / 2
}

function pointsOf(strokes: Signature['strokes']): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0)
}

function bounded(value: number): number {
  return Math.min(signatureCoordinate.most, Math.max(signatureCoordinate.least, Math.round(value)))
}
