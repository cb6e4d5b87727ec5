import { err, ok, type Result } from '../basics/result.ts'
import { foldScript } from '../basics/textFold.ts'
import type { FreeZone, Plate, PlatePart } from './plate.ts'
import { type PlateLetter, punctuationKeys, readPlateLetter } from './plateLetters.ts'
import { isProvinceCode } from './plateProvinces.ts'

/** `part` says which field of a plate to point at; null when the whole is meant. */
export type PlateProblem =
  | { readonly code: 'empty'; readonly part: null }
  | { readonly code: 'badCharacter'; readonly part: null; readonly character: string }
  | { readonly code: 'missingLetter'; readonly part: 'letter' }
  | { readonly code: 'badLetter'; readonly part: 'letter'; readonly letter: string }
  | { readonly code: 'wrongLength'; readonly part: PlatePart | null }
  | { readonly code: 'badProvince'; readonly part: 'provinceCode'; readonly provinceCode: string }

type ParsedPlate = Result<Plate, PlateProblem>

/** Written on or beside plates and no part of the number; spelled as `foldScript` and lower case leave them. */
const labels = /i\.?\s*r\.?\s*iran|iran|ایران|پلاک|تاکسی|taxi|گذر\s?موقت|منطقه|ازاد/giu

const namedPlates: ReadonlyMap<string, FreeZone | 'historic' | 'protocol'> = new Map([
  ['کیش', 'kish'],
  ['kish', 'kish'],
  ['قشم', 'qeshm'],
  ['qeshm', 'qeshm'],
  ['gheshm', 'qeshm'],
  ['چابهار', 'chabahar'],
  ['chabahar', 'chabahar'],
  ['ارس', 'aras'],
  ['aras', 'aras'],
  ['اروند', 'arvand'],
  ['arvand', 'arvand'],
  ['انزلی', 'anzali'],
  ['anzali', 'anzali'],
  ['ماکو', 'maku'],
  ['maku', 'maku'],
  ['تاریخی', 'historic'],
  ['historic', 'historic'],
  ['تشریفات', 'protocol'],
  ['protocol', 'protocol'],
])

// Between the parts people put spaces, dashes, bars, dots, slashes, brackets, commas.
const otherThanPlateText = /[^\p{L}\d\s\p{Pd}−|¦/\\_.:·•،,;'()[\]]/u

/**
 * Reads a plate typed in any script, with or without «ایران» and separators, in the orders in which people copy one from
 * the car (see `fourPartOrders`). The series skip the digit 0 outside the province code, but a 0 is let through: a garage
 * must be able to write down whatever hangs on the car, and the platform knows its customers' plates better.
 */
export function parsePlate(text: string): ParsedPlate {
  const typed = foldScript(text).replaceAll('♿', ' ژ ').replace(labels, ' ').trim()
  if (typed === '') return err({ code: 'empty', part: null })
  const [stray] = otherThanPlateText.exec(typed) ?? []
  if (stray !== undefined) return err({ code: 'badCharacter', part: null, character: stray })
  const words = typed.match(/\p{L}+/gu) ?? []
  const [first, second] = words
  if (second !== undefined) return err({ code: 'badLetter', part: 'letter', letter: words.join(' ') })
  if (first !== undefined) {
    const name = namedPlates.get(first.toLowerCase())
    if (name !== undefined) return namedPlate(name, digitGroups(typed).join(''))
    const letter = readPlateLetter(first)
    if (letter === null) return err({ code: 'badLetter', part: 'letter', letter: first })
    return fourPartPlate(letter, typed.split(first))
  }
  const groups = digitGroups(typed)
  if (groups.join('').length === 8) return motorcyclePlate(groups)
  const [key, secondKey] = typed.match(punctuationKeys) ?? []
  const keyLetter = key === undefined || secondKey !== undefined ? null : readPlateLetter(key)
  if (key !== undefined && keyLetter !== null) return fourPartPlate(keyLetter, typed.split(key))
  return err({ code: 'missingLetter', part: 'letter' })
}

type DigitPart = 'twoDigits' | 'threeDigits' | 'provinceCode'
const partLength = { twoDigits: 2, threeDigits: 3, provinceCode: 2 } as const

/** Which digits stand before and after the letter. The numbers of digits on both sides tell the order. */
const fourPartOrders: readonly { readonly before: readonly DigitPart[]; readonly after: readonly DigitPart[] }[] = [
  // 12 ب 345 ایران 67: as drawn.
  { before: ['twoDigits'], after: ['threeDigits', 'provinceCode'] },
  // ایران 67 | 345 ب 12: as read aloud from the right.
  { before: ['provinceCode', 'threeDigits'], after: ['twoDigits'] },
  // ایران 67 | 12 ب 345: the box first.
  { before: ['provinceCode', 'twoDigits'], after: ['threeDigits'] },
  // 345 ب 12 ایران 67: from the right, the box last.
  { before: ['threeDigits'], after: ['twoDigits', 'provinceCode'] },
  // The letter kept apart: ب 12 345 67, 12 345 67 ب.
  { before: [], after: ['twoDigits', 'threeDigits', 'provinceCode'] },
  { before: ['twoDigits', 'threeDigits', 'provinceCode'], after: [] },
]

function fourPartPlate(letter: PlateLetter, [left = '', right = '']: readonly string[]): ParsedPlate {
  const before = digitGroups(left)
  const after = digitGroups(right)
  for (const order of fourPartOrders) {
    const parts = new Map([...(cut(before, order.before) ?? []), ...(cut(after, order.after) ?? [])])
    const [twoDigits, threeDigits, provinceCode] = [parts.get('twoDigits'), parts.get('threeDigits'), parts.get('provinceCode')]
    if (twoDigits === undefined || threeDigits === undefined || provinceCode === undefined) continue
    if (!isProvinceCode(provinceCode)) return err({ code: 'badProvince', part: 'provinceCode', provinceCode })
    return ok({ kind: 'fourPart', twoDigits, letter, threeDigits, provinceCode })
  }
  return err({ code: 'wrongLength', part: shortPart(before.join('').length, after.join('').length) })
}

/** The digit groups of one side as the named parts, or null when they do not fit or were typed apart at other places. */
function cut(groups: readonly string[], parts: readonly DigitPart[]): readonly (readonly [DigitPart, string])[] | null {
  const digits = groups.join('')
  const ends = endsOf(parts.map((part) => partLength[part]))
  if (digits.length !== (ends.at(-1) ?? 0)) return null
  const typedEnds = endsOf(groups.map((group) => group.length))
  if (groups.length > 1 && !ends.every((end) => typedEnds.includes(end))) return null
  return parts.map((part, index) => [part, digits.slice((ends[index] ?? 0) - partLength[part], ends[index])] as const)
}

function endsOf(lengths: readonly number[]): readonly number[] {
  return lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0))
}

/** Where a plate typed as it is drawn goes wrong first. */
function shortPart(before: number, after: number): PlatePart | null {
  if (before !== 2) return 'twoDigits'
  if (after < 3) return 'threeDigits'
  return after === 5 ? null : 'provinceCode'
}

/** Upper row first, or lower row first where the rows were typed apart. */
function motorcyclePlate(groups: readonly string[]): ParsedPlate {
  const [first = '', second = ''] = groups
  const rows = groups.length === 2 && first.length === 5 ? [second, first] : groups
  if (rows.length > 1 && !endsOf(rows.map((row) => row.length)).includes(3)) return err({ code: 'wrongLength', part: 'district' })
  const digits = rows.join('')
  return ok({ kind: 'motorcycle', district: digits.slice(0, 3), serial: digits.slice(3) })
}

function namedPlate(name: FreeZone | 'historic' | 'protocol', serial: string): ParsedPlate {
  const fits = name === 'protocol' ? serial.length === 3 || serial.length === 4 : serial.length === 5
  if (!fits) return err({ code: 'wrongLength', part: 'serial' })
  return ok(name === 'protocol' || name === 'historic' ? { kind: name, serial } : { kind: 'freeZone', zone: name, serial })
}

function digitGroups(text: string): readonly string[] {
  return text.match(/\d+/g) ?? []
}
