import { useEffect, useRef } from 'react'
import Pad from 'signature_pad'
import type { Signature } from '../../../../core/domain/consent/types.ts'
import { useText } from '../../../i18n/text.ts'
import { useLatest } from '../../../ui/useLatest.ts'
import { fitted, isFull, type PadSize, signatureOf, withinBounds } from './strokes.ts'

/** In pixels; dense enough that a small signature is one (core/domain/consent/signature.ts), and no second of it fills the record. */
const pen = { minDistance: 2, minWidth: 0.8, maxWidth: 2.6 }

type SignaturePadProps = {
  readonly value: Signature | null
  /** After each finished stroke. */
  readonly onStroke: (signature: Signature) => void
}

/** Finger, pen or mouse. What stands in `value` is what is drawn: another value, or none, is drawn anew. */
export function SignaturePad({ value, onStroke }: SignaturePadProps) {
  const text = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useRef<Signature | null>(null)
  const draw = useRef<(signature: Signature | null) => void>(() => {})
  const latest = useLatest({ value, onStroke })

  useEffect(() => {
    const element = canvas.current
    if (element === null) return undefined
    const pad = new Pad(element, pen)
    let size = fit(element, pad)
    const redraw = (signature: Signature | null): void => {
      drawn.current = signature
      drawOn(pad, signature === null ? null : fitted(signature, size))
    }
    const begin = (event: Event): void => {
      if (drawn.current !== null && isFull(drawn.current)) event.preventDefault()
    }
    const end = (): void => {
      const signature = signatureOf(
        pad.toData().map(({ points }) => points),
        size,
      )
      if (signature === null) return
      drawn.current = withinBounds(signature)
      latest.current.onStroke(drawn.current)
    }
    const resized = new ResizeObserver(() => {
      size = fit(element, pad)
      redraw(drawn.current)
    })
    draw.current = redraw
    redraw(latest.current.value)
    pad.addEventListener('beginStroke', begin)
    pad.addEventListener('endStroke', end)
    resized.observe(element)
    return () => {
      resized.disconnect()
      pad.off()
    }
  }, [latest])

  useEffect(() => {
    if (value !== drawn.current) draw.current(value)
  }, [value])

  return (
    <canvas
      ref={canvas}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn by hand
      role="img"
      aria-label={value === null ? text('consent.counter.signHere') : text('consent.counter.strokes', { count: value.strokes.length })}
    />
  )
}

/** As many dots as the screen has, drawn in the colour of the ink. */
function fit(element: HTMLCanvasElement, pad: Pad): PadSize {
  const { width, height } = element.getBoundingClientRect()
  const ratio = window.devicePixelRatio
  element.width = Math.max(1, Math.round(width * ratio))
  element.height = Math.max(1, Math.round(height * ratio))
  element.getContext('2d')?.scale(ratio, ratio)
  pad.penColor = getComputedStyle(element).color
  return { width: Math.max(1, width), height: Math.max(1, height) }
}

/** The last stroke was made just now, as far as the pad is concerned: the next one goes on from there. */
function drawOn(pad: Pad, signature: Signature | null): void {
  pad.clear()
  if (signature === null) return
  const lastMs = signature.strokes.at(-1)?.at(-1)?.[2] ?? 0
  const beganMs = Date.now() - lastMs
  pad.fromData(
    signature.strokes.map((stroke) => ({
      penColor: pad.penColor,
      dotSize: pad.dotSize,
      minWidth: pad.minWidth,
      maxWidth: pad.maxWidth,
      velocityFilterWeight: pad.velocityFilterWeight,
      compositeOperation: pad.compositeOperation,
      points: stroke.map(([x, y, ms]) => ({ x, y, time: beganMs + ms, pressure: 0 })),
    })),
    { clear: false },
  )
}
