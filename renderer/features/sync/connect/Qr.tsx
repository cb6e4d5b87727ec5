import { encode } from 'uqr'

/** Blank modules around the code, without which cameras do not find it (ISO/IEC 18004 asks for four). */
const border = 4

/** A QR code as one path; dark on white in both themes, as cameras expect it. */
export function Qr({ data, label, sizePx }: { data: string; label: string; sizePx: number }) {
  const { data: rows, size } = encode(data, { ecc: 'M', border })
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className="qr"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here: there is no file for an img to show
      role="img"
      aria-label={label}
      width={sizePx}
      height={sizePx}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
