import type { Signature } from '../../../core/domain/consent/types.ts'
import { useText } from '../../i18n/text.ts'
import { strokePath } from './counter/strokes.ts'

/** The strokes as they were given. */
export function SignatureDrawing({ signature }: { signature: Signature }) {
  const { width, height, strokes } = signature
  return (
    <svg
      className="signature"
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn, not loaded
      role="img"
      aria-label={useText()('consent.counter.strokes', { count: strokes.length })}
    >
      {strokes.map((stroke, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- strokes keep their order
        <path key={index} d={strokePath(stroke)} />
      ))}
    </svg>
  )
}
