import type { Signature } from './types.ts'

/** More than a minute of steady signing; beyond it is no signature. */
export const signatureMostPoints = 6_000

/** A dot, a slip of the sleeve: less than this share of the pad's width was drawn. */
const leastShareOfWidth = 0.15
const leastPoints = 8

/** A pad that a hand can sign on, in its own units: the smallest screen's is several times as wide. */
const leastPad = { width: 100, height: 40 }

/** Whether the strokes are more than a touch of the pad. They prove nothing alone: they are bound to what was shown. */
export function isSignature({ width, height, strokes }: Signature): boolean {
  if (width < leastPad.width || height < leastPad.height) return false
  let length = 0
  let points = 0
  for (const stroke of strokes) {
    points += stroke.length
    let from = stroke[0]
    for (const point of stroke) {
      if (from !== undefined) length += Math.hypot(point[0] - from[0], point[1] - from[1])
      from = point
    }
  }
  return points >= leastPoints && length >= width * leastShareOfWidth
}
