import { type KeyPress, scannedCharacter } from './scannedCharacter.ts'

/** Keys that follow each other faster than a hand types them: a scanner, if Enter follows as fast. */
export type Burst = { readonly code: string; readonly startedAtMs: number; readonly lastAtMs: number }

/** Scanners send a key every 1 to 30 ms; a quick hand rolls two keys within 60 ms, but no four of them and Enter. */
export const longestGapMs = 60
const longestMeanGapMs = 40
const shortestCode = 4
/** core/wire/fields.ts, shortText: a longer one is no barcode of a part. */
const longestCode = 80

export const noBurst: Burst = { code: '', startedAtMs: 0, lastAtMs: -Infinity }

export type BurstStep = {
  readonly burst: Burst
  /** The whole code, once its Enter has come. */
  readonly scanned: string | null
}

/** What a key makes of the keys before it. Pure: the times come with the keys. */
export function afterKey(burst: Burst, press: KeyPress): BurstStep {
  const isQuick = press.atMs - burst.lastAtMs <= longestGapMs
  // Shift goes down on its own before a capital letter.
  if (press.key === 'Shift') return { burst: isQuick ? { ...burst, lastAtMs: press.atMs } : noBurst, scanned: null }
  if (press.key === 'Enter') return { burst: noBurst, scanned: isQuick && isCode(burst, press.atMs) ? burst.code.trim() : null }
  const character = scannedCharacter(press)
  if (character === null) return { burst: noBurst, scanned: null }
  const begun = { code: character, startedAtMs: press.atMs, lastAtMs: press.atMs }
  return { burst: isQuick && burst.code !== '' ? { ...burst, code: burst.code + character, lastAtMs: press.atMs } : begun, scanned: null }
}

function isCode({ code, startedAtMs }: Burst, enterAtMs: number): boolean {
  const { length } = code.trim()
  return length >= shortestCode && length <= longestCode && (enterAtMs - startedAtMs) / code.length <= longestMeanGapMs
}
