import type { Signature } from './types.ts'

/** More than a minute of steady signing; beyond it is no signature. */
export const signatureMostPoints = 6_000

/** A dot, a slip of the sleeve: less than this share of the pad's width was drawn. */
const leastShareOfWidth = 0.15
const leastPoints = 8

/** Whether the strokes are more than a touch of the pad. They prove nothing alone: they are bound to what was shown. */
export function isSignature({ width, strokes }: Signature): boolean {
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
