import type { Signature } from '../../../core/domain/consent/types.ts'
import { svg } from '../dom.ts'

/** The strokes as they were drawn; a stroke of one point is a dot. */
export function signatureDrawing({ width, height, strokes }: Signature, label: string): SVGElement {
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'signature', role: 'img', 'aria-label': label },
    strokes.map((stroke) => {
      const [first] = stroke
      const rest = stroke.slice(1).map(([x, y]) => `L${x} ${y}`)
      const path = first === undefined ? '' : `M${first[0]} ${first[1]}${rest.length === 0 ? 'h0.1' : rest.join('')}`
      return svg('path', { d: path })
    }),
  )
}
