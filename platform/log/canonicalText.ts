/**
 * Tells whether a text is the canonical JSON (RFC 8785) of an object, by one walk over it: what `canonicalJson` makes of its
 * parsed value, character by character the same (tests/property/wire/canonicalText.property.test.ts), without making that value.
 * @returns how deep it nests; null for any other text
 */
export function depthOfCanonicalObject(text: string): number | null {
  if (text.charCodeAt(0) !== openBrace || !text.isWellFormed()) return null
  // The name before in each object that is open; null in an array.
  const before: (string | null)[] = []
  let deepest = 0
  let at = 0
  for (;;) {
    // A value begins here.
    const code = text.charCodeAt(at)
    if (code === openBrace || code === openBracket) {
      before.push(code === openBrace ? '' : null)
      if (before.length > deepest) deepest = before.length
      at += 1
      if (text.charCodeAt(at) !== (code === openBrace ? closeBrace : closeBracket)) {
        if (code === openBracket) continue
        at = memberFrom(text, at, before, true)
        if (at < 0) return null
        continue
      }
      at += 1
      before.pop()
    } else {
      at = code === quote ? textEnd(text, at, true) : plainEnd(text, at, code)
      if (at < 0) return null
    }
    // It ended; with it whatever it was the last of.
    for (;;) {
      if (before.length === 0) return at === text.length ? deepest : null
      const inArray = before.at(-1) === null
      const next = text.charCodeAt(at)
      if (next === comma) {
        at = inArray ? at + 1 : memberFrom(text, at + 1, before, false)
        if (at < 0) return null
        break
      }
      if (next !== (inArray ? closeBracket : closeBrace)) return null
      at += 1
      before.pop()
    }
  }
}

const quote = 0x22
const comma = 0x2c
const minus = 0x2d
const zero = 0x30
const nine = 0x39
const colon = 0x3a
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** Reads a member's name and colon. Names stand in the order of their UTF-16 units, none twice. @returns where its value begins, or -1 */
function memberFrom(text: string, at: number, before: (string | null)[], isFirst: boolean): number {
  if (text.charCodeAt(at) !== quote) return -1
  const end = textEnd(text, at, false)
  if (end < 0 || text.charCodeAt(end) !== colon) return -1
  const written = text.slice(at, end)
  const name = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)
  if (!isFirst && name <= (before.at(-1) ?? '')) return -1
  before[before.length - 1] = name
  return end + 1
}

/** @param isWhole half a character, written as an escape, has no place in it. @returns the place after the closing quote, or -1 */
function textEnd(text: string, from: number, isWhole: boolean): number {
  let hasEscape = false
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) return !hasEscape || isShortest(text.slice(from, at + 1), isWhole) ? at + 1 : -1
    if (code < 0x20) return -1
    if (code === backslash) {
      hasEscape = true
      at += 1
    }
  }
  return -1
}

/** Escapes are those that ECMAScript writes, and no others. */
function isShortest(written: string, isWhole: boolean): boolean {
  try {
    const said: unknown = JSON.parse(written)
    return typeof said === 'string' && (!isWhole || said.isWellFormed()) && JSON.stringify(said) === written
  } catch {
    return false
  }
}

const numberPattern = /-?\d[\d.e+-]*/y

/** A number, as ECMAScript writes it, or one of the three words. @returns the place after it, or -1 */
function plainEnd(text: string, from: number, first: number): number {
  if (first === minus || (first >= zero && first <= nine)) {
    numberPattern.lastIndex = from
    const written = numberPattern.exec(text)?.[0] ?? ''
    return written !== '' && String(Number(written)) === written ? from + written.length : -1
  }
  for (const word of ['null', 'true', 'false']) if (text.startsWith(word, from)) return from + word.length
  return -1
}
