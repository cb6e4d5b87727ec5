import SignaturePad from 'signature_pad'
import type { Signature, SignaturePoint } from '../../../core/domain/consent/types.ts'
import { signatureMostPoints } from '../../../core/domain/consent/signature.ts'
import { signatureCoordinate, signatureMostMs, signatureMostStrokes } from '../../../core/wire/bounds.ts'

/** As the desk's pad: dense enough that a small signature is one. */
const pen = { minDistance: 2, minWidth: 0.8, maxWidth: 2.6 }

export type Pad = { readonly clear: () => void }

/** Finger, pen or mouse. `onStroke` gets the whole signature after each finished stroke. */
export function signOn(canvas: HTMLCanvasElement, kept: Signature | null, onStroke: (signature: Signature) => void): Pad {
  const pad = new SignaturePad(canvas, pen)
  let signature = kept
  let size = { width: 1, height: 1 }
  const draw = (): void => {
    const { width, height } = canvas.getBoundingClientRect()
    if (width < 1 || height < 1) return
    const ratio = window.devicePixelRatio
    size = { width, height }
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    canvas.getContext('2d')?.scale(ratio, ratio)
    pad.penColor = getComputedStyle(canvas).color
    pad.clear()
    if (signature === null) return
    // A phone that was turned: the same hand, as large as fits.
    const scale = Math.min(width / signature.width, height / signature.height)
    const lastMs = signature.strokes.at(-1)?.at(-1)?.[2] ?? 0
    const beganMs = Date.now() - lastMs
    const groups = signature.strokes.map((stroke) => ({
      penColor: pad.penColor,
      dotSize: pad.dotSize,
      minWidth: pad.minWidth,
      maxWidth: pad.maxWidth,
      velocityFilterWeight: pad.velocityFilterWeight,
      compositeOperation: pad.compositeOperation,
      points: stroke.map(([x, y, ms]) => ({ x: x * scale, y: y * scale, time: beganMs + ms, pressure: 0 })),
    }))
    pad.fromData(groups, { clear: false })
  }
  pad.addEventListener('endStroke', () => {
    const strokes = pad.toData().map(({ points }) => points)
    const began = strokes[0]?.[0]?.time ?? 0
    signature = within({
      width: Math.round(size.width),
      height: Math.round(size.height),
      strokes: strokes.map((points) => points.map(({ x, y, time }) => pointOf(x, y, time - began))),
    })
    onStroke(signature)
  })
  new ResizeObserver(draw).observe(canvas)
  draw()
  return {
    clear: () => {
      signature = null
      pad.clear()
    },
  }
}

function pointOf(x: number, y: number, ms: number): SignaturePoint {
  const { least, most } = signatureCoordinate
  const bounded = (value: number): number => Math.min(most, Math.max(least, Math.round(value)))
  return [bounded(x), bounded(y), Math.min(signatureMostMs, Math.max(0, Math.round(ms)))]
}

/** Cut to what the record takes. */
function within(signature: Signature): Signature {
  let left = signatureMostPoints
  const strokes = signature.strokes.slice(0, signatureMostStrokes).flatMap((stroke) => {
    const kept = stroke.slice(0, left)
    left -= kept.length
    return kept.length === 0 ? [] : [kept]
  })
  return { ...signature, strokes }
}
