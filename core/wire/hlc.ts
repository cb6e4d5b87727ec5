import type { Brand } from '../basics/ids.ts'
import { isUtcMs, type UtcMs } from '../basics/instant.ts'

/**
 * Hybrid logical clock (Kulkarni et al. 2014): never behind this device's own past, never ahead of its wall clock without
 * cause. Fifteen digits of wall milliseconds, a dash, five digits of counter.
 */
export type Hlc = Brand<string, 'Hlc'>

const millisDigits = 15
const counterDigits = 5
const maxCounter = 99_999

/**
 * The next stamp of a device. Order of texts is order of stamps, so SQLite compares them as they are.
 * @param last the device's newest stamp, null on an empty log
 */
export function nextHlc(last: Hlc | null, wallUtcMs: UtcMs): Hlc {
  if (last === null) return hlcText(Math.max(0, wallUtcMs), 0)
  const { ms, counter } = hlcParts(last)
  if (wallUtcMs > ms) return hlcText(wallUtcMs, 0)
  return counter < maxCounter ? hlcText(ms, counter + 1) : hlcText(ms + 1, 0)
}

export function hlcParts(hlc: Hlc): { readonly ms: number; readonly counter: number } {
  return { ms: Number(hlc.slice(0, millisDigits)), counter: Number(hlc.slice(millisDigits + 1)) }
}

export function isHlc(text: string): text is Hlc {
  return /^\d{15}-\d{5}$/.test(text) && isUtcMs(Number(text.slice(0, millisDigits)))
}

function hlcText(ms: number, counter: number): Hlc {
  const text = `${String(ms).padStart(millisDigits, '0')}-${String(counter).padStart(counterDigits, '0')}`
  if (!isHlc(text)) throw new RangeError(`not a clock stamp: ${text}`)
  return text
}
